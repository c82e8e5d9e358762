import { inImage, type PortraitWindow } from '../portrait-window.ts';
import { lumaAt, type RgbaImage } from '../rgba-image.ts';
import { judge, type CriterionResult } from './criterion.ts';

/** Strips at both edges, above the shoulders, as shares of the portrait: what is seen there is wall, and now and then hair. */
const STRIPS = [{ from: 0.01, to: 0.07 }, { from: 0.93, to: 0.99 }] as const;
/** The samples farthest from the median are left out: a lock of hair is no pattern. */
const KEPT = 0.85;
const TOP = 0.02;
const BOTTOM = 0.5;
const STEPS = 48;
const MOST_UNEVEN = 14;
/** TR-03121: #A1A1A1 and lighter. TT 60/2021/TT-BCA, Article 5(4) asks for white, so nothing is too light. */
const LEAST_LIGHT = 161;

/** Is the wall plain and light? Measured in the window that becomes the portrait. */
export function backgroundCriteria(image: RgbaImage, window: PortraitWindow): readonly CriterionResult[] {
  const values = STRIPS.flatMap((strip) => sampleStrip(image, window, strip)).sort((a, b) => a - b);
  const median = values.length < STEPS ? undefined : values[values.length >> 1];
  return [
    judge('background-even', 'luma', median === undefined ? undefined : spread(values, median), { max: MOST_UNEVEN }),
    judge('background-light', 'luma', median, { min: LEAST_LIGHT }),
  ];
}

function spread(values: readonly number[], median: number): number {
  const off = values.map((value) => Math.abs(value - median)).sort((a, b) => a - b).slice(0, Math.ceil(values.length * KEPT));
  return Math.sqrt(off.reduce((sum, value) => sum + value * value, 0) / off.length);
}

function sampleStrip(image: RgbaImage, window: PortraitWindow, { from, to }: (typeof STRIPS)[number]): readonly number[] {
  const found: number[] = [];
  for (let row = 0; row < STEPS; row++) {
    for (let column = 0; column < STEPS / 2; column++) {
      const share = (column + 0.5) / (STEPS / 2);
      const { x, y } = inImage(window, { x: (from + (to - from) * share) * window.widthPx, y: (TOP + ((BOTTOM - TOP) * (row + 0.5)) / STEPS) * window.heightPx });
      const [px, py] = [Math.floor(x), Math.floor(y)];
      if (px >= 0 && py >= 0 && px < image.widthPx && py < image.heightPx) found.push(lumaAt(image, (py * image.widthPx + px) * 4));
    }
  }
  return found;
}
