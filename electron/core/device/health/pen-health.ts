import type { Reading } from './measures.ts';

/** One sample of a pen, as drivers give it: pad pixels, pressure 0 = lifted, milliseconds. */
type Sample = { readonly x: number; readonly y: number; readonly pressure: number; readonly tMs: number };

const MM_PER_INCH = 25.4;
/** A stroke with fewer samples is a dot. */
const MIN_SAMPLES = 8;

/** Health of a pad from lines that were drawn along a ruler: how straight they came out, how often the pen was read. */
export function penHealth(samples: readonly Sample[], ppi: number): readonly Reading[] {
  const strokes = strokesOf(samples).filter((stroke) => stroke.length >= MIN_SAMPLES);
  if (strokes.length === 0 || ppi <= 0) return [];
  const squares = strokes.map(squaredDistance);
  const count = strokes.reduce((sum, stroke) => sum + stroke.length, 0);
  const wroteMs = strokes.reduce((sum, stroke) => sum + stroke.at(-1)!.tMs - stroke[0]!.tMs, 0);
  const offPx = Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / count);
  return [
    { measure: 'pad-linearity', value: (offPx / ppi) * MM_PER_INCH },
    ...(wroteMs <= 0 ? [] : [{ measure: 'pad-rate' as const, value: ((count - strokes.length) * 1_000) / wroteMs }]),
  ];
}

function strokesOf(samples: readonly Sample[]): readonly (readonly Sample[])[] {
  const strokes: Sample[][] = [];
  let down = false;
  for (const sample of samples) {
    if (sample.pressure > 0 && !down) strokes.push([]);
    down = sample.pressure > 0;
    if (down) strokes.at(-1)!.push(sample);
  }
  return strokes;
}

/** Sum of squared distances from the line that fits best in both directions (the smaller eigenvalue of the scatter matrix). */
function squaredDistance(stroke: readonly Sample[]): number {
  const meanX = stroke.reduce((sum, { x }) => sum + x, 0) / stroke.length;
  const meanY = stroke.reduce((sum, { y }) => sum + y, 0) / stroke.length;
  let [xx, yy, xy] = [0, 0, 0];
  for (const { x, y } of stroke) {
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
    xy += (x - meanX) * (y - meanY);
  }
  return Math.max(0, (xx + yy - Math.sqrt((xx - yy) ** 2 + 4 * xy * xy)) / 2);
}
