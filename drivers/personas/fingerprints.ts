import { FINGERS, fingerOf, isRolled, isSlap, type Finger, type FingerprintSlot } from '../../electron/core/dossier/capture-slots.ts';
import type { Raster } from '../contract/driver.ts';
import { impression } from './impression.ts';
import { masterFinger } from './master-finger.ts';
import { joinSeeds } from './persona-random.ts';
import type { MasterFinger, SlapRequest } from './prints.ts';
import { slap } from './slap.ts';

/** Image of one finger placed alone on the scanner. */
const SINGLE_PX = { widthPx: 800, heightPx: 750 };

export type PrintRequest = { readonly seed: number; readonly slot: FingerprintSlot; readonly missing: ReadonlySet<Finger>; readonly attempt: number } & Pick<SlapRequest, 'flaws' | 'wrongHand' | 'instead'>;

/** A finger holds 0.3 MB: this many are two people and a bit. */
const CACHED_FINGERS = 24;

/** Draws what a ten-print scanner would see of a synthetic person. Keeps the fingers grown last, since slots and attempts repeat them. */
export class FingerprintArtist {
  readonly #grown = new Map<number, MasterFinger>();

  draw({ seed, slot, missing, attempt, flaws, wrongHand, instead }: PrintRequest): Raster {
    if (isSlap(slot)) return slap(seed, slot, { impressionSeed: attempt, missing, flaws, wrongHand, instead }, (finger) => this.#finger(seed, finger)).raster;
    const finger = fingerOf(slot);
    return impression(this.#finger(seed, instead?.[finger] ?? finger), { seed: attempt, kind: isRolled(slot) ? 'rolled' : 'plain', flaw: flaws?.[finger], sizePx: SINGLE_PX }).raster;
  }

  /** Grows one finger ahead of time. */
  prepare(seed: number, finger: Finger): void {
    this.#finger(seed, finger);
  }

  #finger(seed: number, finger: Finger): MasterFinger {
    const key = joinSeeds(seed, FINGERS.indexOf(finger) + 1);
    const master = this.#grown.get(key) ?? masterFinger(seed, finger);
    this.#grown.delete(key);
    this.#grown.set(key, master);
    for (const oldest of this.#grown.keys()) {
      if (this.#grown.size <= CACHED_FINGERS) break;
      this.#grown.delete(oldest);
    }
    return master;
  }
}
