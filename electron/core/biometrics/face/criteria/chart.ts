import { FROM_ZERO, sampleSquare } from '../detect/square.ts';
import type { FaceReading } from '../landmarks.ts';
import { between, distancePx, type RgbaImage, type Spot } from '../rgba-image.ts';

/** Luma 0..255 of a square about the eyes, upright, `pxPerEyes` px between the eyes whatever the image's size. */
export type Chart = { readonly side: number; readonly pxPerEyes: number; readonly luma: Float32Array; readonly bright: Float32Array };

/** `reach` = side of the square in distances between the eyes. `bright` is the strongest channel: a clipped red is clipped too. */
export function chartOf(image: RgbaImage, face: Pick<FaceReading, 'right' | 'left'>, { reach, side }: { readonly reach: number; readonly side: number }): Chart {
  const [right, left] = [face.right.centre, face.left.centre];
  const eyesPx = Math.max(1, distancePx(right, left));
  const turnRad = Math.atan2(left.y - right.y, left.x - right.x);
  const rgb = sampleSquare(image, { centre: between(right, left), sidePx: eyesPx * reach, turnRad }, side, FROM_ZERO);
  const [luma, bright] = [new Float32Array(side * side), new Float32Array(side * side)];
  for (let n = 0; n < luma.length; n++) {
    const [r, g, b] = [rgb[n * 3]!, rgb[n * 3 + 1]!, rgb[n * 3 + 2]!];
    luma[n] = 255 * (0.2126 * r + 0.7152 * g + 0.0722 * b);
    bright[n] = 255 * Math.max(r, g, b);
  }
  return { side, pxPerEyes: side / reach, luma, bright };
}

/** Where a place of the image lies in the chart. */
export function inChart(chart: Chart, face: Pick<FaceReading, 'right' | 'left'>, { x, y }: Spot): Spot {
  const [right, left] = [face.right.centre, face.left.centre];
  const middle = between(right, left);
  const turnRad = Math.atan2(left.y - right.y, left.x - right.x);
  const scale = chart.pxPerEyes / Math.max(1, distancePx(right, left));
  const [dx, dy] = [(x - middle.x) * scale, (y - middle.y) * scale];
  return { x: chart.side / 2 + dx * Math.cos(turnRad) + dy * Math.sin(turnRad), y: chart.side / 2 - dx * Math.sin(turnRad) + dy * Math.cos(turnRad) };
}

/** Values inside a circle of the chart, `radius` in distances between the eyes. */
export function inCircle({ side, pxPerEyes, luma }: Chart, centre: Spot, radius: number): readonly number[] {
  const r = radius * pxPerEyes;
  const found: number[] = [];
  for (let y = Math.max(0, Math.floor(centre.y - r)); y <= Math.min(side - 1, centre.y + r); y++) {
    for (let x = Math.max(0, Math.floor(centre.x - r)); x <= Math.min(side - 1, centre.x + r); x++) {
      if (Math.hypot(x - centre.x, y - centre.y) <= r) found.push(luma[y * side + x]!);
    }
  }
  return found;
}

export const mean = (values: readonly number[]): number | undefined => (values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length);
