import { chipPixels, hasChipCopy } from '../../../electron/core/biometrics/face/chip-portrait.ts';
import { CHIP_PORTRAIT_PX } from '../../../electron/core/biometrics/face/portrait-window.ts';
import type { RgbaImage } from '../../../electron/core/biometrics/face/rgba-image.ts';
import { encodeJpeg2000 } from './encode.ts';

/** The portrait's copy for the chip: JP2, 622×800, at most 17 kB. Undefined where a portrait has none, or the encoder failed. */
export async function encodeChipPortrait(portrait: RgbaImage): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!hasChipCopy(portrait)) return undefined;
  const file = await encodeJpeg2000(chipPixels(portrait), { maxBytes: CHIP_PORTRAIT_PX.maxBytes });
  return file.ok ? file.value : undefined;
}
