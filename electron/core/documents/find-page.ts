import { labelRegions } from '../biometrics/raster/label-regions.ts';
import { shrunkGrey, type ColourImage, type GreyImage } from './colour-words.ts';
import { areaOf, hullOf, quadAbout, type Point, type Quad } from './page-geometry.ts';
import { refineSides } from './refine-sides.ts';

/** The search works on a picture of about this width. */
const SEARCH_WIDTH_PX = 160;
/** A page fills at least this share of the picture, and at most nearly all of it: the desk must show around it. */
const LEAST_SHARE = 0.06;
const MOST_SHARE = 0.97;
/** How much of the quadrilateral the bright patch must fill to be a page and not a hand or a cup. */
const LEAST_FILL = 0.86;
/** Grey levels by which paper must be brighter than the desk. */
const LEAST_CONTRAST = 28;

/**
 * The page in a picture of a desk: the largest bright patch that is nearly a quadrilateral. Works where paper lies on something
 * darker; `undefined` where there is no such patch.
 */
export function findPage(image: ColourImage): Quad | undefined {
  const step = Math.max(1, Math.round(image.widthPx / SEARCH_WIDTH_PX));
  const small = shrunkGrey(image, step);
  const threshold = splitOf(small.pixels);
  if (threshold === undefined) return undefined;
  const mask = opened(above(small.pixels, threshold), small);
  const grid = { columns: small.widthPx, rows: small.heightPx };
  const all = small.widthPx * small.heightPx;
  const regions = labelRegions(mask, grid, Math.round(all * LEAST_SHARE * LEAST_FILL));
  const quads = regions.flatMap(({ cells }) => {
    const hull = hullOf(rimOf(cells, small.widthPx, small.heightPx));
    const quad = quadAbout(hull);
    const share = quad === undefined ? 0 : areaOf(quad) / all;
    // Text and pictures leave holes in the patch: what counts is how well the hull fills its corners.
    return quad !== undefined && share >= LEAST_SHARE && share <= MOST_SHARE && areaOf(hull) / areaOf(quad) >= LEAST_FILL ? [quad] : [];
  });
  const best = quads.sort((a, b) => areaOf(b) - areaOf(a))[0];
  if (best === undefined) return undefined;
  return refineSides(image, best.map(({ x, y }): Point => ({ x: x * step, y: y * step })) as unknown as Quad, 2.5 * step);
}

/** The level that parts dark from bright best, `undefined` where the two hardly differ. Source: Otsu (1979). */
function splitOf(pixels: Uint8Array): number | undefined {
  const counts = new Uint32Array(256);
  for (let n = 0; n < pixels.length; n++) counts[pixels[n]!]!++;
  const whole = counts.reduce((sum, count, level) => sum + count * level, 0);
  let [below, sumBelow, best, split, contrast] = [0, 0, -1, 0, 0];
  for (let level = 0; level < 256; level++) {
    below += counts[level]!;
    sumBelow += counts[level]! * level;
    const above = pixels.length - below;
    if (below === 0 || above === 0) continue;
    const [dark, bright] = [sumBelow / below, (whole - sumBelow) / above];
    const between = below * above * (bright - dark) ** 2;
    if (between > best) [best, split, contrast] = [between, level, bright - dark];
  }
  return contrast >= LEAST_CONTRAST ? split : undefined;
}

function above(pixels: Uint8Array, threshold: number): Uint8Array {
  const mask = new Uint8Array(pixels.length);
  for (let n = 0; n < pixels.length; n++) mask[n] = pixels[n]! > threshold ? 1 : 0;
  return mask;
}

/** Opens by one cell: a bright thing that only touches the page no longer hangs on it. */
function opened(mask: Uint8Array, { widthPx, heightPx }: GreyImage): Uint8Array {
  const pass = (from: Uint8Array, wanted: 0 | 1): Uint8Array => {
    const to = from.slice();
    for (let y = 1; y < heightPx - 1; y++) {
      for (let x = 1; x < widthPx - 1; x++) {
        const at = y * widthPx + x;
        if (from[at - 1] === wanted || from[at + 1] === wanted || from[at - widthPx] === wanted || from[at + widthPx] === wanted) to[at] = wanted;
      }
    }
    return to;
  };
  return pass(pass(mask, 0), 1);
}

/** The first and last cell of each row: enough for a hull. Cells are counted at their outer edges. */
function rimOf(cells: Int32Array, columns: number, rows: number): readonly Point[] {
  const lefts = new Int32Array(rows).fill(columns);
  const rights = new Int32Array(rows).fill(-1);
  for (let n = 0; n < cells.length; n++) {
    const x = cells[n]! % columns;
    const y = (cells[n]! - x) / columns;
    if (x < lefts[y]!) lefts[y] = x;
    if (x > rights[y]!) rights[y] = x;
  }
  return [...lefts.keys()].filter((y) => rights[y]! >= 0).flatMap((y) => [{ x: lefts[y]!, y }, { x: lefts[y]!, y: y + 1 }, { x: rights[y]! + 1, y }, { x: rights[y]! + 1, y: y + 1 }]);
}
