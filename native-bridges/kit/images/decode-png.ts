import { convertIndexedToRgb, decode } from 'fast-png';
import { MAX_SAMPLE_BYTES, MAX_SIDE_PX } from './image-limits.ts';

/** 8-bit samples, row-major, `channels` of them a pixel. */
export type DecodedImage = { readonly widthPx: number; readonly heightPx: number; readonly channels: number; readonly pixels: ArrayLike<number> };

/** Where the header of a PNG says what it is. Source: W3C PNG 3rd edition, 11.2.2 IHDR. */
const AT = { width: 16, height: 20, depth: 24, colourType: 25 } as const;
const CHANNELS_OF: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * Pixels of a PNG of 8 or 16 bits a sample, or with a palette; of 16 bits the upper byte is kept.
 * Errors: throws for damage, other depths and more than the limits; the caller names the file.
 */
export function decodePngPixels(bytes: Uint8Array): DecodedImage {
  refuseLarge(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const png = decode(bytes, { checkCrc: true });
  if (png.depth < 8 && png.palette === undefined) throw new RangeError('depth');
  const pixels = png.palette === undefined ? png.data : convertIndexedToRgb(png);
  const channels = pixels.length / (png.width * png.height);
  return { widthPx: png.width, heightPx: png.height, channels, pixels: png.depth === 16 ? Uint8Array.from(pixels, (v) => v >> 8) : pixels };
}

/** The header is read first so that a small file can't ask for gigabytes. */
function refuseLarge(header: DataView): void {
  const [widthPx, heightPx] = [header.getUint32(AT.width), header.getUint32(AT.height)];
  const sampleBytes = (CHANNELS_OF[header.getUint8(AT.colourType)] ?? 4) * (header.getUint8(AT.depth) > 8 ? 2 : 1);
  if (widthPx > MAX_SIDE_PX || heightPx > MAX_SIDE_PX || widthPx * heightPx * sampleBytes > MAX_SAMPLE_BYTES) throw new RangeError('too large');
}

/** Rec. 601 luma, as scanners' own software uses it; an alpha channel is left out. */
export function greyPixels({ pixels, channels }: DecodedImage): Uint8Array<ArrayBuffer> {
  if (channels === 1) return Uint8Array.from(pixels);
  const grey = new Uint8Array(pixels.length / channels);
  for (let n = 0; n < grey.length; n++) {
    const at = n * channels;
    grey[n] = channels < 3 ? pixels[at]! : Math.round(0.299 * pixels[at]! + 0.587 * pixels[at + 1]! + 0.114 * pixels[at + 2]!);
  }
  return grey;
}
