/** Three slaps are read and looked at in about a second; a store that is busy or gone holds no picture up for longer than this. */
const WAIT_MS = 4_000;

/**
 * Asks the store for the plain prints that a dossier holds, once for each citizen who comes before this process, so that what was
 * captured before a restart, by another officer or this morning is compared with, too.
 */
export class PrintRecall {
  /** Asks the store. @returns false where there is none to ask */
  onWanted: (subject: string) => boolean = () => false;
  readonly #waitMs: number;
  #subject = '';
  #state: 'unknown' | 'asked' | 'known' = 'unknown';
  #answer = Promise.withResolvers<boolean>();

  constructor(waitMs = WAIT_MS) {
    this.#waitMs = waitMs;
  }

  /** Prints of `subject` are about to be captured; '' = no dossier, which holds none. @param fresh nothing is remembered of them */
  expect(subject: string, fresh: boolean): void {
    if (subject === this.#subject && !fresh && this.#state !== 'unknown') return;
    this.#subject = subject;
    this.#answer = Promise.withResolvers();
    this.#state = 'asked';
    if (subject === '') return this.answer(subject, true);
    if (!this.onWanted(subject)) return this.answer(subject, false);
    setTimeout(() => this.answer(subject, false), this.#waitMs).unref();
  }

  /** What the dossier holds is remembered, `whole` or not. Comes too late where another answer came before. */
  answer(subject: string, whole: boolean): void {
    if (subject !== this.#subject || this.#state !== 'asked') return;
    this.#state = whole ? 'known' : 'unknown';
    this.#answer.resolve(whole);
  }

  /** @returns whether everything that the dossier holds is remembered; false when it could not be had in time */
  isKnown(): Promise<boolean> {
    return this.#answer.promise;
  }
}
