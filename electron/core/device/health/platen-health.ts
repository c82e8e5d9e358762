import { meanGrey, type LivePicture } from './live-picture.ts';
import type { Reading } from './measures.ts';

/** The platen is judged in this many cells each way. */
const GRID = 4;
/** Residue is looked for in square blocks this wide: about half a ridge period of a 640 px picture of 81 mm, several times over. */
const BLOCK_PX = 16;
/** Standard deviation within a block, grey levels: above it the block shows something. Sensor noise, averaged, stays below 2. */
const STRUCTURE = 4;
/** A block this much darker than the platen's middle value is covered evenly. */
const COVERED = 14;
/** A pixel is dead when it differs this much from every neighbour. */
const DEAD = 40;

/**
 * Health of a scanner from live pictures of its empty platen.
 * @param referenceLevel the level at the first measurement, for the drift; `undefined` = this is the first
 */
export function platenHealth(pictures: readonly LivePicture[], referenceLevel: number | undefined): readonly Reading[] {
  const mean = meanGrey(pictures);
  if (mean === undefined) return [];
  const { grey, widthPx, heightPx } = mean;
  const dead = mendDeadPixels(grey, widthPx, heightPx);
  const level = average(grey);
  const cells = blocksOf(grey, widthPx, { wide: Math.floor(widthPx / GRID), high: Math.floor(heightPx / GRID), heightPx });
  const blocks = blocksOf(grey, widthPx, { wide: BLOCK_PX, high: BLOCK_PX, heightPx });
  const middle = median(blocks.map((block) => block.mean));
  const dirty = blocks.filter((block) => block.deviation > STRUCTURE || middle - block.mean > COVERED).length;
  return [
    { measure: 'platen-level', value: level },
    { measure: 'platen-drift', value: referenceLevel === undefined ? 0 : Math.abs(level - referenceLevel) },
    { measure: 'platen-spread', value: Math.max(...cells.map((cell) => cell.mean)) - Math.min(...cells.map((cell) => cell.mean)) },
    { measure: 'platen-residue', value: blocks.length === 0 ? 0 : (100 * dirty) / blocks.length },
    { measure: 'dead-pixels', value: dead },
  ];
}

/** Counts single pixels unlike all around them and gives them their neighbours' mean, so that they count as nothing else. */
function mendDeadPixels(grey: Float32Array, widthPx: number, heightPx: number): number {
  const found: (readonly [number, number])[] = [];
  for (let y = 1; y < heightPx - 1; y++) {
    for (let x = 1; x < widthPx - 1; x++) {
      const at = y * widthPx + x;
      const value = grey[at]!;
      // Most pixels are like the one beside them: the other seven are read only where they aren't.
      if (Math.abs(value - grey[at - 1]!) < DEAD) continue;
      const around = [at - 1, at + 1, at - widthPx - 1, at - widthPx, at - widthPx + 1, at + widthPx - 1, at + widthPx, at + widthPx + 1].map((n) => grey[n]!);
      if (value < Math.min(...around) - DEAD || value > Math.max(...around) + DEAD) found.push([at, average(around)]);
    }
  }
  for (const [at, value] of found) grey[at] = value;
  return found.length;
}

type Block = { readonly mean: number; readonly deviation: number };

function blocksOf(grey: Float32Array, widthPx: number, { wide, high, heightPx }: { readonly wide: number; readonly high: number; readonly heightPx: number }): readonly Block[] {
  const blocks: Block[] = [];
  if (wide < 1 || high < 1) return blocks;
  for (let top = 0; top + high <= heightPx; top += high) {
    for (let left = 0; left + wide <= widthPx; left += wide) {
      let sum = 0;
      let squares = 0;
      for (let y = top; y < top + high; y++) {
        for (let x = left; x < left + wide; x++) {
          const value = grey[y * widthPx + x]!;
          sum += value;
          squares += value * value;
        }
      }
      const count = wide * high;
      const mean = sum / count;
      blocks.push({ mean, deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)) });
    }
  }
  return blocks;
}

function average(values: ArrayLike<number>): number {
  let sum = 0;
  for (let n = 0; n < values.length; n++) sum += values[n]!;
  return values.length === 0 ? 0 : sum / values.length;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
