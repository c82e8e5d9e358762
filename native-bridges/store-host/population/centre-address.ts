/** How long whoever asks waits for an address that is coming; a practice centre takes a second or two on a slow machine. */
const COMING_WITHIN_MS = 15_000;

/**
 * Where the centre is. A practice centre starts beside the store and tells its address a moment later: whoever asks before
 * that waits for it instead of being told that the line is down.
 */
export class CentreAddress {
  #url: string | undefined;
  #settled: boolean;
  readonly #first = Promise.withResolvers<void>();

  /** @param coming an address follows by itself */
  constructor(url: string | null, coming: boolean) {
    this.#url = url ?? undefined;
    this.#settled = url !== null || !coming;
  }

  get url(): string | undefined { return this.#url; }

  set(url: string | null): void {
    this.#url = url ?? undefined;
    this.#settled = true;
    this.#first.resolve();
  }

  /** The address, after the first one came where one is coming; `undefined` where there is none. */
  async awaited(limitMs = COMING_WITHIN_MS): Promise<string | undefined> {
    if (this.#settled) return this.#url;
    const limit = Promise.withResolvers<void>();
    const timer = setTimeout(limit.resolve, limitMs);
    await Promise.race([this.#first.promise, limit.promise]);
    clearTimeout(timer);
    return this.#url;
  }
}
