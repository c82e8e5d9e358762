import { DEFAULT_POLICY, type PolicySettings } from '../../../electron/core/biometrics/capture-policy/policy-settings.ts';
import { isRolled, type StillSlot } from '../../../electron/core/dossier/capture-slots.ts';
import type { NamedTemplate } from './analyse-print.ts';

/** Templates identify a person: they go with the stills, half an hour after the last capture. */
const KEPT_MS = 30 * 60_000;
/** Stills that wait for a decision; more than any citizen's tries. */
const MAX_WAITING = 64;

type Print = { readonly slot: StillSlot; readonly templates: readonly NamedTemplate[] };

/**
 * The prints of the citizen at the counter, in memory only, so that the same finger shown twice, exchanged hands and
 * a wrong roll are seen. Another citizen's first capture clears it.
 */
export class PrintMemory {
  settings: PolicySettings = DEFAULT_POLICY;
  readonly #waiting = new Map<string, Print>();
  readonly #accepted = new Map<StillSlot, Print>();
  readonly #now: () => number;
  #subject = '';
  #usedMs = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A capture for `subject` (any name of the dossier) begins. @returns whether nothing is remembered of them */
  meet(subject: string): boolean {
    const nowMs = this.#now();
    const fresh = subject !== this.#subject || nowMs - this.#usedMs > KEPT_MS;
    if (fresh) this.clear();
    [this.#subject, this.#usedMs] = [subject, nowMs];
    return fresh;
  }

  /** What the dossier held before this process knew of it; what was accepted since is newer. */
  restore(subject: string, print: Print): void {
    if (subject === this.#subject && !this.#accepted.has(print.slot)) this.#accepted.set(print.slot, print);
  }

  remember(sha256: string, print: Print): void {
    this.#waiting.set(sha256, print);
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > MAX_WAITING && oldest !== undefined) this.#waiting.delete(oldest);
  }

  /** The store has taken this still into the dossier: its prints count from now on, in place of what its slot held. */
  accept(sha256: string): void {
    const print = this.#waiting.get(sha256);
    if (print !== undefined) this.#accepted.set(print.slot, print);
    this.#waiting.delete(sha256);
  }

  forget(sha256: string): void {
    this.#waiting.delete(sha256);
  }

  /** Plain prints accepted before, those of `slot` left out: it is being captured anew. */
  acceptedBeside(slot: StillSlot): readonly NamedTemplate[] {
    return [...this.#accepted.values()].filter((print) => print.slot !== slot && !isRolledSlot(print.slot)).flatMap(({ templates }) => templates);
  }

  clear(): void {
    this.#waiting.clear();
    this.#accepted.clear();
  }
}

const isRolledSlot = (slot: StillSlot): boolean => slot !== 'portrait' && slot !== 'signature' && slot !== 'document' && isRolled(slot);
