/** Longest delay that setTimeout takes (2^31 - 1 ms); a longer wait ends early, which its caller checks anyway. */
const MAX_TIMER_MS = 2_147_483_647;

/** Lets one loop sleep until a time or until somebody rings, whichever is first. A ring while nobody sleeps ends the next sleep at once. */
export class Bell {
  #rung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** @param ms how long at most; undefined = until rung */
  async wait(ms: number | undefined): Promise<void> {
    if (!this.#rung) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#wake = resolve;
      const timer = ms === undefined ? undefined : setTimeout(resolve, Math.min(Math.max(0, ms), MAX_TIMER_MS));
      await promise;
      clearTimeout(timer);
      this.#wake = undefined;
    }
    this.#rung = false;
  }
}
