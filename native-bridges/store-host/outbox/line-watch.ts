import { CENTRE_PATHS } from '../../../electron/contract/centre.ts';

/** How often the centre is asked while all is well, and while it does not answer. */
const ONLINE_EVERY_MS = 30_000;
const OFFLINE_EVERY_MS = 5_000;
const ANSWER_WITHIN_MS = 4_000;

type Options = {
  readonly centreUrl: () => string | undefined;
  readonly onLine: (online: boolean) => void;
};

/**
 * Asks the centre for its certificates now and then, so that the officer sees whether the line is up before anything
 * depends on it. Any answer counts as a line, whatever it says.
 */
export class LineWatch {
  readonly #options: Options;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;
  #closed = false;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Asks at once: on start, and when the centre's address changed. */
  look(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    if (!this.#closed) void this.#ask();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  async #ask(): Promise<void> {
    const url = this.#options.centreUrl();
    if (url === undefined) return this.#options.onLine(false);
    const asking = new AbortController();
    this.#asking = asking;
    const online = await answers(`${url}${CENTRE_PATHS.certificates}`, AbortSignal.any([asking.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]));
    if (asking.signal.aborted) return;
    this.#options.onLine(online);
    this.#timer = setTimeout(() => this.look(), online ? ONLINE_EVERY_MS : OFFLINE_EVERY_MS);
    this.#timer.unref();
  }
}

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    await (await fetch(url, { signal })).body?.cancel();
    return true;
  } catch {
    return false;
  }
}
