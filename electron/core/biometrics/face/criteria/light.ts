import { OUTLINE, pointOf, type FaceReading } from '../landmarks.ts';
import { between, type RgbaImage, type Spot } from '../rgba-image.ts';
import { chartOf, inChart, inCircle, mean, type Chart } from './chart.ts';
import { judge, type CriterionResult } from './criterion.ts';

/** The face itself, about 40 px between the eyes. */
const FACE_CHART = { reach: 4.4, side: 176 };
/** The eyes alone, 90 px between them: ISO's least, so that a smaller face can't be called sharp. */
const EYES_CHART = { reach: 2, side: 180 };
const EXPOSURE = { min: 70, max: 225 };
const CLIPPED_FROM = 250;
const MOST_CLIPPED = 0.1;
const LEAST_EVEN = 0.65;
const LEAST_SHARP = 0.055;
const GLARE_FROM = 240;
const MOST_GLARE = 0.08;
const PATCH = 0.22;

/** Exposure, evenness of light, sharpness and reflections in glasses. Limits are this project's own, laid on drawn faces. */
export function lightCriteria(face: FaceReading, image: RgbaImage): readonly CriterionResult[] {
  const chart = chartOf(image, face, FACE_CHART);
  const eyes = chartOf(image, face, EYES_CHART);
  const skin = insideFace(chart, face);
  const sides = (['rightCheek', 'leftCheek'] as const).map((cheek) => mean(inCircle(chart, inChart(chart, face, pointOf(face, cheek)), PATCH)));
  return [
    judge('glare', 'share', glareShare(eyes, face), { max: MOST_GLARE }),
    judge('exposure', 'luma', mean(skin.map((n) => chart.luma[n]!)), EXPOSURE),
    judge('clipped', 'share', skin.length === 0 ? undefined : skin.filter((n) => chart.luma[n]! > CLIPPED_FROM).length / skin.length, { max: MOST_CLIPPED }),
    judge('light-even', 'share', evenness(sides[0], sides[1]), { min: LEAST_EVEN }),
    judge('sharpness', 'share', sharpness(eyes), { min: LEAST_SHARP }),
  ];
}

const evenness = (a: number | undefined, b: number | undefined): number | undefined => (a === undefined || b === undefined || Math.max(a, b) <= 0 ? undefined : Math.min(a, b) / Math.max(a, b));

/** Chart positions inside the face's outline. */
function insideFace(chart: Chart, face: FaceReading): readonly number[] {
  const outline = OUTLINE.map((n) => inChart(chart, face, face.mesh[n]!));
  const found: number[] = [];
  for (let y = 0; y < chart.side; y++) {
    const crossings = outline.flatMap((a, n): readonly number[] => {
      const b = outline[(n + 1) % outline.length]!;
      return a.y <= y === b.y <= y ? [] : [a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)];
    }).sort((p, q) => p - q);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      for (let x = Math.max(0, Math.ceil(crossings[k]!)); x <= Math.min(chart.side - 1, crossings[k + 1]!); x++) found.push(y * chart.side + x);
    }
  }
  return found;
}

/** How much of the contrast about the eyes lies in details of a pixel or two: 0 = none, everything is blurred. */
function sharpness({ side, luma }: Chart): number | undefined {
  const average = luma.reduce((sum, value) => sum + value, 0) / luma.length;
  let [fine, all] = [0, 0];
  for (let y = 1; y + 1 < side; y++) {
    for (let x = 1; x + 1 < side; x++) {
      const n = y * side + x;
      const detail = luma[n]! - (luma[n - 1]! + luma[n + 1]! + luma[n - side]! + luma[n + side]!) / 4;
      fine += detail * detail;
      all += (luma[n]! - average) ** 2;
    }
  }
  return all < side * side ? undefined : Math.sqrt(fine / all);
}

/** Share of near-white pixels about the eyes, the eyes' own whites left out. */
function glareShare(chart: Chart, face: FaceReading): number | undefined {
  let [white, all] = [0, 0];
  for (const { inner, outer, centre, opening } of [face.right, face.left]) {
    const [a, b] = [inChart(chart, face, inner), inChart(chart, face, outer)];
    const middle = inChart(chart, face, centre);
    const half = Math.max(2, Math.hypot(a.x - b.x, a.y - b.y) / 2);
    for (const { x, y } of around(between(a, b), half, chart.side)) {
      const inEye = ((x - middle.x) / (half * 1.15)) ** 2 + ((y - middle.y) / Math.max(3, half * opening * 1.6)) ** 2 <= 1;
      if (inEye) continue;
      all += 1;
      if (chart.luma[y * chart.side + x]! > GLARE_FROM) white += 1;
    }
  }
  return all === 0 ? undefined : white / all;
}

/** Places of a chart of `side` px about a middle, 1.4 times as wide as high; however large `half` is, never more than the chart has. */
function around({ x, y }: Spot, half: number, side: number): readonly Spot[] {
  const spots: Spot[] = [];
  const [column, row, reach] = [Math.round(x), Math.round(y), half * 1.4];
  for (let v = Math.max(0, row - Math.round(half)); v <= Math.min(side - 1, row + half); v++) {
    for (let u = Math.max(0, column - Math.round(reach)); u <= Math.min(side - 1, column + reach); u++) spots.push({ x: u, y: v });
  }
  return spots;
}
