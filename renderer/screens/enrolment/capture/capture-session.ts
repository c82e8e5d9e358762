import type { Client } from '../../../../electron/contract/call.ts';
import type { DeviceContract, DeviceView, PreviewFrame, StillView } from '../../../../electron/contract/device.ts';
import type { Sitter } from '../../../../electron/core/device/sitter.ts';
import type { Finger, StillSlot } from '../../../../electron/core/dossier/capture-slots.ts';
import type { PaperSize } from '../../../../electron/core/documents/paper.ts';
import type { WireError } from '../../../../electron/core/errors/app-error.ts';
import type { PortraitSource } from './portrait-source.ts';

export type DeviceClient = Client<DeviceContract>;
export type CaptureOrder = {
  readonly slot: StillSlot;
  readonly missing: readonly Finger[];
  readonly attempt: number;
  /** The dossier: prints are compared within it. */
  readonly subject?: string;
  /** Who sits before a simulated device. */
  readonly sitter?: Sitter;
  /** What a pad with a screen shows the citizen. */
  readonly form?: { readonly name: string; readonly purpose: string };
  /** Of a page: its paper's size, where it follows from what the paper is. */
  readonly paper?: PaperSize;
};

/**
 * `waiting`: the order stands and starts by itself as soon as the device is ready (again);
 * `failed`: only a press of the officer starts the next try.
 */
export type CaptureView =
  | { readonly phase: 'idle' }
  | { readonly phase: 'waiting'; readonly error: WireError | undefined; readonly jobId?: string | undefined }
  | { readonly phase: 'live'; readonly hint: string }
  | { readonly phase: 'still'; readonly still: StillView }
  | { readonly phase: 'failed'; readonly error: WireError; /** The capture that failed; undefined where none had begun. */ readonly jobId?: string | undefined };

/** Losing these leaves the order standing: the device or its host comes back without the officer's doing. */
const RESUMES: ReadonlySet<string> = new Set(['device.unplugged', 'device.not-ready', 'device.not-found', 'host.crashed', 'host.not-ready']);

/** One capture at a time on one kind of device: start, live frames, still; survives unplugging and a restarted host. */
export class CaptureSession implements PortraitSource {
  readonly #devices: DeviceClient;
  readonly #viewListeners = new Set<() => void>();
  readonly #frameListeners = new Set<(frame: PreviewFrame) => void>();
  #view: CaptureView = { phase: 'idle' };
  #device: DeviceView | undefined;
  #order: CaptureOrder | undefined;
  #jobId: string | undefined;
  /** Grows with every order; answers that belong to an older one are dropped. */
  #run = 0;
  #starting = false;
  #changedWhileStarting = false;

  constructor(devices: DeviceClient) {
    this.#devices = devices;
  }

  readonly view = (): CaptureView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#viewListeners.add(listener);
    return () => void this.#viewListeners.delete(listener);
  };

  /** Frames bypass the view: they come too often to render a screen for each. */
  readonly onFrame = (listener: (frame: PreviewFrame) => void): (() => void) => {
    this.#frameListeners.add(listener);
    return () => void this.#frameListeners.delete(listener);
  };

  /** Takes up a new order; an older job is cancelled. */
  begin(order: CaptureOrder): void {
    this.#drop();
    this.#order = order;
    this.#show({ phase: 'waiting', error: undefined });
    void this.#tryStart();
  }

  /** Cancels what runs and waits for nothing. */
  end(): void {
    this.#drop();
    this.#order = undefined;
    this.#show({ phase: 'idle' });
  }

  deviceChanged(device: DeviceView | undefined): void {
    this.#device = device;
    this.#changedWhileStarting = this.#starting;
    void this.#tryStart();
  }

  /** Takes the picture now instead of waiting for the automatic one. */
  force(automatic = false): void {
    if (this.#jobId !== undefined) void this.#devices['job.force']({ jobId: this.#jobId, automatic });
  }

  #drop(): void {
    this.#run += 1;
    if (this.#jobId !== undefined) void this.#devices['job.cancel']({ jobId: this.#jobId });
    this.#jobId = undefined;
  }

  async #tryStart(): Promise<void> {
    const order = this.#order;
    const device = this.#device;
    if (this.#starting || order === undefined || this.#view.phase !== 'waiting' || device?.state.kind !== 'ready') return;
    this.#starting = true;
    this.#changedWhileStarting = false;
    const run = this.#run;
    const { sitter, ...asked } = order;
    // A real device sees who sits there and is told nothing of them.
    const reply = await this.#devices['job.start']({ deviceId: device.id, ...asked, missing: [...asked.missing], ...(device.simulated && sitter !== undefined ? { sitter } : {}) });
    this.#starting = false;
    if (run !== this.#run) {
      if (reply.ok) await this.#devices['job.cancel']({ jobId: reply.value.jobId });
      return this.#tryStart();
    }
    if (!reply.ok) {
      this.#failed(reply.error);
      return this.#changedWhileStarting ? this.#tryStart() : undefined;
    }
    this.#jobId = reply.value.jobId;
    this.#show({ phase: 'live', hint: '' });
    void this.#pump(run, reply.value.jobId);
    await this.#awaitStill(run, reply.value.jobId);
  }

  async #awaitStill(run: number, jobId: string): Promise<void> {
    const result = await this.#devices['job.result']({ jobId });
    if (run !== this.#run) return;
    this.#jobId = undefined;
    if (result.ok) this.#show({ phase: 'still', still: result.value });
    else this.#failed(result.error, jobId);
  }

  async #pump(run: number, jobId: string): Promise<void> {
    for (let after = -1; run === this.#run && this.#jobId === jobId;) {
      const reply = await this.#devices['job.preview']({ jobId, after });
      if (!reply.ok || reply.value.frame === null || run !== this.#run) return;
      const { frame } = reply.value;
      after = frame.seq;
      for (const listener of this.#frameListeners) listener(frame);
      if (this.#view.phase === 'live' && this.#view.hint !== frame.hint) this.#show({ phase: 'live', hint: frame.hint });
    }
  }

  #failed(error: WireError, jobId?: string): void {
    if (RESUMES.has(error.code)) this.#show({ phase: 'waiting', error, jobId });
    else this.#show({ phase: 'failed', error, jobId });
  }

  #show(view: CaptureView): void {
    this.#view = view;
    for (const listener of this.#viewListeners) listener();
  }
}
