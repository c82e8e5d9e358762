import { drawStrokes } from '../../../../electron/core/biometrics/signature/ink.ts';
import { readPenStrokes, type PenStrokes } from '../../../../electron/core/biometrics/signature/pen-strokes.ts';
import type { GrayImage } from '../../../../electron/core/biometrics/image/gray-image.ts';
import { readGreyImage } from '../../images/read-grey-image.ts';

export type KeptSignature = { readonly strokes: PenStrokes | undefined; readonly image: GrayImage };

/**
 * The signature in a kept capture: strokes with the picture they draw, or the picture alone.
 * @param ppi of the picture, where the file doesn't say
 * @returns undefined where the file is neither
 */
export function signatureOf(bytes: Uint8Array, mediaType: string, ppi: number): KeptSignature | undefined {
  if (mediaType !== 'application/json') {
    const image = readGreyImage(bytes, ppi);
    return image.ok ? { strokes: undefined, image: image.value } : undefined;
  }
  try {
    const strokes = readPenStrokes(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return strokes === undefined ? undefined : { strokes, image: drawStrokes(strokes) };
  } catch {
    return undefined; // not UTF-8
  }
}
