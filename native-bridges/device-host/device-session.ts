import { setTimeout as pause } from 'node:timers/promises';
import type { DeviceView } from '../../electron/contract/device.ts';
import { step, type OpenFailure, type SessionEffect, type SessionEvent, type SessionState } from '../../electron/core/device/session.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, type Result } from '../../electron/core/result/result.ts';
import type { CaptureDevice, DeviceIdentity, DeviceKind, PrinterDevice, ReaderDevice } from '../../drivers/contract/driver.ts';
import type { FaultLine } from '../../drivers/contract/simulation.ts';
import { DevicePulse } from './device-pulse.ts';
import type { PrintFlaw } from './spoilt-prints.ts';

export type OpenDevice = CaptureDevice | PrinterDevice | ReaderDevice;

/** A device as the registry knows it before it is opened. `open` fails with the reason the officer sees. */
export type DeviceEntry<D extends OpenDevice = OpenDevice> = {
  readonly kind: DeviceKind;
  readonly identity: DeviceIdentity;
  readonly faults?: FaultLine;
  /** Of a simulated scanner: what is wrong with the fingers it sees next. */
  readonly printFlaw?: () => PrintFlaw;
  /** Differs each time the device is plugged in, where its source can tell. */
  readonly life?: string;
  /** What a technician types so that the system lets this program use it. */
  readonly allow?: string;
  /** For the inventory; what isn't known is left out. `usbPath` as the kernel names it, e.g. `1-2.3`. */
  readonly hardware?: { readonly firmware?: string; readonly driverVersion?: string; readonly usbPath?: string };
  open(): Promise<Result<D, OpenFailure>>;
};

type Work = { readonly id: string; readonly begin: (device: OpenDevice, signal: AbortSignal) => Promise<Result<unknown, AppError>>; readonly cancelled: AbortSignal; readonly settle: (result: Result<unknown, AppError>) => void };
export type JobRequest<D extends OpenDevice, T> = { readonly id: string; readonly cancelled: AbortSignal; readonly begin: (device: D, signal: AbortSignal) => Promise<Result<T, AppError>> };

/** More waiting work than a counter can mean; the rest is refused. */
const MAX_QUEUED = 4;
/** A driver that was told to stop and hasn't after this long is closed and opened anew. */
const STOP_GRACE_MS = 2_000;
/** A device that takes longer than this to open hangs. */
const OPEN_LIMIT_MS = 2_500;
/** A port that is still being closed can't be opened; one that won't close is not waited for longer than this. */
const CLOSE_GRACE_MS = 1_000;

/** Runs the effects of the pure device session: opens, closes, fails jobs; one queue of cancellable jobs, one job at a time. */
export class DeviceSession<D extends OpenDevice = OpenDevice> {
  #entry: DeviceEntry<D>;
  readonly #changed: () => void;
  #state: SessionState = { kind: 'absent' };
  #since = new Date().toISOString();
  #device: D | undefined;
  #pulse: DevicePulse | undefined;
  #openTimer: NodeJS.Timeout | undefined;
  /** Which opening counts: every later one, and every closing, makes the ones before worthless. */
  #opening = 0;
  #closing: Promise<void> = Promise.resolve();
  #queue: Work[] = [];
  #failRunning: ((error: AppError) => void) | undefined;

  constructor(entry: DeviceEntry<D>, changed: () => void) {
    this.#entry = entry;
    this.#changed = changed;
  }

  get entry(): DeviceEntry<D> {
    return this.#entry;
  }

  get state(): SessionState {
    return this.#state;
  }

  /** The open device, for questions that need no turn in the queue (a printer's status). */
  get device(): D | undefined {
    return this.#device;
  }

  get view(): DeviceView {
    const { id, maker, model, serial, driver, simulated } = this.entry.identity;
    const allow = this.#state.kind === 'blocked' && this.#state.reason === 'permission' ? this.entry.allow : undefined;
    return { id, kind: this.entry.kind, maker, model, serial, driver, simulated, state: this.#state, since: this.#since, ...(allow === undefined ? {} : { allow }) };
  }

  /** The device is there, perhaps under another path than before. Nothing happens to one that is known to be there, unless it was pulled out and plugged in between two looks. */
  sighted(entry: DeviceEntry<D>): void {
    if (this.#state.kind !== 'absent' && entry.life !== this.#entry.life) this.dispatch({ type: 'removed' });
    if (this.#state.kind !== 'absent') return;
    this.#entry = entry;
    this.dispatch({ type: 'arrived' });
  }

  dispatch(event: SessionEvent): void {
    const before = this.#state;
    const [next, ...effects] = step(before, event);
    if (next !== before) {
      this.#state = next;
      this.#since = new Date().toISOString();
    }
    for (const effect of effects) this.#perform(effect);
    if (next === before && effects.length === 0) return;
    if (next.kind !== 'ready' && next.kind !== 'busy') this.#failQueue();
    this.#changed();
    if (next.kind === 'ready') this.#startNext();
  }

  /** Queues work for the device. Its failures are values: cancelled before or while it runs, device lost, or the driver's own. */
  run<T>(request: JobRequest<D, T>): Promise<Result<T, AppError>> {
    if (this.#state.kind !== 'ready' && this.#state.kind !== 'busy') return Promise.resolve(err(new AppError('device.not-ready', { state: this.#state.kind })));
    if (this.#queue.length >= MAX_QUEUED) return Promise.resolve(err(new AppError('device.not-ready', { state: 'busy' })));
    return new Promise((resolve) => {
      this.#queue.push({ ...request, settle: resolve } as unknown as Work);
      this.#startNext();
    });
  }

  async close(): Promise<void> {
    clearTimeout(this.#openTimer);
    this.dispatch({ type: 'removed' });
    await this.#closedOrLate();
  }

  #perform(effect: SessionEffect): void {
    switch (effect.run) {
      case 'open': return this.#openAfter(effect.delayMs);
      case 'fail-job': return this.#failRunning?.(new AppError('device.unplugged', { driver: this.entry.identity.driver }));
      case 'close': {
        clearTimeout(this.#openTimer);
        this.#opening++;
        this.#pulse?.stop();
        this.#pulse = undefined;
        const device = this.#device;
        this.#device = undefined;
        this.#closing = device?.close().catch(() => undefined) ?? this.#closing;
      }
    }
  }

  #openAfter(delayMs: number): void {
    clearTimeout(this.#openTimer);
    const opening = ++this.#opening;
    this.#openTimer = setTimeout(() => void this.#open(opening), delayMs);
  }

  async #open(opening: number): Promise<void> {
    const limit = setTimeout(() => opening === this.#opening && this.dispatch({ type: 'open-failed', reason: 'hung' }), OPEN_LIMIT_MS);
    await this.#closedOrLate();
    if (opening === this.#opening) this.#opened(opening, await this.entry.open());
    clearTimeout(limit);
  }

  async #closedOrLate(): Promise<void> {
    const over = new AbortController();
    await Promise.race([this.#closing, pause(CLOSE_GRACE_MS, undefined, { signal: over.signal }).catch(() => undefined)]);
    over.abort();
  }

  #opened(opening: number, opened: Result<D, OpenFailure>): void {
    // While it opened, the device may have gone or been asked for anew: what came too late is closed again.
    if (opening !== this.#opening) return void (opened.ok && opened.value.close());
    if (!opened.ok) return this.dispatch({ type: 'open-failed', reason: opened.error });
    const device = opened.value;
    this.#device = device;
    void device.closed.then((how) => {
      if (this.#device === device && how === 'unplugged') this.dispatch({ type: 'removed' });
    });
    if ('probe' in device && device.probe !== undefined) this.#pulse = this.#pulseOf(device.probe);
    this.dispatch({ type: 'opened' });
  }

  #pulseOf(probe: NonNullable<CaptureDevice['probe']>): DevicePulse {
    const idle = (): boolean => this.#state.kind === 'ready' || (this.#state.kind === 'blocked' && this.#state.reason === 'hung');
    return new DevicePulse({ probe, idle, onSilent: () => this.dispatch({ type: 'unanswered' }), onAnswer: () => this.dispatch({ type: 'answered' }) });
  }

  #startNext(): void {
    if (this.#state.kind !== 'ready' || this.#device === undefined) return;
    const work = this.#queue.shift();
    if (work === undefined) return;
    if (work.cancelled.aborted) {
      work.settle(err(new AppError('device.cancelled')));
      return this.#startNext();
    }
    const device = this.#device;
    this.dispatch({ type: 'job-started', job: work.id });
    void this.#carryOut(work, device);
  }

  async #carryOut(work: Work, device: D): Promise<void> {
    const stop = new AbortController();
    const failed = Promise.withResolvers<Result<unknown, AppError>>();
    this.#failRunning = (error) => failed.resolve(err(error));
    const onCancel = (): void => failed.resolve(err(new AppError('device.cancelled')));
    work.cancelled.addEventListener('abort', onCancel, { once: true });
    const working = this.#pulse === undefined ? work.begin(device, stop.signal) : this.#pulse.rest().then(() => work.begin(device, stop.signal));
    work.settle(await Promise.race([working, failed.promise]));
    work.cancelled.removeEventListener('abort', onCancel);
    stop.abort();
    const stuck = Promise.withResolvers<'stuck'>();
    const grace = setTimeout(() => stuck.resolve('stuck'), STOP_GRACE_MS);
    const end = await Promise.race([working, stuck.promise]);
    clearTimeout(grace);
    this.#failRunning = undefined;
    if (this.#device !== device) return;
    if (end !== 'stuck') return this.dispatch({ type: 'job-ended' });
    this.dispatch({ type: 'reset' });
  }

  #failQueue(): void {
    for (const work of this.#queue.splice(0)) work.settle(err(new AppError('device.unplugged', { driver: this.entry.identity.driver })));
  }
}
