import type { DriverEnvironment, PenSample } from '../contract/driver.ts';
import { REPORT, encodeCapability, encodePen, type Capability } from './protocol.ts';
import { buttonsOf, type Button } from './sign-screen.ts';
import type { HidWire } from './wacom-stu.ts';

export const STU_430: Capability = { maxX: 9_600, maxY: 6_000, maxPressure: 1_023, screenWidthPx: 320, screenHeightPx: 200, reportsPerSecond: 200, encodings: 1 };
export const STU_540: Capability = { maxX: 10_800, maxY: 6_480, maxPressure: 1_023, screenWidthPx: 800, screenHeightPx: 480, reportsPerSecond: 200, encodings: 7 };

export type StuFault = 'none' | 'silent' | 'short-report';
type Setup = { readonly capability: Capability; readonly clock: DriverEnvironment['clock']; /** In tablet units. */ readonly samples: readonly PenSample[]; readonly pressAtEnd: Button | undefined };

const CHUNK = 10;
const CHUNK_MS = 10;
const LOOK_MS = 20;

/** A pad whose citizen signs as soon as ink is switched on, then presses a button. Both ends of a HID connection at once. */
export class StuSimulator implements HidWire {
  fault: StuFault = 'none';
  /** Every feature report that was set, by number: what the citizen sees and how it is cleared away. */
  readonly set: Uint8Array[] = [];
  readonly #setup: Setup;
  readonly #listeners = new Set<(bytes: Uint8Array) => void>();
  readonly #end = Promise.withResolvers<'unplugged' | 'closed'>();
  readonly #gone = new AbortController();
  #inking = new AbortController();
  readonly closed = this.#end.promise;

  constructor(setup: Setup) {
    this.#setup = setup;
  }

  async write(): Promise<void> {
    this.#mustBeThere();
  }

  onData(listener: (bytes: Uint8Array) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async getFeature(report: number): Promise<Uint8Array> {
    while (this.fault === 'silent' && !this.#gone.signal.aborted) await this.#setup.clock.sleep(LOOK_MS, this.#gone.signal);
    this.#mustBeThere();
    if (report === REPORT.capability) return encodeCapability(this.#setup.capability);
    if (report === REPORT.information) return Uint8Array.of(REPORT.information, 0x53, 0x54, 0x55, 0x2d, 0x53, 0x49, 0x4d, 0, 0, 1, 0, 0, 0, 0, 0, 0);
    throw new Error('no such report');
  }

  async setFeature(report: Uint8Array): Promise<void> {
    this.#mustBeThere();
    this.set.push(report.slice());
    if (report[0] !== REPORT.inkingMode) return;
    this.#inking.abort();
    this.#inking = new AbortController();
    if (report[1] === 1) void this.#sign(this.#inking.signal);
  }

  unplug(): void {
    this.#finish('unplugged');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#finish('closed');
  }

  #finish(how: 'unplugged' | 'closed'): void {
    this.#gone.abort();
    this.#inking.abort();
    this.#end.resolve(how);
  }

  #mustBeThere(): void {
    if (this.#gone.signal.aborted) throw new Error('device is gone');
  }

  async #sign(stop: AbortSignal): Promise<void> {
    const { samples, capability, clock, pressAtEnd } = this.#setup;
    for (const [n, sample] of [...samples, ...pressOf(capability, pressAtEnd, samples.at(-1)?.tMs ?? 0)].entries()) {
      if (n % CHUNK === 0) await clock.sleep(CHUNK_MS, stop);
      while (this.fault === 'silent' && !stop.aborted) await clock.sleep(LOOK_MS, stop);
      if (stop.aborted) return;
      const report = encodePen({ ready: true, tip: sample.pressure > 0, pressure: sample.pressure, x: Math.round(sample.x), y: Math.round(sample.y), timeMs: Math.round(sample.tMs) & 0xffff, sequence: n & 0xffff });
      const cut = this.fault === 'short-report';
      if (cut) this.fault = 'none';
      for (const listener of this.#listeners) listener(cut ? report.subarray(0, 5) : report);
    }
  }
}

/** Pen up, down on the button, up again. */
function pressOf(capability: Capability, button: Button | undefined, afterMs: number): readonly PenSample[] {
  const box = buttonsOf(capability).find((one) => one.button === button);
  if (box === undefined) return [];
  const x = (((box.left + box.right) / 2) * capability.maxX) / capability.screenWidthPx;
  const y = (((box.top + box.bottom) / 2) * capability.maxY) / capability.screenHeightPx;
  return [[0, 50], [300, 60], [300, 70], [0, 80]].map(([pressure = 0, ms = 0]) => ({ x, y, pressure, tMs: afterMs + ms }));
}
