import type { SealedData } from '../../../../electron/contract/sealed.ts';
import { portraitProfile } from '../../../../electron/core/biometrics/enrolment/enrolment-transaction.ts';
import { faceRecordOf, type FacePicture } from '../../../../electron/core/biometrics/enrolment/face-record.ts';
import { chipPixels, hasChipCopy } from '../../../../electron/core/biometrics/face/chip-portrait.ts';
import { isFullFrontal } from '../../../../electron/core/biometrics/face/full-frontal.ts';
import { CHIP_PORTRAIT_PX } from '../../../../electron/core/biometrics/face/portrait-window.ts';
import { peakSignalToNoiseDb } from '../../../../electron/core/biometrics/image/gray-image.ts';
import { parseCbeff } from '../../../../electron/core/biometrics/itl/assurance.ts';
import { parseFace } from '../../../../electron/core/biometrics/itl/face-iris.ts';
import { findText, type TaggedRecord } from '../../../../electron/core/biometrics/itl/record.ts';
import { readFace2011 } from '../../../../electron/core/biometrics/iso19794/face.ts';
import { readRgbaImage } from '../../images/read-rgba-image.ts';
import { decodeJpeg2000 } from '../../jpeg2000/decode.ts';
import { sha256Hex } from '../seal-files.ts';
import { disagreement, sameBytes } from './disagreement.ts';
import type { Digests, KeptFile } from './kept-files.ts';
import { portraitFacts } from './portrait-facts.ts';

/** The chip's 17 kB leave 45 dB of a drawn portrait; portraits of two people agree to 15 dB in the median, the most alike of 1,770 drawn pairs to 38. */
const LEAST_PSNR_DB = 30;

type FaceParts = { readonly data: SealedData; readonly faces: readonly TaggedRecord[]; readonly blocks: readonly TaggedRecord[]; readonly faceFile: Uint8Array | undefined; readonly digests: Digests };

/** Portrait, Type-10, Type-99 and ISO record show one picture and claim of it what was measured; without a portrait none of them is there. */
export async function checkFace(portrait: KeptFile | undefined, { data, faces, blocks, faceFile, digests }: FaceParts): Promise<void> {
  const expected = portrait === undefined ? 0 : 1;
  if (faces.length !== expected || blocks.length !== expected || (faceFile === undefined) !== (portrait === undefined)) throw disagreement('number of portraits');
  const [face, block] = [faces[0], blocks[0]];
  if (portrait === undefined || faceFile === undefined || face === undefined || block === undefined) return;
  const parsed = parseFace(face);
  const { widthPx, heightPx, sha256 } = portrait.capture;
  if (parsed === undefined || !sameBytes(parsed.image.data, portrait.bytes) || parsed.image.widthPx !== widthPx || parsed.image.heightPx !== heightPx) throw disagreement('portrait');
  if (parsed.profile !== portraitProfile(isFullFrontal(portraitFacts(data, portrait.capture)))) throw disagreement('portrait profile');
  if (digests.get(parsed.idc) !== sha256 || findText(face, 996)?.toLowerCase() !== sha256Hex(portrait.bytes)) throw disagreement('digest', { slot: 'portrait' });
  const content = parseCbeff(block)?.data;
  if (content === undefined || !sameBytes(content, faceFile)) throw disagreement('face record');
  await checkFaceRecord(faceFile, portrait, data);
}

/** The record is the one that these facts and this picture give, and the picture is the portrait or its copy for the chip. */
async function checkFaceRecord(faceFile: Uint8Array, portrait: KeptFile, data: SealedData): Promise<void> {
  const record = readFace2011(faceFile);
  const [image, ...more] = record.ok ? record.value.representations : [];
  if (image === undefined || more.length > 0) throw disagreement('face record', record.ok ? {} : { at: record.error.offsetBytes });
  const { capture } = portrait;
  const picture = hasChipCopy(capture) ? chipPicture(image.data) : capturedPicture(portrait);
  const due = faceRecordOf({ picture, measured: portraitFacts(data, capture), sex: data.person.sex, capturedAt: capture.capturedAt });
  if (!sameBytes(due, faceFile)) throw disagreement('face record');
  if (hasChipCopy(capture)) await checkChipCopy(image.data, portrait);
}

const capturedPicture = ({ capture: { widthPx, heightPx, mediaType }, bytes }: KeptFile): FacePicture => ({ data: bytes, format: mediaType === 'image/png' ? 'PNG' : 'JPEG', widthPx, heightPx });

const chipPicture = (data: Uint8Array): FacePicture => ({ data, format: 'JPEG 2000', widthPx: CHIP_PORTRAIT_PX.widthPx, heightPx: CHIP_PORTRAIT_PX.heightPx });

async function checkChipCopy(jp2: Uint8Array, { capture, bytes }: KeptFile): Promise<void> {
  if (jp2.length > CHIP_PORTRAIT_PX.maxBytes) throw disagreement('chip portrait', { bytes: jp2.length });
  const [copy, whole] = [await decodeJpeg2000(jp2), readRgbaImage(bytes)];
  if (!copy.ok || whole === undefined || whole.widthPx !== capture.widthPx || whole.heightPx !== capture.heightPx) throw disagreement('chip portrait');
  const due = chipPixels(whole);
  if (copy.value.channels !== due.channels || copy.value.widthPx !== due.widthPx || copy.value.heightPx !== due.heightPx) throw disagreement('chip portrait');
  if (peakSignalToNoiseDb(copy.value.pixels, due.pixels) < LEAST_PSNR_DB) throw disagreement('another portrait');
}
