import type { J2kImage } from '../jpeg2000/jp2-file.ts';
import { CHIP_PORTRAIT_PX } from './portrait-window.ts';
import type { RgbaImage } from './rgba-image.ts';

/** What rounding to whole pixels can do to the shape of a portrait: half a pixel a side, crosswise. */
const SHAPE_TOLERANCE = (CHIP_PORTRAIT_PX.widthPx + CHIP_PORTRAIT_PX.heightPx) / 2;

/**
 * Whether a portrait has a copy for the chip: one that is large enough and of the chip's shape, so that nothing is enlarged,
 * stretched or padded. Source: BSI TR-03121-3 Volume 2, face.
 */
export const hasChipCopy = ({ widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number }): boolean =>
  widthPx >= CHIP_PORTRAIT_PX.widthPx && heightPx >= CHIP_PORTRAIT_PX.heightPx
  && Math.abs(widthPx * CHIP_PORTRAIT_PX.heightPx - heightPx * CHIP_PORTRAIT_PX.widthPx) <= SHAPE_TOLERANCE;

/** What one row or column of the copy is made of: source lines from `first` on, each with its share. */
type Span = { readonly first: number; readonly shares: readonly number[] };

/** The chip's 622×800 pixels, RGB: each the mean of the area of the portrait that it covers. */
export function chipPixels({ widthPx, heightPx, pixels }: RgbaImage): J2kImage {
  const { widthPx: width, heightPx: height } = CHIP_PORTRAIT_PX;
  const columns = spans(widthPx, width);
  const rows = spans(heightPx, height);
  const chip = new Uint8Array(width * height * 3);
  let at = 0;
  for (const row of rows) {
    for (const column of columns) {
      let red = 0, green = 0, blue = 0;
      for (let y = 0; y < row.shares.length; y++) {
        for (let x = 0; x < column.shares.length; x++) {
          const from = ((row.first + y) * widthPx + column.first + x) * 4;
          const share = row.shares[y]! * column.shares[x]!;
          red += pixels[from]! * share;
          green += pixels[from + 1]! * share;
          blue += pixels[from + 2]! * share;
        }
      }
      chip[at++] = Math.round(red);
      chip[at++] = Math.round(green);
      chip[at++] = Math.round(blue);
    }
  }
  return { widthPx: width, heightPx: height, channels: 3, pixels: chip };
}

function spans(from: number, to: number): readonly Span[] {
  const scale = from / to;
  return Array.from({ length: to }, (_, n) => {
    const [start, end] = [n * scale, Math.min(from, (n + 1) * scale)];
    const first = Math.floor(start);
    const shares: number[] = [];
    for (let line = first; line < end - 1e-9; line++) shares.push((Math.min(end, line + 1) - Math.max(start, line)) / (end - start));
    return { first, shares };
  });
}
