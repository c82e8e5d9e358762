import { wordsOf, type ColourImage } from './colour-words.ts';
import { findPage } from './find-page.ts';
import { judgePage, type PageFault } from './judge-page.ts';
import { shrunkBy, type Quad } from './page-geometry.ts';
import { READABLE_PPI, measurePage, sizeAt, type PaperSize } from './paper.ts';
import { straighten, type StraightImage } from './straighten.ts';

export type ScannedPage = {
  readonly image: StraightImage;
  /** Of the image; at most what the picture itself had. 0 where no page was found and the picture is kept as it is. */
  readonly ppi: number;
  readonly faults: readonly PageFault[];
};

/** Along the very edge paper and desk share pixels: a hair's breadth of the page is left out with them. */
const EDGE_PX = 3;

/** A page out of a picture of the desk: found, straightened, brought to readable size, judged. Without a page the picture stays as it is. */
export function scanPage(picture: ColourImage, told?: PaperSize): ScannedPage {
  const quad = findPage(picture);
  if (quad === undefined) return { image: { ...picture, pixels: picture.pixels.slice() }, ppi: 0, faults: ['page-not-found'] };
  const measure = measurePage(quad, told);
  // A card is small: kept as fine as it was seen, up to half as fine again as asked for.
  const ppi = Math.min(measure.ppi, measure.paper === 'id-1' ? READABLE_PPI * 1.5 : READABLE_PPI);
  const image = straighten(picture, shrunkBy(quad, EDGE_PX), sizeAt(measure, ppi));
  return { image, ppi: Math.round(ppi), faults: judgePage(image, measure.ppi) };
}

/** Draws the found page's outline onto a live frame, in place; three pixels wide. */
export function paintOutline(image: ColourImage, quad: Quad): void {
  const words = wordsOf(image);
  const { widthPx, heightPx } = image;
  for (const [n, from] of quad.entries()) {
    const to = quad[(n + 1) % 4]!;
    const steps = Math.ceil(Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y)));
    for (let step = 0; step <= steps; step++) {
      const x = Math.round(from.x + ((to.x - from.x) * step) / steps);
      const y = Math.round(from.y + ((to.y - from.y) * step) / steps);
      for (let row = Math.max(0, y - 1); row <= Math.min(heightPx - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(widthPx - 1, x + 1); column++) words[row * widthPx + column] = OUTLINE;
      }
    }
  }
}

/** The green of "done", `--done` of the light theme, as `wordsOf` gives it. */
const OUTLINE = 0xff3d7a1f;
