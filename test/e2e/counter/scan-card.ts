import type { Page } from 'playwright';
import type { StationBridge } from '../../../electron/contract/page.ts';
import { words } from './words.ts';

/** What a reader reads off Trần Thị Bình's card, with the address of its day of issue. */
export const CARD_QR = '079301000002||Trần Thị Bình|28022001|Nữ|Số 3 phố Cũ, Hải Phòng|01012022';

/**
 * Holds a code before the simulated reader, once the header says that it is ready. The page asks for a fresh port to the devices and shares it with the test; the
 * page may ask for one more when the old one closes, so the code is held again on each that comes until one answers.
 */
export async function scanCard(page: Page, text: string): Promise<void> {
  await page.getByTitle(`${words('states', 'kind.code-reader')}: ${words('states', 'device.ready')}`).waitFor();
  await page.evaluate((code) => new Promise<void>((resolve, reject) => {
    const id = 1e9;
    const onPort = ({ data, ports }: MessageEvent): void => {
      const port = ports[0];
      if (data?.type !== 'station-port' || data.host !== 'device-host' || port === undefined) return;
      port.addEventListener('message', ({ data: answer }) => {
        if (answer?.id !== id) return;
        window.removeEventListener('message', onPort);
        if (answer.reply.ok === true) resolve();
        else reject(new Error(String(answer.reply.error?.code)));
      });
      port.postMessage({ id, call: 'simulate.scan', input: { text: code } });
    };
    window.addEventListener('message', onPort);
    void (window as unknown as { readonly station: StationBridge }).station.connect('device-host');
  }), text);
}
