/** 8-bit RGBA, row-major, no padding. */
export type ColourImage = { readonly widthPx: number; readonly heightPx: number; readonly pixels: Uint8Array };
export type GreyImage = { readonly widthPx: number; readonly heightPx: number; readonly pixels: Uint8Array };

/** The pixels as one number each, red lowest (every machine this runs on is little-endian): a quarter of the look-ups. Shares the memory where it can. */
export function wordsOf({ pixels, widthPx, heightPx }: ColourImage): Uint32Array {
  const aligned = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, widthPx * heightPx);
}

/** Brightness 0..255 of such a number. Source of the weights: ITU-R BT.601, in 1/256. */
export const levelOf = (word: number): number => (77 * (word & 0xff) + 150 * ((word >>> 8) & 0xff) + 29 * ((word >>> 16) & 0xff)) >>> 8;

/** Each pixel as one grey level. */
export function greyOf(image: ColourImage): GreyImage {
  const words = wordsOf(image);
  const grey = new Uint8Array(words.length);
  for (let n = 0; n < words.length; n++) {
    const word = words[n]!;
    grey[n] = (77 * (word & 0xff) + 150 * ((word >>> 8) & 0xff) + 29 * ((word >>> 16) & 0xff)) >>> 8;
  }
  return { widthPx: image.widthPx, heightPx: image.heightPx, pixels: grey };
}

/** Each square of `step` pixels as one grey level, by at most nine of them. */
export function shrunkGrey(image: ColourImage, step: number): GreyImage {
  if (step === 1) return greyOf(image);
  const words = wordsOf(image);
  const wide = Math.floor(image.widthPx / step);
  const high = Math.floor(image.heightPx / step);
  const grey = new Uint8Array(wide * high);
  const offsets = sampleOffsets(step, image.widthPx);
  const count = offsets.length;
  const scale = 256 * count;
  for (let y = 0, to = 0; y < high; y++) {
    for (let x = 0, corner = y * step * image.widthPx; x < wide; x++, corner += step, to++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let n = 0; n < count; n++) {
        const word = words[corner + offsets[n]!]!;
        red += word & 0xff;
        green += (word >>> 8) & 0xff;
        blue += (word >>> 16) & 0xff;
      }
      grey[to] = (77 * red + 150 * green + 29 * blue) / scale;
    }
  }
  return { widthPx: wide, heightPx: high, pixels: grey };
}

/** Where in a square of `step` pixels it is looked at: three rows of three, or all of a smaller one. */
function sampleOffsets(step: number, widthPx: number): Int32Array {
  const samples = Math.min(step, 3);
  const inside = (part: number): number => Math.floor(((part + 0.5) * step) / samples);
  return Int32Array.from({ length: samples * samples }, (_, n) => inside(Math.floor(n / samples)) * widthPx + inside(n % samples));
}
