import { FINGERPRINT_SLOTS, type FingerprintSlot } from '../../electron/core/dossier/capture-slots.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import type { CaptureDevice, CaptureRequest, DeviceIdentity, Raster, Still } from '../contract/driver.ts';
import { askForCapture, type CaptureAnswer } from './capture-call.ts';
import type { CaptureRun, SbiEnvironment } from './capture-run.ts';
import { devicesAt } from './discovery.ts';
import { layOut } from './finger-raster.ts';
import { orderOf } from './finger-names.ts';
import { linked } from './linked-signal.ts';
import { openLiveView } from './live-view.ts';
import { SBI_ERROR, streamBody, type SbiDevice } from './protocol.ts';

const POSITION_MS = 1_000;
/** Without a live picture by then the capture goes on blind. */
const FIRST_FRAME_MS = 1_500;
/** With a live picture that the host sees no settled fingers in, the device is told to capture after this long all the same. */
const PLACING_MS = 15_000;
/** Width of the glass of a four-finger scanner, inch: the scale of its live picture, of which services tell nothing. */
const SLAP_GLASS_INCH = 3.2;
/** The still picture is shown again this often while the device captures. */
const REPEAT_MS = 1_000;
/** How often it is asked whether the device is still there, between captures. */
const LOOK_MS = 1_500;
const MAX_STREAM_MS = 60_000;

const isPrint = (slot: string): slot is FingerprintSlot => (FINGERPRINT_SLOTS as readonly string[]).includes(slot);
const identityOf = (device: SbiDevice): DeviceIdentity => ({ id: `sbi:${device.id.serialNo}`, maker: device.id.make, model: device.id.model, serial: device.id.serialNo, driver: 'sbi', simulated: false });

/** A fingerprint scanner behind a vendor's SBI service on this machine. What it delivers is verified as a whole or refused. */
export function sbiScanner(device: SbiDevice, environment: SbiEnvironment): CaptureDevice {
  const identity = identityOf(device);
  const end = Promise.withResolvers<'unplugged' | 'closed'>();
  const over = new AbortController();
  let busy = false;
  let previousHash = '';
  const pull = (how: 'unplugged' | 'closed'): void => {
    over.abort();
    end.resolve(how);
  };
  const isThere = async (): Promise<boolean> => (await devicesAt(environment.connect, device.port, over.signal)).some(({ id }) => id.serialNo === device.id.serialNo);
  void (async () => {
    while (!over.signal.aborted) {
      await environment.clock.sleep(LOOK_MS, over.signal);
      if (!busy && !over.signal.aborted && !(await isThere()) && !busy) pull('unplugged');
    }
  })();

  const capture = async (request: CaptureRequest, signal: AbortSignal): Promise<Result<Still, AppError>> => {
    if (over.signal.aborted) return err(new AppError('device.unplugged', { driver: 'sbi' }));
    if (!isPrint(request.slot)) return err(new AppError('device.unsupported', { slot: request.slot }));
    const order = orderOf(request.slot, request.missing);
    if (order.fingers.length === 0 || (device.subIds.length > 0 && !device.subIds.includes(order.subId))) return err(new AppError('device.unsupported', { slot: request.slot }));
    busy = true;
    const answer = await showAndCapture({ device, environment, order, request, previousHash }, linked(signal, over.signal));
    previousHash = answer.ok ? answer.value.lastHash : '';
    const lost = !answer.ok && !signal.aborted && (answer.error.code === 'device.unplugged' || (answer.error.code === 'device.bad-frame' && !(await isThere())));
    busy = false;
    if (lost) pull('unplugged');
    if (over.signal.aborted) return err(new AppError('device.unplugged', { driver: 'sbi' }));
    if (signal.aborted) return err(new AppError('device.cancelled', { driver: 'sbi' }));
    if (!answer.ok) return answer;
    const print = await layOut(answer.value.fingers, environment.decodePicture);
    return print.ok ? ok({ type: 'raster', ...print.value, warnings: answer.value.forced ? ['forced'] : [] }) : print;
  };
  return { identity, closed: end.promise, capture, close: async () => pull('closed') };
}

async function showAndCapture(run: CaptureRun, signal: AbortSignal): Promise<Result<CaptureAnswer, AppError>> {
  const { device, environment: { connect, clock, decodeJpeg }, order, request } = run;
  const done = new AbortController();
  let last: Raster | undefined;
  const show = (frame: Raster, hint: string): void => request.onPreview(frame, hint, device.id.deviceSubType === 'Slap' ? frame.widthPx / SLAP_GLASS_INCH : undefined);
  let forced = false;
  void request.forced.then(() => void (forced = true));
  const live = openLiveView({
    connect, port: device.port, body: streamBody(device, order.subId, MAX_STREAM_MS), decode: decodeJpeg,
    onFrame: (frame) => {
      last = frame;
      show(frame, 'searching-fingers');
    },
  }, linked(signal, done.signal));
  const wait = (ms: number): Promise<void> => clock.sleep(ms, done.signal);
  const ended = live.ended.then(({ code }) => code);
  const started = await Promise.race([live.firstFrame, ended, request.forced, aborted(signal), wait(FIRST_FRAME_MS)]);
  if (started === SBI_ERROR.streamGone || started === SBI_ERROR.gone) {
    done.abort();
    return err(new AppError('device.unplugged', { driver: 'sbi' }));
  }
  const given = Promise.race([ended, request.forced, aborted(signal)]);
  if (!forced) await Promise.race([request.armed, given]);
  // A live picture lets the fingers be waited for; without one they have the time they always had.
  const placed = last !== undefined && request.settled !== undefined ? Promise.race([request.settled, wait(PLACING_MS)]) : wait(run.environment.positionMs ?? request.holdMs ?? POSITION_MS);
  if (!forced && !signal.aborted) await Promise.race([placed, given]);
  void (async () => {
    while (!done.signal.aborted) {
      await wait(REPEAT_MS);
      if (done.signal.aborted) return;
      if (last === undefined) request.onAlive?.();
      else show(last, 'keep-still');
    }
  })();
  const answer = await askForCapture(run, signal);
  done.abort();
  return answer;
}

const aborted = (signal: AbortSignal): Promise<void> => new Promise((resolve) => {
  signal.addEventListener('abort', () => resolve(), { once: true });
  if (signal.aborted) resolve();
});
