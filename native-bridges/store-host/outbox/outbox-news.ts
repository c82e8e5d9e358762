/** However fast the bytes go out, the screens read the queue anew no more often than this. */
const LEAST_GAP_MS = 250;

/** Tells of changes in the outbox: many at once are one piece of news, and the last is never left out. */
export class OutboxNews {
  readonly #tell: () => void;
  #toldAtMs = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: () => void) {
    this.#tell = tell;
  }

  changed(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#toldAtMs = performance.now();
      this.#tell();
    }, Math.max(0, this.#toldAtMs + LEAST_GAP_MS - performance.now()));
    this.#timer.unref();
  }

  close(): void {
    clearTimeout(this.#timer);
  }
}
