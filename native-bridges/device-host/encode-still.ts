import { createHash } from 'node:crypto';
import { encode as encodeJpeg } from 'jpeg-js';
import { encode as encodePng } from 'fast-png';
import type { Raster, Still } from '../../drivers/contract/driver.ts';
import type { DerivedImage } from '../../electron/contract/device.ts';
import { drawStrokes } from '../../electron/core/biometrics/signature/ink.ts';
import { writePenStrokes } from '../../electron/core/biometrics/signature/pen-strokes.ts';
import { encodeWsq } from '../../electron/core/biometrics/wsq/encode.ts';
import { FINGERPRINT_SLOTS, type CaptureSlot } from '../../electron/core/dossier/capture-slots.ts';

export type EncodedStill = {
  readonly sha256: string;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'application/json';
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly ppi: number;
  readonly viewMediaType: 'image/png' | 'image/jpeg';
  readonly view: Uint8Array<ArrayBuffer>;
  /** What the dossier sends on, made while the pixels are at hand. */
  readonly derived?: readonly DerivedImage[];
};
export type StillToEncode = { readonly still: Still; readonly slot: CaptureSlot | 'document' };

/** Visually lossless for a face at this size, about 150 kB. */
const PORTRAIT_QUALITY = 92;
/** Higher levels save 3 % of a print and cost three times as long. */
const PNG_LEVEL = 4;

/** The file a still is kept as: grey = PNG without loss, colour = JPEG, pen strokes = JSON with a drawn view. */
export function encodeStill({ still, slot }: StillToEncode): EncodedStill {
  if (still.type === 'strokes') return encodeStrokes(still);
  const { raster, ppi } = still;
  const { widthPx, heightPx } = raster;
  if (raster.channels === 4) {
    const jpeg = exact(encodeJpeg({ width: widthPx, height: heightPx, data: raster.pixels }, PORTRAIT_QUALITY).data);
    return { sha256: hash(jpeg), mediaType: 'image/jpeg', bytes: jpeg, widthPx, heightPx, ppi, viewMediaType: 'image/jpeg', view: jpeg };
  }
  const png = greyPng(raster);
  const derived = isPrint(slot) ? compressed(raster, ppi) : [];
  return { sha256: hash(png), mediaType: 'image/png', bytes: png, widthPx, heightPx, ppi, viewMediaType: 'image/png', view: png, derived };
}

const isPrint = (slot: StillToEncode['slot']): boolean => (FINGERPRINT_SLOTS as readonly string[]).includes(slot);

/** 15:1, what ANSI/NIST-ITL asks of 500 ppi prints. */
const WSQ_BITS_PER_PIXEL = 0.75;

/** Nothing for an image too small to be compressed: it is no print, and the officer will see that. */
function compressed({ widthPx, heightPx, pixels }: Raster, ppi: number): readonly DerivedImage[] {
  const wsq = encodeWsq({ widthPx, heightPx, pixels, ppi }, { bitsPerPixel: WSQ_BITS_PER_PIXEL });
  return wsq.ok ? [{ kind: 'wsq', bytes: exact(wsq.value) }] : [];
}

function encodeStrokes(strokes: Still & { type: 'strokes' }): EncodedStill {
  const { widthPx, heightPx, ppi } = strokes;
  const bytes = exact(writePenStrokes(strokes));
  return { sha256: hash(bytes), mediaType: 'application/json', bytes, widthPx, heightPx, ppi, viewMediaType: 'image/png', view: greyPng(drawStrokes(strokes)) };
}

const greyPng = ({ widthPx, heightPx, pixels }: Pick<Raster, 'widthPx' | 'heightPx'> & { readonly pixels: Uint8Array }): Uint8Array<ArrayBuffer> =>
  exact(encodePng({ width: widthPx, height: heightPx, data: pixels, channels: 1, depth: 8 }, { zlib: { level: PNG_LEVEL } }));

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A structured clone copies the whole buffer behind a view: never hand out a view of something larger. */
const exact = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);
