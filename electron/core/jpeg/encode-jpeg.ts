import { BitWriter } from './bit-writer.ts';
import { encodeBlock, type BlockCoding } from './encode-block.ts';
import { AC_BRIGHTNESS, AC_COLOUR, DC_BRIGHTNESS, DC_COLOUR, codesOf } from './huffman.ts';
import { jpegHead } from './jpeg-head.ts';
import { quantisationOf } from './quantisation.ts';

/** RGBA, 8 bits each, row by row without padding: one number a pixel, red lowest. */
export type JpegSource = { readonly widthPx: number; readonly heightPx: number; readonly words: Uint32Array };
export type JpegOptions = {
  /** 1..100, as the Independent JPEG Group counts it */
  readonly quality: number;
  /** Written into the file; 0 = unknown. */
  readonly ppi: number;
};

/** Side of the square that is coded together: four blocks of brightness, one of each colour. */
const SQUARE_PX = 16;
/** No square takes more, whatever is in it. */
const SQUARE_BYTES = 4_096;

/** A baseline JPEG of three components, colour at half the resolution. Source: ITU-T T.81, JFIF 1.02. Alpha is left out. */
export function encodeJpeg(source: JpegSource, { quality, ppi }: JpegOptions): Uint8Array<ArrayBuffer> {
  const [brightness, colour] = [quantisationOf('brightness', quality), quantisationOf('colour', quality)];
  const brightnessCoding: BlockCoding = { quantisation: brightness, dc: codesOf(DC_BRIGHTNESS), ac: codesOf(AC_BRIGHTNESS) };
  const colourCoding: BlockCoding = { quantisation: colour, dc: codesOf(DC_COLOUR), ac: codesOf(AC_COLOUR) };
  const writer = new BitWriter(Math.max(SQUARE_BYTES, (source.widthPx * source.heightPx) >> 2));
  writer.put(jpegHead({ ...source, ppi, brightness: brightness.steps, colour: colour.steps }));
  const square = new Float64Array(6 * 64);
  let [y, cb, cr] = [0, 0, 0];
  for (let top = 0; top < source.heightPx; top += SQUARE_PX) {
    for (let left = 0; left < source.widthPx; left += SQUARE_PX) {
      readSquare(source, square, left, top);
      writer.reserve(SQUARE_BYTES);
      for (let at = 0; at < 256; at += 64) y = encodeBlock(writer, square, at, brightnessCoding, y);
      cb = encodeBlock(writer, square, 256, colourCoding, cb);
      cr = encodeBlock(writer, square, 320, colourCoding, cr);
    }
  }
  writer.flush();
  writer.put([0xff, 0xd9]);
  return writer.bytes.slice(0, writer.at);
}

/** Brightness of 16 × 16 pixels as four blocks, then the colour of each two by two; beyond the picture its last pixel goes on. Source: JFIF 1.02. */
function readSquare({ words, widthPx, heightPx }: JpegSource, square: Float64Array, left: number, top: number): void {
  for (let row = 0; row < SQUARE_PX; row += 2) {
    const upper = Math.min(heightPx - 1, top + row) * widthPx;
    const lower = Math.min(heightPx - 1, top + row + 1) * widthPx;
    for (let column = 0; column < SQUARE_PX; column += 2) {
      const near = Math.min(widthPx - 1, left + column);
      const far = Math.min(widthPx - 1, left + column + 1);
      const a = words[upper + near]!, b = words[upper + far]!, c = words[lower + near]!, d = words[lower + far]!;
      const block = ((row & 8) << 4) + ((column & 8) << 3) + ((row & 7) << 3) + (column & 7);
      square[block] = brightnessOf(a);
      square[block + 1] = brightnessOf(b);
      square[block + 8] = brightnessOf(c);
      square[block + 9] = brightnessOf(d);
      const red = (a & 0xff) + (b & 0xff) + (c & 0xff) + (d & 0xff);
      const green = ((a >>> 8) & 0xff) + ((b >>> 8) & 0xff) + ((c >>> 8) & 0xff) + ((d >>> 8) & 0xff);
      const blue = ((a >>> 16) & 0xff) + ((b >>> 16) & 0xff) + ((c >>> 16) & 0xff) + ((d >>> 16) & 0xff);
      const colour = 256 + (row << 2) + (column >> 1);
      square[colour] = -0.042184 * red - 0.082816 * green + 0.125 * blue;
      square[colour + 64] = 0.125 * red - 0.104672 * green - 0.020328 * blue;
    }
  }
}

const brightnessOf = (word: number): number => 0.299 * (word & 0xff) + 0.587 * ((word >>> 8) & 0xff) + 0.114 * ((word >>> 16) & 0xff) - 128;
