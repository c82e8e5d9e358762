import { setTimeout as pause } from 'node:timers/promises';

/** Together less than the three seconds within which a hung device must be called hung. */
const ASK_EVERY_MS = 900;
const ANSWER_MS = 2_000;
/** Work doesn't wait longer than this for a question that was just asked. */
const REST_MS = 300;

type Ears = {
  /** A sign of life; rejects never, settles late or never where the device hangs. */
  readonly probe: (signal: AbortSignal) => Promise<boolean>;
  readonly idle: () => boolean;
  readonly onSilent: () => void;
  readonly onAnswer: () => void;
};

/** Asks an open device that nobody uses whether it lives, one question at a time. */
export class DevicePulse {
  readonly #ears: Ears;
  readonly #over = new AbortController();
  #asked: { readonly stop: AbortController; readonly answer: Promise<boolean> } | undefined;

  constructor(ears: Ears) {
    this.#ears = ears;
    void this.#run();
  }

  stop(): void {
    this.#over.abort();
    this.#asked?.stop.abort();
  }

  /** Work begins: what was asked is broken off, so that its answer is not taken for another's. */
  async rest(): Promise<void> {
    if (this.#asked === undefined) return;
    this.#asked.stop.abort();
    await Promise.race([this.#asked.answer, pause(REST_MS)]);
  }

  async #run(): Promise<void> {
    const { idle, onSilent, onAnswer } = this.#ears;
    const { signal } = this.#over;
    while (!signal.aborted) {
      await pause(ASK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted || !idle()) continue;
      const stop = new AbortController();
      const counts = (): boolean => !signal.aborted && !stop.signal.aborted && idle();
      const answer = this.#ears.probe(stop.signal);
      this.#asked = { stop, answer };
      const inTime = await Promise.race([answer, pause(ANSWER_MS, false, { ref: false })]);
      if (!inTime && counts()) onSilent();
      if ((await answer) && counts()) onAnswer();
      this.#asked = undefined;
    }
  }
}
