import { createHash } from 'node:crypto';
import type { Raster } from '../../drivers/contract/driver.ts';
import { wordsOf } from '../../electron/core/documents/colour-words.ts';
import { findPage } from '../../electron/core/documents/find-page.ts';
import type { PaperSize } from '../../electron/core/documents/paper.ts';
import { paintOutline, scanPage } from '../../electron/core/documents/scan-page.ts';
import { turned, type StraightImage } from '../../electron/core/documents/straighten.ts';
import { encodeJpeg } from '../../electron/core/jpeg/encode-jpeg.ts';
import type { EncodedStill } from './encode-still.ts';
import { decodeRecorded } from './recorded-image.ts';

/** Print stays legible far below this; a page of A4 at 200 ppi comes out at about half a megabyte. */
const PAGE_QUALITY = 80;

export type EncodedPage = { readonly encoded: EncodedStill; readonly warnings: readonly string[] };

/** The pixels of the last page encoded here: what is turned moments later needs no decoding, and loses nothing to it. */
let last: { readonly sha256: string; readonly image: StraightImage } | undefined;

/** The page out of a picture of the desk, straightened and encoded. */
export function encodePage({ raster, paper }: { readonly raster: Raster; readonly paper: PaperSize | undefined }): EncodedPage {
  const { image, ppi, faults } = scanPage(raster, paper);
  return { encoded: encoded(image, ppi), warnings: faults };
}

export type TurnOrder = { readonly sha256: string; readonly bytes: Uint8Array; readonly ppi: number; readonly quarters: 1 | 2 | 3 };

/** The same page turned to the right. @throws {AppError} `device.recorded-input-bad` for what is no image */
export function turnPage({ sha256, bytes, ppi, quarters }: TurnOrder): EncodedStill {
  const image = last?.sha256 === sha256 ? last.image : decodeRecorded({ file: 'page', format: 'jpg', widthPx: 0, heightPx: 0, bytes }, 4);
  return encoded(turned(image, quarters), ppi);
}

function encoded(image: StraightImage, ppi: number): EncodedStill {
  const { widthPx, heightPx } = image;
  const bytes = encodeJpeg({ widthPx, heightPx, words: wordsOf(image) }, { quality: PAGE_QUALITY, ppi });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  last = { sha256, image };
  return { sha256, mediaType: 'image/jpeg', bytes, widthPx, heightPx, ppi, viewMediaType: 'image/jpeg', view: bytes };
}

/** A live frame with the page's outline on it. On the host's loop: a frame of 480 px takes less time than handing it to a thread would. */
export function outlined(frame: Raster): { readonly frame: Raster; readonly hint: string } {
  const quad = frame.channels === 4 ? findPage(frame) : undefined;
  if (quad === undefined) return { frame, hint: 'searching-page' };
  const painted = { ...frame, pixels: frame.pixels.slice() };
  paintOutline(painted, quad);
  return { frame: painted, hint: 'page-found' };
}
