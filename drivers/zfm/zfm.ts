import { FINGERS } from '../../electron/core/dossier/capture-slots.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import type { CaptureDevice, CaptureRequest, DeviceIdentity, DriverEnvironment, Still, Transport } from '../contract/driver.ts';
import { ACK, COMMAND, IMAGE, unpackImage } from './protocol.ts';
import { ZfmLink } from './zfm-link.ts';

/**
 * What this device may be used for. Its 4-bit picture of one small finger is no enrolment image (FBI Appendix F and PIV
 * ask for 256 greys), so enrolment is refused whatever the officer asks.
 */
export type ZfmUse = 'enrolment' | 'officer-sign-in' | 'training';
export const GRADE = 'not-enrolment-grade';

/** How often the module is asked whether a finger lies there. */
const POLL_MS = 120;
/** There is no picture without a finger, so forcing only shortens the wait. */
const FORCED_MS = 3_000;
/** The password as delivered; also the shortest question a module answers. */
const VERIFY = Uint8Array.of(COMMAND.verifyPassword, 0, 0, 0, 0);
type Setup = { readonly identity: DeviceIdentity; readonly use: ZfmUse; readonly clock: DriverEnvironment['clock'] };

/** A single-finger module on a serial line, 57600 8N1 as delivered. */
export function zfmModule(transport: Transport, { identity, use, clock }: Setup): CaptureDevice {
  const link = new ZfmLink(transport, clock);
  const capture = async (request: CaptureRequest, signal: AbortSignal): Promise<Result<Still, AppError>> => {
    const known = FINGERS.some((finger) => finger === request.slot && !request.missing.has(finger));
    if (use === 'enrolment' || !known) return err(new AppError('device.unsupported', { driver: 'zfm', why: use === 'enrolment' ? GRADE : request.slot }));
    request.onPreview(blank, 'starting');
    const opened = await link.ask(VERIFY, signal);
    if (!opened.ok) return opened;
    if (opened.value !== ACK.ok) return err(new AppError('device.unsupported', { driver: 'zfm', why: 'password' }));
    const found = await waitForFinger(link, request, { signal, clock });
    if (!found.ok) return found;
    const image = await link.image((packed) => {
      const pixels = unpackImage(packed);
      request.onPreview({ widthPx: IMAGE.widthPx, heightPx: pixels.length / IMAGE.widthPx, channels: 1, pixels }, 'capturing');
    }, signal);
    if (!image.ok) return image;
    const raster = { widthPx: IMAGE.widthPx, heightPx: IMAGE.heightPx, channels: 1, pixels: unpackImage(image.value) } as const;
    return ok({ type: 'raster', raster, ppi: IMAGE.ppi, warnings: found.value.forced ? [GRADE, 'forced'] : [GRADE] });
  };
  const probe = async (signal: AbortSignal): Promise<boolean> => (await link.ask(VERIFY, signal)).ok;
  return { identity, closed: transport.closed, capture, probe, close: () => Promise.resolve(transport[Symbol.asyncDispose]()) };
}

/** Polls until a finger lies there; forced, not much longer. */
async function waitForFinger(link: ZfmLink, request: CaptureRequest, { signal, clock }: { readonly signal: AbortSignal; readonly clock: DriverEnvironment['clock'] }): Promise<Result<{ readonly forced: boolean }, AppError>> {
  let forced = false;
  let patienceMs = FORCED_MS;
  void request.forced.then(() => void (forced = true));
  for (;;) {
    const seen = await link.ask(Uint8Array.of(COMMAND.takeImage), signal);
    if (!seen.ok) return seen;
    if (seen.value === ACK.ok) return ok({ forced });
    if (seen.value !== ACK.noFinger && seen.value !== ACK.messy) return err(new AppError('device.bad-frame', { driver: 'zfm', ack: seen.value }));
    if (forced && (patienceMs -= POLL_MS) < 0) return err(new AppError('device.timeout', { driver: 'zfm', why: 'nothing-on-the-glass' }));
    request.onPreview(blank, 'searching-fingers');
    await clock.sleep(POLL_MS, signal);
  }
}

const blank = { widthPx: IMAGE.widthPx, heightPx: IMAGE.heightPx, channels: 1, pixels: new Uint8Array(IMAGE.widthPx * IMAGE.heightPx).fill(255) } as const;
