import { decodeWsq } from '../../electron/core/biometrics/wsq/decode.ts';
import type { FingerRepresentation } from '../../electron/core/biometrics/iso19794/finger.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import type { Raster } from '../contract/driver.ts';
import type { VerifiedFinger } from './verify-capture.ts';

/** Compression codes of ISO/IEC 19794-4:2011. */
const COMPRESSION = { none: 0, wsq: 2 } as const;
/** Opens compressed pictures (WSQ, JPEG, JPEG 2000, PNG) away from the host's loop; undefined for a compression it doesn't know. Without it the driver opens WSQ by itself. */
export type DecodePicture = (bytes: Uint8Array, compression: number) => Promise<Raster | 'damaged' | undefined>;

const CM_PER_INCH = 2.54;
const GAP_PX = 24;
const WHITE = 255;

type Print = { readonly raster: Raster; readonly ppi: number };

/** Picture and resolution of one record. Errors: `device.unsupported` for a compression nobody here opens, `device.bad-frame` for a damaged picture. */
export async function openPrint(record: FingerRepresentation, decode: DecodePicture | undefined): Promise<Result<Print, AppError>> {
  const { resolution, widthPx, heightPx, compression, bitDepth } = record;
  const ppi = Math.round(resolution.scaleUnits === 2 ? resolution.imageX * CM_PER_INCH : resolution.imageX);
  const raster = await pixelsOf(record, decode);
  if (raster === undefined) return err(new AppError('device.unsupported', { driver: 'sbi', compression }));
  if (raster === 'damaged' || bitDepth !== 8 || raster.widthPx !== widthPx || raster.heightPx !== heightPx || raster.channels !== 1) return err(new AppError('device.bad-frame', { driver: 'sbi', why: 'image' }));
  return ok({ raster, ppi });
}

async function pixelsOf(record: FingerRepresentation, decode: DecodePicture | undefined): Promise<Raster | 'damaged' | undefined> {
  const { widthPx, heightPx, data, compression } = record;
  if (compression === COMPRESSION.none) return data.length === widthPx * heightPx ? { widthPx, heightPx, channels: 1, pixels: Uint8Array.from(data) } : 'damaged';
  if (decode !== undefined || compression !== COMPRESSION.wsq) return decode?.(data, compression);
  const image = decodeWsq(data);
  return image.ok ? { widthPx: image.value.widthPx, heightPx: image.value.heightPx, channels: 1, pixels: Uint8Array.from(image.value.pixels) } : 'damaged';
}

/**
 * The fingers beside each other on white as they lay on the glass, pixels unchanged. SBI devices deliver the fingers of
 * a slap cut apart; their places on the glass are lost.
 */
export async function layOut(fingers: readonly VerifiedFinger[], decode?: DecodePicture): Promise<Result<Print, AppError>> {
  const prints: Print[] = [];
  for (const finger of inPlace(fingers)) {
    const print = await openPrint(finger.record.representations[0]!, decode);
    if (!print.ok) return print;
    prints.push(print.value);
  }
  const ppi = prints[0]?.ppi ?? 0;
  if (prints.some((print) => print.ppi !== ppi)) return err(new AppError('device.bad-frame', { driver: 'sbi', why: 'resolution' }));
  if (prints.length === 1) return ok(prints[0]!);
  const widthPx = prints.reduce((sum, { raster }) => sum + raster.widthPx + GAP_PX, -GAP_PX);
  const heightPx = Math.max(...prints.map(({ raster }) => raster.heightPx));
  const pixels = new Uint8Array(widthPx * heightPx).fill(WHITE);
  let left = 0;
  for (const { raster } of prints) {
    for (let y = 0; y < raster.heightPx; y++) pixels.set(raster.pixels.subarray(y * raster.widthPx, (y + 1) * raster.widthPx), y * widthPx + left);
    left += raster.widthPx + GAP_PX;
  }
  return ok({ raster: { widthPx, heightPx, channels: 1, pixels }, ppi });
}

const OUTWARD = ['thumb', 'index', 'middle', 'ring', 'little'];

/** Left to right: a right hand runs index to little, a left hand little to index, the left thumb before the right. */
function inPlace(fingers: readonly VerifiedFinger[]): readonly VerifiedFinger[] {
  const rank = ({ finger }: VerifiedFinger): number => {
    const n = OUTWARD.indexOf(finger.slice(finger.indexOf('-') + 1));
    return finger.startsWith('left-') ? -1 - n : n;
  };
  return fingers.toSorted((a, b) => rank(a) - rank(b));
}
