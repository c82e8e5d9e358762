import type { CaptureEnding } from '../../electron/contract/attempt.ts';

const KEPT_MS = 30 * 60_000;
const MAX_KEPT = 200;

type Entry = { readonly subject: string; readonly sinceMs: number; readonly ending: CaptureEnding };

/** Captures that gave no picture, by dossier, until the store has surely asked. In memory: it is on record when the store says so. */
export class CaptureEndings {
  #entries: readonly Entry[] = [];
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  add(subject: string, ending: CaptureEnding): void {
    if (subject === '') return;
    this.#entries = [...this.#fresh(), { subject, ending, sinceMs: this.#now() }].slice(-MAX_KEPT);
  }

  /** @returns those of one dossier, the oldest first */
  of(subject: string): readonly CaptureEnding[] {
    return this.#fresh().filter((entry) => entry.subject === subject).map(({ ending }) => ending);
  }

  #fresh(): readonly Entry[] {
    return this.#entries.filter(({ sinceMs }) => this.#now() - sinceMs <= KEPT_MS);
  }
}
