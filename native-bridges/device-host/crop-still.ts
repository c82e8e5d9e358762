import { cropPortrait } from '../../electron/core/biometrics/face/crop-portrait.ts';
import type { PortraitAdjust } from '../../electron/core/biometrics/face/portrait-adjust.ts';
import { inPortrait, portraitWindow, type Eyes } from '../../electron/core/biometrics/face/portrait-window.ts';
import type { Raster } from '../../drivers/contract/driver.ts';
import { encodeChipPortrait } from '../kit/jpeg2000/chip-portrait.ts';
import { encodeStill, type EncodedStill, type StillToEncode } from './encode-still.ts';
import { decodeRecorded } from './recorded-image.ts';

/** The portrait's file, and where the eyes and the chin are in it. */
export type CroppedStill = { readonly encoded: EncodedStill; readonly eyes: Eyes };

export type CropOrder = { readonly sha256: string; readonly bytes: Uint8Array; readonly mediaType: 'image/jpeg' | 'image/png'; readonly eyes: Eyes; readonly adjust?: PortraitAdjust | undefined };

/** The pixels of the last portrait encoded here: what is cut out of them moments later, once or again, needs no decoding and loses nothing to it. */
let last: { readonly sha256: string; readonly raster: Raster } | undefined;
let forget: ReturnType<typeof setTimeout> | undefined;
/** As long as the spool keeps the picture itself. */
const KEPT_MS = 30 * 60_000;

export function rememberPortrait({ still }: StillToEncode, encoded: EncodedStill): EncodedStill {
  if (still.type !== 'raster' || still.raster.channels !== 4) return encoded;
  last = { sha256: encoded.sha256, raster: still.raster };
  clearTimeout(forget);
  forget = setTimeout(() => {
    last = undefined;
  }, KEPT_MS).unref();
  return encoded;
}

/** The portrait with its copy for the chip. @throws {AppError} `device.recorded-input-bad` for what is no image. */
export async function cropStill({ sha256, bytes, mediaType, eyes, adjust }: CropOrder): Promise<CroppedStill> {
  const raster = last?.sha256 === sha256 ? last.raster : decodeRecorded({ file: 'still', format: mediaType === 'image/png' ? 'png' : 'jpg', widthPx: 0, heightPx: 0, bytes }, 4);
  const window = portraitWindow(eyes, adjust);
  const portrait = cropPortrait(raster, window);
  const jp2 = await encodeChipPortrait(portrait);
  return {
    encoded: { ...encodeStill({ slot: 'portrait', still: { type: 'raster', raster: { ...portrait, channels: 4 }, ppi: 0, warnings: [] } }), derived: jp2 === undefined ? [] : [{ kind: 'jp2', bytes: jp2 }] },
    eyes: { rightEye: inPortrait(window, eyes.rightEye), leftEye: inPortrait(window, eyes.leftEye), chin: inPortrait(window, eyes.chin) },
  };
}
