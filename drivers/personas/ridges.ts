import type { Random } from './persona-random.ts';
import { NO_SKIN, RidgeEngine, type Skin } from './ridge-engine.ts';
import { phaseTurns, type PhaseTurn } from './phase-turns.ts';

const BLOCK_PX = 8;
/** A block is left alone once nothing in it or beside it moved by more than this. */
const SETTLED = 0.02;
const MOST_ROUNDS = 14;
/** One seed for so many pixels of the half-size field; fewer seeds, fewer places where ridges meet out of step. */
const SEED_AREA_PX = 260;

export type Grown = { readonly ridges: Float32Array; readonly turns: readonly PhaseTurn[] };

/**
 * Ridges grown from scattered seeds by filtering along the flow again and again until they fill the finger and
 * settle: endings and forks come by themselves where ridges meet (SFinGe; Cappelli, Erol, Maio, Maltoni 2000).
 * Works at half of the final resolution; only what still moves is filtered.
 *
 * Result: -1..1, positive = ridge; and the points where a line begins or ends.
 */
export function growRidges(skin: Skin, random: Random): Grown {
  const { pixels, starts, columns, rows } = blocksOf(skin);
  const engine = new RidgeEngine(skin);
  sow(engine.field, skin, random);
  engine.order(pixels);
  let moving: Uint8Array = new Uint8Array(columns * rows).fill(1);
  for (let round = 0; round < MOST_ROUNDS && moving.includes(1); round++) {
    const moved = new Uint8Array(columns * rows);
    for (let block = 0; block < moving.length; block++) {
      if (moving[block] === 0) continue;
      const first = starts[block]!;
      moved[block] = engine.grow(first, starts[block + 1]! - first) > SETTLED ? 1 : 0;
    }
    moving = spread(moved, columns, rows);
  }
  return { ridges: engine.field.slice(), turns: phaseTurns(engine.quadrature(pixels), skin) };
}

function sow(field: Float32Array, { kernelAt }: Skin, random: Random): void {
  const seeds = Math.round(kernelAt.length / SEED_AREA_PX);
  for (let n = 0; n < seeds; n++) {
    const at = Math.floor(random() * kernelAt.length);
    const value = random() < 0.5 ? -1 : 1;
    if (kernelAt[at] !== NO_SKIN) field[at] = value;
  }
}

type Blocks = { readonly pixels: Uint32Array; readonly starts: Uint32Array; readonly columns: number; readonly rows: number };

/** Skin pixels block by block; block n has those from `starts[n]` up to `starts[n + 1]`. */
function blocksOf({ widthPx, heightPx, kernelAt }: Skin): Blocks {
  const columns = Math.ceil(widthPx / BLOCK_PX);
  const rows = Math.ceil(heightPx / BLOCK_PX);
  const pixels = new Uint32Array(kernelAt.length);
  const starts = new Uint32Array(columns * rows + 1);
  let count = 0;
  for (let block = 0; block < columns * rows; block++) {
    starts[block] = count;
    const left = (block % columns) * BLOCK_PX;
    const top = Math.floor(block / columns) * BLOCK_PX;
    for (let y = top; y < Math.min(heightPx, top + BLOCK_PX); y++) {
      for (let x = left; x < Math.min(widthPx, left + BLOCK_PX); x++) if (kernelAt[y * widthPx + x] !== NO_SKIN) pixels[count++] = y * widthPx + x;
    }
  }
  starts[columns * rows] = count;
  return { pixels: pixels.subarray(0, count), starts, columns, rows };
}

/** What moved wakes its neighbours: a kernel reaches less than one block. */
function spread(moved: Uint8Array, columns: number, rows: number): Uint8Array {
  const moving = new Uint8Array(moved.length);
  for (let block = 0; block < moved.length; block++) {
    if (moved[block] === 0) continue;
    const column = block % columns;
    const row = Math.floor(block / columns);
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) moving[y * columns + x] = 1;
    }
  }
  return moving;
}
