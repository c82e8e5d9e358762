import type { Capture, Dossier } from '../../../electron/contract/dossier.ts';
import type { Enrolment, EnrolmentPortrait, EnrolmentPrint, EnrolmentSignature, PrintedFinger } from '../../../electron/core/biometrics/enrolment/enrolment.ts';
import { faceRecordOf, type FacePicture } from '../../../electron/core/biometrics/enrolment/face-record.ts';
import { hasChipCopy } from '../../../electron/core/biometrics/face/chip-portrait.ts';
import { isFullFrontal } from '../../../electron/core/biometrics/face/full-frontal.ts';
import { CHIP_PORTRAIT_PX } from '../../../electron/core/biometrics/face/portrait-window.ts';
import { encodeWsq } from '../../../electron/core/biometrics/wsq/encode.ts';
import { FINGERPRINT_SLOTS, type FingerprintSlot } from '../../../electron/core/dossier/capture-slots.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { readGreyImage } from '../../kit/images/read-grey-image.ts';
import { readRgbaImage } from '../../kit/images/read-rgba-image.ts';
import { encodeChipPortrait } from '../../kit/jpeg2000/chip-portrait.ts';
import { dossierFacts } from '../../kit/sealed-dossier/biometrics/dossier-facts.ts';
import { portraitFacts } from '../../kit/sealed-dossier/biometrics/portrait-facts.ts';
import { signatureOf } from '../../kit/sealed-dossier/biometrics/signature-of.ts';
import type { SealInput } from '../seams.ts';

/** 15:1, what ANSI/NIST-ITL asks of 500 ppi prints. */
const WSQ_BITS_PER_PIXEL = 0.75;
/** Of a print whose scanner said nothing. */
const USUAL_PPI = 500;

type Kept = { readonly capture: Capture; readonly bytes: Uint8Array; readonly wsq: Uint8Array | undefined; readonly jp2: Uint8Array | undefined };

const isPrint = (slot: string): slot is FingerprintSlot => (FINGERPRINT_SLOTS as readonly string[]).includes(slot);
const unusable = (slot: string, why: string): AppError => new AppError('seal.failed', { why, slot });

/** The enrolment that a dossier stands for. @throws {AppError} seal.failed for a capture that is not what its slot says */
export async function enrolmentOf({ dossier, captures, station, sealedAt }: SealInput): Promise<Enrolment> {
  const kept = dossier.captures.map((capture): Kept => {
    const file = captures.find(({ slot }) => slot === capture.slot);
    if (file === undefined) throw unusable(capture.slot, 'capture');
    return { capture, bytes: file.bytes, wsq: file.wsq, jp2: file.jp2 };
  });
  const portrait = kept.find(({ capture }) => capture.slot === 'portrait');
  const signature = kept.find(({ capture }) => capture.slot === 'signature');
  return {
    dossier: dossierFacts(dossier, station), madeAt: sealedAt, person: dossier.person,
    missing: dossier.missingFingers.map(({ finger, reason }) => ({ finger, reason })),
    prints: FINGERPRINT_SLOTS.flatMap((slot) => kept.filter(({ capture }) => capture.slot === slot)).map((one) => printOf(one, dossier)),
    portrait: portrait === undefined ? undefined : await portraitOf(portrait, dossier),
    signature: signature === undefined ? undefined : signatureIn(signature),
  };
}

function printOf({ capture, bytes, wsq }: Kept, dossier: Dossier): EnrolmentPrint {
  const { slot, widthPx, heightPx, capturedAt, sha256, device } = capture;
  if (!isPrint(slot)) throw unusable(slot, 'no print');
  const ppi = capture.ppi === 0 ? USUAL_PPI : capture.ppi;
  const analysis = dossier.attempts.findLast((attempt) => attempt.sha256 === sha256)?.analysis;
  return {
    slot, widthPx, heightPx, ppi, capturedAt, sha256, wsq: wsq ?? compressed(slot, bytes, ppi),
    device: { model: device.model, serial: device.serial },
    fingers: analysis?.kind === 'fingerprint' ? analysis.segments.map(fingerOf) : undefined,
  };
}

const fingerOf = ({ finger, box, quality }: Extract<NonNullable<Dossier['attempts'][number]['analysis']>, { kind: 'fingerprint' }>['segments'][number]): PrintedFinger =>
  ({ finger: finger ?? undefined, box: { leftPx: box.xPx, topPx: box.yPx, widthPx: box.widthPx, heightPx: box.heightPx }, score: quality ?? undefined });

/** Only for images that were kept before compressing at the counter came, or came from elsewhere. */
function compressed(slot: FingerprintSlot, bytes: Uint8Array, ppi: number): Uint8Array {
  const image = readGreyImage(bytes, ppi);
  if (!image.ok) throw unusable(slot, image.error.code);
  const wsq = encodeWsq(image.value, { bitsPerPixel: WSQ_BITS_PER_PIXEL });
  if (!wsq.ok) throw unusable(slot, wsq.error.code);
  return wsq.value;
}

async function portraitOf({ capture, bytes, jp2 }: Kept, dossier: Dossier): Promise<EnrolmentPortrait> {
  const { widthPx, heightPx, capturedAt, sha256, mediaType } = capture;
  const format = mediaType === 'image/png' ? 'PNG' : 'JPEG';
  const measured = portraitFacts(dossier, capture);
  const chip = hasChipCopy(capture) ? jp2 ?? (await chipCopy(bytes)) : undefined;
  const picture: FacePicture = chip === undefined ? { data: bytes, format, widthPx, heightPx } : { data: chip, format: 'JPEG 2000', widthPx: CHIP_PORTRAIT_PX.widthPx, heightPx: CHIP_PORTRAIT_PX.heightPx };
  return {
    widthPx, heightPx, capturedAt, sha256, data: bytes, compression: format === 'PNG' ? 'PNG' : 'JPEGB', fullFrontal: isFullFrontal(measured),
    faceRecord: faceRecordOf({ picture, measured, sex: dossier.person.sex, capturedAt }),
  };
}

/** Only for portraits that weren't cut out at the counter, or were kept before the copy was made there. */
async function chipCopy(bytes: Uint8Array): Promise<Uint8Array> {
  const portrait = readRgbaImage(bytes);
  const chip = portrait === undefined ? undefined : await encodeChipPortrait(portrait);
  if (chip === undefined) throw unusable('portrait', 'chip portrait');
  return chip;
}

function signatureIn({ capture, bytes }: Kept): EnrolmentSignature {
  const signature = signatureOf(bytes, capture.mediaType, capture.ppi);
  if (signature === undefined) throw unusable('signature', 'no signature');
  return { ...signature, capturedAt: capture.capturedAt, sha256: capture.sha256 };
}
