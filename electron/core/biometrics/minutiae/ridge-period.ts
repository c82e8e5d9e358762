import type { GrayImage } from '../image/gray-image.ts';
import { FLOW_CELL_PX, flowAngleAt, type RidgeFlow } from './ridge-flow.ts';

/** Ridge distance of adults is 8..10 px at 500 ppi, of children from 6: half of it in the half-size image. */
const USUAL_PX = 4.6;
const SHORTEST_PX = 3;
const LONGEST_PX = 7;
/** Windows lie this many cells apart. */
const PERIOD_STEP_CELLS = 4;
const ACROSS_PX = 24;
const ALONG_PX = 12;

/**
 * Ridge distance in px of the half-size image on a coarse grid: one value for 4 × 4 flow cells. `repeat` 0..1 is how
 * faithfully the grey profile repeats after one period: 1 perfect ridges, 0 none found (or no contact).
 */
export type PeriodMap = { readonly columns: number; readonly rows: number; readonly periodPx: Float32Array; readonly repeat: Float32Array; readonly medianPx: number };

/**
 * Ridge distances from the strongest repeat of the grey profile across the ridges.
 * Source: the x-signature of Hong, Wan and Jain, "Fingerprint image enhancement", IEEE PAMI 20(8), 1998, with
 * autocorrelation in place of counting peaks. Windows without a clear repeat take the median of the others.
 */
export function ridgePeriodsOf(half: GrayImage, flow: RidgeFlow): PeriodMap {
  const columns = Math.ceil(flow.columns / PERIOD_STEP_CELLS);
  const rows = Math.ceil(flow.rows / PERIOD_STEP_CELLS);
  const found = new Float32Array(columns * rows);
  const repeat = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cellX = Math.min(flow.columns - 1, column * PERIOD_STEP_CELLS + PERIOD_STEP_CELLS / 2);
      const cellY = Math.min(flow.rows - 1, row * PERIOD_STEP_CELLS + PERIOD_STEP_CELLS / 2);
      if (flow.mask[cellY * flow.columns + cellX] === 0) continue;
      const at = row * columns + column;
      [found[at], repeat[at]] = periodAt(half, flow, (cellX + 0.5) * FLOW_CELL_PX, (cellY + 0.5) * FLOW_CELL_PX);
    }
  }
  const clear = found.filter((value) => value > 0).sort();
  const medianPx = clear[clear.length >> 1] ?? USUAL_PX;
  const periodPx = found.map((_, at) => neighbourMedian(found, columns, rows, at) ?? medianPx);
  return { columns, rows, periodPx, repeat, medianPx };
}

export const periodIndexAt = (map: PeriodMap, cellX: number, cellY: number): number =>
  Math.floor(cellY / PERIOD_STEP_CELLS) * map.columns + Math.floor(cellX / PERIOD_STEP_CELLS);

function periodAt(half: GrayImage, flow: RidgeFlow, x: number, y: number): readonly [periodPx: number, repeat: number] {
  const angle = flowAngleAt(flow, x, y);
  const alongX = Math.cos(angle), alongY = Math.sin(angle);
  const profile = new Float32Array(2 * ACROSS_PX);
  for (let n = 0; n < profile.length; n++) {
    const offset = (n - ACROSS_PX) * 0.5;
    let sum = 0;
    for (let m = -ALONG_PX / 2; m <= ALONG_PX / 2; m += 1.5) {
      const px = Math.round(x - alongY * offset + alongX * m);
      const py = Math.round(y + alongX * offset + alongY * m);
      const inside = px >= 0 && py >= 0 && px < half.widthPx && py < half.heightPx;
      sum += inside ? half.pixels[py * half.widthPx + px]! : 255;
    }
    profile[n] = sum;
  }
  return strongestRepeat(profile);
}

/** Lag (px, the profile being sampled every half) and height of the first strong peak of the autocorrelation; zeros when there is none. */
function strongestRepeat(profile: Float32Array): readonly [periodPx: number, repeat: number] {
  const mean = profile.reduce((sum, value) => sum + value, 0) / profile.length;
  const at = (lag: number): number => {
    let product = 0, power = 0;
    for (let n = 0; n + lag < profile.length; n++) {
      product += (profile[n]! - mean) * (profile[n + lag]! - mean);
      power += ((profile[n]! - mean) ** 2 + (profile[n + lag]! - mean) ** 2) / 2;
    }
    return power === 0 ? 0 : product / power;
  };
  const values = Array.from({ length: 2 * LONGEST_PX + 2 }, (_, lag) => (lag < 2 * SHORTEST_PX - 1 ? -1 : at(lag)));
  let best = 0;
  for (let lag = 2 * SHORTEST_PX; lag <= 2 * LONGEST_PX; lag++) {
    const value = values[lag]!;
    if (value > 0.25 && value >= values[lag - 1]! && value >= values[lag + 1]! && (best === 0 || value > values[best]! * 1.15)) best = lag;
  }
  if (best === 0) return [0, 0];
  const [before, peak, after] = [values[best - 1]!, values[best]!, values[best + 1]!];
  const bend = before - 2 * peak + after;
  return [(best + (bend === 0 ? 0 : (0.5 * (before - after)) / bend)) / 2, peak];
}

function neighbourMedian(found: Float32Array, columns: number, rows: number, at: number): number | undefined {
  const column = at % columns;
  const row = (at - column) / columns;
  const near: number[] = [];
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
      const value = found[y * columns + x]!;
      if (value > 0) near.push(value);
    }
  }
  near.sort((a, b) => a - b);
  return near.length < 2 ? undefined : near[near.length >> 1];
}
