import { randomUUID } from 'node:crypto';
import type { LiveBox } from '../../electron/contract/analysis.ts';
import type { PreviewFrame, StillView } from '../../electron/contract/device.ts';
import type { StillSlot } from '../../electron/core/dossier/capture-slots.ts';
import type { AppError } from '../../electron/core/errors/app-error.ts';
import type { Result } from '../../electron/core/result/result.ts';
import type { Raster } from '../../drivers/contract/driver.ts';

/** One capture from start to still: its newest frame, who waits for it, and its one result. */
export class CaptureJob {
  readonly id = randomUUID();
  readonly slot: StillSlot;
  readonly forced: Promise<void>;
  /** @param automatic the program itself saw that all was right: nobody overrode anything */
  readonly force: (automatic?: boolean) => void;
  readonly result: Promise<Result<StillView, AppError>>;
  /** Aborts when the officer cancels or leaves. */
  readonly cancelled = new AbortController();
  /** Told of every live frame, whoever looks. */
  onFrame: () => void = () => undefined;
  readonly #settle: (result: Result<StillView, AppError>) => void;
  #frame: PreviewFrame | undefined;
  #seq = 0;
  #ended = false;
  #wasForced = false;
  #heard = new Set<() => void>();

  constructor(slot: StillSlot) {
    this.slot = slot;
    const forced = Promise.withResolvers<void>();
    const result = Promise.withResolvers<Result<StillView, AppError>>();
    [this.forced, this.result, this.#settle] = [forced.promise, result.promise, result.resolve];
    this.force = (automatic = false) => {
      this.#wasForced ||= !automatic;
      forced.resolve();
    };
  }

  /** The officer took the picture instead of waiting for it. */
  get wasForced(): boolean {
    return this.#wasForced;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Newest wins: a frame nobody asked for in time is dropped. */
  show(raster: Raster, hint: string, boxes: readonly LiveBox[] = []): void {
    if (this.#ended) return;
    this.onFrame();
    this.#frame = { seq: ++this.#seq, ...raster, hint, boxes: [...boxes] };
    this.#wake();
  }

  /** The live part is over; who waits for frames hears `null`, the result may take a moment longer. */
  endPreview(): void {
    this.#ended = true;
    this.#frame = undefined;
    this.#wake();
  }

  end(result: Result<StillView, AppError>): void {
    this.endPreview();
    this.#settle(result);
  }

  cancel(): void {
    this.cancelled.abort();
  }

  /** @returns the newest frame later than `after` as soon as there is one; `null` once no more will come. */
  async frameAfter(after: number): Promise<PreviewFrame | null> {
    while (!this.#ended) {
      if (this.#frame !== undefined && this.#frame.seq > after) return this.#frame;
      await new Promise<void>((resolve) => void this.#heard.add(resolve));
    }
    return null;
  }

  #wake(): void {
    const heard = this.#heard;
    this.#heard = new Set();
    for (const listener of heard) listener();
  }
}
