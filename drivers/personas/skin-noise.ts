import { FINGERS } from '../../electron/core/dossier/capture-slots.ts';
import { joinSeeds, randomFrom, smoothNoise } from './persona-random.ts';
import type { MasterFinger } from './prints.ts';
import type { SkinPoints } from './skin-map.ts';

/** Smooth noise in about [-1, 1] that belongs to the skin: the same at every touch of the finger. Another purpose is other noise. */
export function skinNoise({ xAt, yAt }: SkinPoints, { seed, finger, widthPx, heightPx }: MasterFinger, { purpose, cellPx }: { readonly purpose: number; readonly cellPx: number }): (at: number) => number {
  const noise = smoothNoise(randomFrom(joinSeeds(seed, FINGERS.indexOf(finger) + 1, purpose)), widthPx, heightPx, cellPx);
  return (at) => {
    const x = Math.round(xAt[at]! + widthPx / 2);
    const y = Math.round(yAt[at]! + heightPx / 2);
    return x < 0 || y < 0 || x >= widthPx || y >= heightPx ? 0 : noise[y * widthPx + x]!;
  };
}
