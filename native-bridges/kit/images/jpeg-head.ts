export type JpegSize = { readonly widthPx: number; readonly heightPx: number };

/**
 * Size of a JPEG from its frame header, undefined for what is none: the markers are walked up to it.
 * Source: ITU-T T.81, B.1.1.3 and B.2.2 (SOF0..SOF15 without DHT, JPG, DAC).
 */
export function jpegSize(bytes: Uint8Array): JpegSize | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++; // a fill byte
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { heightPx: view.getUint16(at + 5), widthPx: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
