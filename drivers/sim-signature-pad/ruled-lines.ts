import type { PenSample } from '../contract/driver.ts';
import type { Fault } from '../contract/simulation.ts';

const SAMPLE_MS = 5;
const SAMPLES = 120;
const PAUSE_MS = 120;
/** How far a worn pad bends a line in its middle, share of the pad's width. */
const BEND = 0.03;
const JITTER_PX = 0.4;

/** Two diagonals drawn along a ruler, as a technician tests a pad; bent where the pad is `crooked`. */
export function ruledLines({ widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number }, fault: Fault): readonly PenSample[] {
  const edges = [[0.1, 0.15, 0.9, 0.85], [0.1, 0.85, 0.9, 0.15]] as const;
  return edges.flatMap(([x0, y0, x1, y1], line) => Array.from({ length: SAMPLES + 1 }, (_, n): PenSample => {
    const along = Math.min(1, n / (SAMPLES - 1));
    const bend = fault === 'crooked' ? BEND * widthPx * Math.sin(along * Math.PI) : 0;
    return {
      x: (x0 + (x1 - x0) * along) * widthPx + JITTER_PX * Math.sin(n * 2.3), y: (y0 + (y1 - y0) * along) * heightPx + bend + JITTER_PX * Math.cos(n * 1.7),
      pressure: n < SAMPLES ? 500 : 0, tMs: line * (SAMPLES * SAMPLE_MS + PAUSE_MS) + n * SAMPLE_MS,
    };
  }));
}
