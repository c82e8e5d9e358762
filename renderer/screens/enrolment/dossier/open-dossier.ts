import type { Client, Reply } from '../../../../electron/contract/call.ts';
import type { Dossier } from '../../../../electron/contract/dossier.ts';
import type { StoreContract } from '../../../../electron/contract/store.ts';
import type { WireError } from '../../../../electron/core/errors/app-error.ts';
import { Observable } from '../../../app/observable.ts';

export type StoreClient = Client<StoreContract>;
/** Where a dossier stands on the screen. `reloaded`: somebody else saved first and the newest version is shown now. */
export type OpenDossierView = {
  readonly dossier: Dossier | undefined;
  readonly error: WireError | undefined;
  /** What the officer is told once, after somebody else's change came in between. */
  readonly reloaded: boolean;
  /** Epoch milliseconds of the last change that the store called kept. */
  readonly savedAtMs: number | undefined;
};
/** What became of one turn in the queue. */
type Outcome = { readonly done: boolean; readonly shows: Partial<OpenDossierView> };
const NOTHING_SHOWN: OpenDossierView = { dossier: undefined, error: undefined, reloaded: false, savedAtMs: undefined };
/** Older than any version. */
const NEVER = -1;
type Change = (store: StoreClient, dossier: Dossier) => Promise<Reply<Dossier>>;

/**
 * One dossier on a screen. Changes run one after another, each on the version the one before left behind, so that a
 * field saved on blur and the press that caused the blur never collide. Nothing is shown as kept before the store said so.
 */
export class OpenDossier {
  /** Something is being saved or read. Apart from the view: what doesn't show it isn't drawn again for it. */
  readonly busy = new Observable(false);
  readonly #store: StoreClient;
  readonly #id: string;
  readonly #listeners = new Set<() => void>();
  #view: OpenDossierView;
  #queue: Promise<boolean> = Promise.resolve(true);
  #waiting = 0;
  /** The newest version that the store told of. */
  #heardOf = NEVER;

  /** `known`: the dossier as the store has just told it; it needn't be asked for a second time. */
  constructor(store: StoreClient, id: string, known?: Dossier) {
    this.#store = store;
    this.#id = id;
    this.#view = { ...NOTHING_SHOWN, dossier: known };
  }

  readonly view = (): OpenDossierView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Reads the newest version; a failure keeps what is on the screen. */
  load(): Promise<boolean> {
    return this.#enqueue(() => this.#read());
  }

  /** Tells of a saved version (event `dossier.changed`). Our own come here, too, often before their answer: they are waited for, not asked for. */
  changedElsewhere(version: number): void {
    this.#heardOf = Math.max(this.#heardOf, version);
    this.#catchUp();
  }

  /**
   * `kept` is told at once when the store called the change kept, so that what it draws is drawn together with the answer.
   * @returns whether it was kept. A stale version reloads, says so, and changes nothing.
   */
  change(make: Change, kept?: () => void): Promise<boolean> {
    return this.#enqueue(async () => {
      const { dossier } = this.#view;
      if (dossier === undefined) return { done: false, shows: {} };
      const reply = await make(this.#store, dossier);
      if (reply.ok) return { done: true, shows: { dossier: reply.value, error: undefined, reloaded: false, savedAtMs: Date.now() } };
      if (reply.error.code !== 'dossier.stale-version') return { done: false, shows: { error: reply.error } };
      const newest = await this.#read();
      return { done: false, shows: newest.done ? { ...newest.shows, reloaded: true } : newest.shows };
    }, kept);
  }

  /** Waits for what is still being saved. @returns false when the newest of it was not kept; true when nothing was under way. */
  settled(): Promise<boolean> {
    return this.#waiting === 0 ? Promise.resolve(true) : this.#queue;
  }

  dismiss(): void {
    this.#set({ error: undefined, reloaded: false });
  }

  async #read(): Promise<Outcome> {
    const reply = await this.#store['dossier.get']({ id: this.#id });
    return { done: reply.ok, shows: reply.ok ? { dossier: reply.value, error: undefined } : { error: reply.error } };
  }

  /** What comes of `work` is shown together with its end: the officer waits for one drawing of the screen, not for two. */
  #enqueue(work: () => Promise<Outcome>, onDone?: () => void): Promise<boolean> {
    const first = this.#waiting === 0;
    this.#waiting += 1;
    // Where nothing waits, the store is asked before anything is drawn busy: the two work side by side.
    const turn = first ? work() : this.#queue.then(work);
    this.busy.set(true);
    const done = turn.then(({ done, shows }) => {
      if (done) onDone?.();
      this.#ended(shows);
      return done;
    }, (error: unknown) => {
      this.#ended({});
      throw error;
    });
    this.#queue = done.catch(() => false);
    return done;
  }

  #ended(shows: Outcome['shows']): void {
    this.#waiting -= 1;
    this.#set(shows);
    this.busy.set(this.#waiting > 0);
    this.#catchUp();
  }

  /** Once nothing is under way: reads what was saved elsewhere and is not on the screen. A read that fails is not tried again by itself. */
  #catchUp(): void {
    if (this.#waiting > 0 || this.#heardOf <= (this.#view.dossier?.version ?? NEVER)) return;
    this.#heardOf = NEVER;
    void this.load();
  }

  #set(part: Partial<OpenDossierView>): void {
    this.#view = { ...this.#view, ...part };
    for (const listener of this.#listeners) listener();
  }
}
