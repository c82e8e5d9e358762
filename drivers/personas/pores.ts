import type { Random } from './persona-random.ts';

type Ridged = { readonly widthPx: number; readonly heightPx: number; readonly ridges: Int8Array };

/** Sweat pores sit on the ridges, one about every ridge period. */
const CELL_PX = 9;
const RIDGE_TOP = 70;
const DENT = 150;

/** Opens pores in the skin, in place. */
export function pierce({ widthPx, heightPx, ridges }: Ridged, random: Random): Int8Array {
  for (let top = CELL_PX; top < heightPx - 2 * CELL_PX; top += CELL_PX) {
    for (let left = CELL_PX; left < widthPx - 2 * CELL_PX; left += CELL_PX) {
      let at = (top + Math.floor(random() * CELL_PX)) * widthPx + left + Math.floor(random() * CELL_PX);
      const size = random();
      for (let step = 0; step < 4; step++) at = higher(ridges, at, widthPx);
      if (ridges[at]! < RIDGE_TOP) continue;
      dent(ridges, at, DENT * size);
      for (const near of [1, -1, widthPx, -widthPx]) dent(ridges, at + near, DENT * size * 0.45);
    }
  }
  return ridges;
}

function higher(ridges: Int8Array, at: number, widthPx: number): number {
  let best = at;
  for (const step of [1, -1, widthPx, -widthPx]) if (ridges[at + step]! > ridges[best]!) best = at + step;
  return best;
}

function dent(ridges: Int8Array, at: number, depth: number): void {
  ridges[at] = Math.max(-127, Math.round(ridges[at]! - depth));
}
