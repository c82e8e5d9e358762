import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import type { CaptureDevice, DeviceIdentity, DriverEnvironment, PenSample, SignedForm, Transport } from '../contract/driver.ts';
import { capturePen, type PenSource } from '../contract/pen-capture.ts';
import { OPTION_TIME_SEQUENCE, REPORT, bestEncoding, encodePixels, imageReports, parseCapability, parsePen, type Capability } from './protocol.ts';
import { buttonAt, buttonsOf, type DrawScreen } from './sign-screen.ts';

/** A HID device: input reports arrive as data, with their number first; feature reports are asked for and set. Both reject when the device is gone. */
export type HidWire = Transport & {
  getFeature(report: number, lengthBytes: number): Promise<Uint8Array>;
  setFeature(report: Uint8Array): Promise<void>;
};
export type WacomSetup = {
  readonly identity: DeviceIdentity;
  readonly clock: DriverEnvironment['clock'];
  /** A citizen's name never leaves the pad's screen. */
  readonly draw: DrawScreen;
  readonly restedMs?: number;
};

const CAPABILITY_BYTES = 17;
const MAX_PRESSURE = 1_023;
const NO_FORM: SignedForm = { name: '', purpose: '' };
/** Tablet units are hundredths of a millimetre on these pads: 2540 an inch. */
const UNITS_PER_INCH = 2_540;
/** How often the host is told so while its own drawing takes time. */
const ALIVE_MS = 500;
/** Accept, clear and cancel are on the screen, so a resting pen ends nothing for this long. */
const RESTED_MS = 20_000;

/** Reads the pad's capability and opens it. Errors: `device.bad-frame` for an answer that can't be, `device.unplugged` when it is gone. */
export async function openWacomStu(wire: HidWire, setup: WacomSetup): Promise<Result<CaptureDevice, AppError>> {
  const answer = await wire.getFeature(REPORT.capability, CAPABILITY_BYTES).catch(() => undefined);
  if (answer === undefined) return err(new AppError('device.unplugged', { driver: 'wacom-stu' }));
  const capability = parseCapability(answer);
  if (!capability.ok) return err(new AppError('device.bad-frame', { driver: 'wacom-stu', why: capability.error }));
  let gone = false;
  void wire.closed.then(() => void (gone = true));
  const lost = (): Result<never, AppError> => err(new AppError('device.unplugged', { driver: 'wacom-stu' }));
  return ok({
    identity: setup.identity, closed: wire.closed, close: () => Promise.resolve(wire[Symbol.asyncDispose]()),
    probe: () => wire.getFeature(REPORT.capability, CAPABILITY_BYTES).then(() => true, () => false),
    capture: async (request, signal) => {
      if (request.slot !== 'signature') return err(new AppError('device.unsupported', { slot: request.slot }));
      const shown = gone ? lost() : await showForm(wire, capability.value, { draw: setup.draw, clock: setup.clock, form: request.form ?? NO_FORM, onAlive: request.onAlive ?? (() => undefined) });
      if (!shown.ok) return shown;
      const still = await capturePen(sourceOf(wire, capability.value, setup.clock), request, { clock: setup.clock, signal, restedMs: setup.restedMs ?? RESTED_MS });
      // The name does not stay on a screen that the next citizen sees.
      await clearScreen(wire);
      return still;
    },
  });
}

/** Errors: `device.unplugged`, or why the form could not be drawn. Nobody signs what is not shown. */
async function showForm(wire: HidWire, capability: Capability, { draw, clock, form, onAlive }: Pick<WacomSetup, 'draw' | 'clock'> & { readonly form: SignedForm; readonly onAlive: () => void }): Promise<Result<undefined, AppError>> {
  const screen = { widthPx: capability.screenWidthPx, heightPx: capability.screenHeightPx, buttons: buttonsOf(capability) };
  const encoding = bestEncoding(capability.encodings);
  const drawing = new AbortController();
  void tellAlive(onAlive, clock, drawing.signal);
  const drawn = await draw(form, screen).finally(() => drawing.abort());
  if (!drawn.ok) return drawn;
  const image = imageReports(encodePixels(drawn.value, screen.widthPx, encoding), encoding);
  try {
    await wire.setFeature(Uint8Array.of(REPORT.penDataOption, OPTION_TIME_SEQUENCE)).catch(() => undefined);
    await wire.setFeature(Uint8Array.of(REPORT.clearScreen, 0));
    for (const report of image) {
      await wire.setFeature(report);
      onAlive();
    }
    await wire.setFeature(Uint8Array.of(REPORT.inkingMode, 1));
    return ok(undefined);
  } catch {
    return err(new AppError('device.unplugged', { driver: 'wacom-stu' }));
  }
}

/** While the host draws, the pad isn't silent: it was not asked anything yet. */
async function tellAlive(onAlive: () => void, clock: DriverEnvironment['clock'], drawn: AbortSignal): Promise<void> {
  while (!drawn.aborted) {
    onAlive();
    await clock.sleep(ALIVE_MS, drawn);
  }
}

async function clearScreen(wire: HidWire): Promise<void> {
  for (const report of [Uint8Array.of(REPORT.inkingMode, 0), Uint8Array.of(REPORT.clearScreen, 0)]) await wire.setFeature(report).catch(() => undefined);
}

function sourceOf(wire: HidWire, capability: Capability, clock: DriverEnvironment['clock']): PenSource {
  let bad = 0;
  let writing = false;
  let pressed: ReturnType<typeof buttonAt>;
  const padClock = new PadClock();
  return {
    driver: 'wacom-stu', widthPx: capability.maxX, heightPx: capability.maxY, ppi: UNITS_PER_INCH, closed: wire.closed, garbled: () => bad > 0,
    listen: (onSample, decided) => wire.onData((bytes) => {
      const pen = parsePen(bytes);
      if (pen === undefined || pen.x > capability.maxX || pen.y > capability.maxY || pen.pressure > capability.maxPressure) return void bad++;
      const down = pen.tip && pen.ready && pen.pressure > 0;
      const button = buttonAt(capability, pen.x, pen.y);
      // A button counts when the pen comes down on it and leaves it there again; a stroke that runs over it is ink.
      if (!down && pressed !== undefined) {
        if (button === pressed) decided(pressed);
        pressed = undefined;
        return;
      }
      if (down && (pressed !== undefined || (button !== undefined && !writing))) return void (pressed ??= button);
      writing = down;
      const sample: PenSample = { x: pen.x, y: pen.y, pressure: down ? Math.max(1, Math.round((pen.pressure * MAX_PRESSURE) / capability.maxPressure)) : 0, tMs: pen.timeMs === undefined ? clock.now() : padClock.unroll(pen.timeMs) };
      onSample(sample);
    }),
  };
}

/** The pad counts 16-bit milliseconds: 65 s, then from zero again. */
class PadClock {
  #rounds = 0;
  #last = 0;

  unroll(timeMs: number): number {
    if (timeMs < this.#last - 32_768) this.#rounds++;
    this.#last = timeMs;
    return this.#rounds * 65_536 + timeMs;
  }
}
