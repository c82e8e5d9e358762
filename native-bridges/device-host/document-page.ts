import { createHash } from 'node:crypto';
import type { Raster } from '../../drivers/contract/driver.ts';
import { wordsOf } from '../../electron/core/documents/colour-words.ts';
import { findPage } from '../../electron/core/documents/find-page.ts';
import type { PaperSize } from '../../electron/core/documents/paper.ts';
import { paintOutline, scanPage } from '../../electron/core/documents/scan-page.ts';
import { encodeJpeg } from '../../electron/core/jpeg/encode-jpeg.ts';
import type { EncodedStill } from './encode-still.ts';

/** Print stays legible far below this; a page of A4 at 200 ppi comes out at about half a megabyte. */
const PAGE_QUALITY = 80;

export type EncodedPage = { readonly encoded: EncodedStill; readonly warnings: readonly string[] };

/** The page out of a picture of the desk, straightened and encoded. */
export function encodePage({ raster, paper }: { readonly raster: Raster; readonly paper: PaperSize | undefined }): EncodedPage {
  const { image, ppi, faults } = scanPage(raster, paper);
  const { widthPx, heightPx } = image;
  const bytes = encodeJpeg({ widthPx, heightPx, words: wordsOf(image) }, { quality: PAGE_QUALITY, ppi });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { encoded: { sha256, mediaType: 'image/jpeg', bytes, widthPx, heightPx, ppi, viewMediaType: 'image/jpeg', view: bytes }, warnings: faults };
}

/** A live frame with the page's outline on it. On the host's loop: a frame of 480 px takes less time than handing it to a thread would. */
export function outlined(frame: Raster): { readonly frame: Raster; readonly hint: string } {
  const quad = frame.channels === 4 ? findPage(frame) : undefined;
  if (quad === undefined) return { frame, hint: 'searching-page' };
  const painted = { ...frame, pixels: frame.pixels.slice() };
  paintOutline(painted, quad);
  return { frame: painted, hint: 'page-found' };
}
