import { greyOf, type ColourImage } from './colour-words.ts';
import { READABLE_PPI } from './paper.ts';

/** What is wrong with the picture of a page; each is a translation key `warning.<value>`. */
export type PageFault = 'page-not-found' | 'page-low-resolution' | 'page-blurred' | 'page-dark' | 'page-glare';

/** A stroke of printed text at 200 ppi rises from ink to paper within about three pixels; a blurred one needs more. */
const LEAST_STEEPNESS = 0.2;
const DARK_PAPER = 110;
const GLARE_LEVEL = 254;
const GLARE_SHARE = 0.6;
/** Grey levels between ink and paper below which there is nothing to judge sharpness by. */
const INK_CONTRAST = 40;
const TILE_PX = 32;

/** Whether a straightened page can be read. @param ppi of the picture it was made from, in the worse direction */
export function judgePage(page: ColourImage, ppi: number): readonly PageFault[] {
  const grey = greyOf(page);
  const { paper, glare } = levelsOf(grey.pixels);
  const steepness = steepnessOf(grey.pixels, grey.widthPx, grey.heightPx);
  return [
    ...(ppi < READABLE_PPI ? (['page-low-resolution'] as const) : []),
    ...(steepness !== undefined && steepness < LEAST_STEEPNESS ? (['page-blurred'] as const) : []),
    ...(paper < DARK_PAPER ? (['page-dark'] as const) : []),
    ...(glare > GLARE_SHARE ? (['page-glare'] as const) : []),
  ];
}

/** The level of the paper itself (the brighter quarter), and how much of the page is burnt out. */
function levelsOf(pixels: Uint8Array): { readonly paper: number; readonly glare: number } {
  const counts = new Uint32Array(256);
  for (let n = 0; n < pixels.length; n++) counts[pixels[n]!]!++;
  let above = 0;
  let paper = 255;
  for (; paper > 0 && above < pixels.length / 4; paper--) above += counts[paper]!;
  return { paper, glare: (counts[GLARE_LEVEL]! + counts[255]!) / pixels.length };
}

/**
 * The steepest rise per pixel as a share of the tile's own contrast, median over the tiles that have ink; `undefined` for an
 * empty page. It doesn't depend on how dark the ink or how bright the light is.
 */
export function steepnessOf(pixels: Uint8Array, widthPx: number, heightPx: number): number | undefined {
  const found: number[] = [];
  for (let top = 0; top + TILE_PX <= heightPx; top += TILE_PX) {
    for (let left = 0; left + TILE_PX <= widthPx; left += TILE_PX) {
      const steepness = tileSteepness(pixels, widthPx, top * widthPx + left);
      if (steepness >= 0) found.push(steepness);
    }
  }
  return found.length < 4 ? undefined : found.sort((a, b) => a - b)[Math.floor(found.length / 2)];
}

/** Of the tile whose first pixel stands at `corner`; -1 where there is no ink. Plain numbers only: every pixel comes by here. */
function tileSteepness(pixels: Uint8Array, widthPx: number, corner: number): number {
  let least = 255;
  let most = 0;
  let steepest = 0;
  for (let row = corner; row < corner + TILE_PX * widthPx; row += widthPx) {
    let level = pixels[row]!;
    for (let at = row + 1; at < row + TILE_PX; at++) {
      const right = pixels[at]!;
      if (level < least) least = level;
      if (level > most) most = level;
      const rise = right > level ? right - level : level - right;
      if (rise > steepest) steepest = rise;
      level = right;
    }
  }
  return most - least >= INK_CONTRAST ? steepest / (most - least) : -1;
}
