import type { Page } from 'playwright';
import type { StationBridge } from '../../../electron/contract/page.ts';

/** What a reader reads off Trần Thị Bình's card, with the address of its day of issue. */
export const CARD_QR = '079301000002||Trần Thị Bình|28022001|Nữ|Số 3 phố Cũ, Hải Phòng|01012022';

/** Holds a code before the simulated reader. The page asks for a fresh port to the devices and shares it with the test for one call. */
export const scanCard = (page: Page, text: string): Promise<void> =>
  page.evaluate(async (code) => {
    const { station } = window as unknown as { readonly station: StationBridge };
    const shared = new Promise<MessagePort>((resolve) => {
      window.addEventListener('message', function hear({ data, ports }) {
        if (data?.type !== 'station-port' || data.host !== 'device-host' || ports[0] === undefined) return;
        window.removeEventListener('message', hear);
        resolve(ports[0]);
      });
    });
    await station.connect('device-host');
    const port = await shared;
    const id = 1e9;
    const answered = new Promise<{ readonly ok: boolean; readonly error?: { readonly code: string } }>((resolve) => {
      port.addEventListener('message', function hear({ data }) {
        if (data?.id !== id) return;
        port.removeEventListener('message', hear);
        resolve(data.reply);
      });
    });
    port.postMessage({ id, call: 'simulate.scan', input: { text: code } });
    const reply = await answered;
    if (!reply.ok) throw new Error(reply.error?.code ?? 'scan failed');
  }, text);
