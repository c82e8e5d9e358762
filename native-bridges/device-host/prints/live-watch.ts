import type { LiveBox } from '../../../electron/contract/analysis.ts';
import type { Raster } from '../../../drivers/contract/driver.ts';
import type { LiveLook } from './look-live.ts';

type Frame = { readonly raster: Raster; readonly ppi: number };
type Look = (frame: Frame) => Promise<LiveLook | undefined>;
type Clock = { now(): number; after(ms: number, run: () => void): void };

/** A hint is said once it was seen this often in a row: fingers that are just coming down are no mistake yet. */
const SEEN_BEFORE_SAID = 2;

/**
 * Follows a live picture: one look at a time, always at the newest frame, resting as long as a look took, so that it
 * never takes more than half a processor and never holds back a frame.
 */
export class LiveWatch {
  readonly #look: Look;
  readonly #onSeen: (seen: LiveLook | undefined) => void;
  readonly #clock: Clock;
  #newest: Frame | undefined;
  #looking = false;
  #ended = false;
  #boxes: readonly LiveBox[] = [];
  #hint: string | undefined;
  #times = 0;

  /** @param onSeen hears of every look; undefined = this frame can't be told anything from */
  constructor(look: Look, clock: Clock, onSeen: (seen: LiveLook | undefined) => void = () => undefined) {
    [this.#look, this.#clock, this.#onSeen] = [look, clock, onSeen];
  }

  /** The fingers of the newest frame that was looked at. */
  get boxes(): readonly LiveBox[] {
    return this.#boxes;
  }

  /** What is to be said: what was seen, else the device's own hint. A device that doesn't look itself still asks for fingers that lie there. */
  hintBeside(own: string): string {
    const seen = this.#times >= SEEN_BEFORE_SAID ? this.#hint : undefined;
    return seen ?? (own === 'searching-fingers' && this.#boxes.length > 0 ? 'fingers-recognized' : own);
  }

  offer(raster: Raster, ppi: number): void {
    this.#newest = { raster, ppi };
    if (!this.#looking) void this.#next();
  }

  end(): void {
    this.#ended = true;
    this.#newest = undefined;
  }

  async #next(): Promise<void> {
    const frame = this.#newest;
    this.#looking = frame !== undefined && !this.#ended;
    if (frame === undefined || this.#ended) return;
    this.#newest = undefined;
    const startMs = this.#clock.now();
    const seen = await this.#look(frame);
    this.#take(seen);
    this.#onSeen(seen);
    this.#clock.after(this.#clock.now() - startMs, () => void this.#next());
  }

  #take(seen: LiveLook | undefined): void {
    this.#boxes = seen?.boxes ?? [];
    this.#times = seen?.hint === this.#hint ? this.#times + 1 : 1;
    this.#hint = seen?.hint;
  }
}
