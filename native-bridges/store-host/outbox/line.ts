import type { LineView } from '../../../electron/contract/station.ts';

type Sources = { readonly waiting: () => { readonly waiting: number; readonly parked: number }; readonly now: () => number; readonly onChanged: (view: LineView) => void };

/** Whether the centre answers, and what waits for it. */
export class Line {
  readonly #from: Sources;
  #online = false;
  #since: string;
  #told = '';

  constructor(from: Sources) {
    this.#from = from;
    this.#since = new Date(from.now()).toISOString();
  }

  view(): LineView {
    return { online: this.#online, since: this.#since, ...this.#from.waiting() };
  }

  seen(online: boolean): void {
    if (online !== this.#online) this.#since = new Date(this.#from.now()).toISOString();
    this.#online = online;
    this.tell();
  }

  /** Tells the pages when what they would see has changed. */
  tell(): void {
    const view = this.view();
    const text = JSON.stringify(view);
    if (text === this.#told) return;
    this.#told = text;
    this.#from.onChanged(view);
  }
}
