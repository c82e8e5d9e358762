import type { Still } from '../../../electron/contract/device.ts';
import type { CaptureSlot } from '../../../electron/core/dossier/capture-slots.ts';

type Wanted = { readonly slot: CaptureSlot; readonly sha256: string };

/** The picture the officer is looking at, fetched while they look. One at a time, in memory only, until it is decided about or another comes. */
export class StillAhead {
  #held: (Wanted & { readonly still: Promise<Still> }) | undefined;

  /** Settles when the picture has come or can't be had; it is asked for again when it is accepted then. */
  async fetch({ slot, sha256 }: Wanted, fetch: () => Promise<Still>): Promise<void> {
    if (this.#held?.sha256 === sha256 && this.#held.slot === slot) return;
    const still = fetch();
    this.#held = { slot, sha256, still };
    await still.catch(() => this.forget(sha256));
  }

  /** Undefined where another picture or none was fetched. */
  async find({ slot, sha256 }: Wanted): Promise<Still | undefined> {
    const held = this.#held;
    return held?.sha256 === sha256 && held.slot === slot ? held.still.catch(() => undefined) : undefined;
  }

  forget(sha256: string): void {
    if (this.#held?.sha256 === sha256) this.#held = undefined;
  }
}
