import { findPage, type ColourImage } from './find-page.ts';
import { judgePage, type PageFault } from './judge-page.ts';
import type { Quad } from './page-geometry.ts';
import { READABLE_PPI, measurePage, sizeAt, type PaperSize } from './paper.ts';
import { straighten, type StraightImage } from './straighten.ts';

export type ScannedPage = {
  readonly image: StraightImage;
  /** Of the image; at most what the picture itself had. 0 where no page was found and the picture is kept as it is. */
  readonly ppi: number;
  readonly faults: readonly PageFault[];
};

/** A page out of a picture of the desk: found, straightened, brought to readable size, judged. Without a page the picture stays as it is. */
export function scanPage(picture: ColourImage, told?: PaperSize): ScannedPage {
  const quad = findPage(picture);
  if (quad === undefined) return { image: { ...picture, pixels: picture.pixels.slice() }, ppi: 0, faults: ['page-not-found'] };
  const measure = measurePage(quad, told);
  // A card is small: kept as fine as it was seen, up to half as fine again as asked for.
  const ppi = Math.min(measure.ppi, measure.paper === 'id-1' ? READABLE_PPI * 1.5 : READABLE_PPI);
  const image = straighten(picture, quad, sizeAt(measure, ppi));
  return { image, ppi: Math.round(ppi), faults: judgePage(image, measure.ppi) };
}

/** Draws the found page's outline onto a live frame, in place. */
export function paintOutline({ widthPx, heightPx, pixels }: { readonly widthPx: number; readonly heightPx: number; readonly pixels: Uint8Array }, quad: Quad): void {
  for (const [n, from] of quad.entries()) {
    const to = quad[(n + 1) % 4]!;
    const steps = Math.ceil(Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y)));
    for (let step = 0; step <= steps; step++) {
      const [x, y] = [Math.round(from.x + ((to.x - from.x) * step) / steps), Math.round(from.y + ((to.y - from.y) * step) / steps)];
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          if (x + dx < 0 || y + dy < 0 || x + dx >= widthPx || y + dy >= heightPx) continue;
          pixels.set(OUTLINE, ((y + dy) * widthPx + x + dx) * 4);
        }
      }
    }
  }
}

/** The green of "done", `--done` of the light theme. */
const OUTLINE = [31, 122, 61, 255] as const;
