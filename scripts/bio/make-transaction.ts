import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { encode as encodeJpeg } from 'jpeg-js';
import type { CodecError } from '../../electron/core/biometrics/codec-error.ts';
import type { Enrolment, EnrolmentPortrait, EnrolmentPrint, PrintedFinger } from '../../electron/core/biometrics/enrolment/enrolment.ts';
import { enrolmentTransaction } from '../../electron/core/biometrics/enrolment/enrolment-transaction.ts';
import { faceRecordOf } from '../../electron/core/biometrics/enrolment/face-record.ts';
import { CHIP_PORTRAIT_PX } from '../../electron/core/biometrics/face/portrait-window.ts';
import type { GrayImage } from '../../electron/core/biometrics/image/gray-image.ts';
import { writeItl } from '../../electron/core/biometrics/itl/write.ts';
import { assessPrint, assessSegment, type PrintQuality } from '../../electron/core/biometrics/quality/print-quality.ts';
import { segmentSlap } from '../../electron/core/biometrics/segmentation/segment-slap.ts';
import { drawStrokes } from '../../electron/core/biometrics/signature/ink.ts';
import { writePenStrokes } from '../../electron/core/biometrics/signature/pen-strokes.ts';
import { encodeWsq } from '../../electron/core/biometrics/wsq/encode.ts';
import { FINGERS, SLAPS, isSlap, type Finger, type FingerprintSlot, type MissingReason } from '../../electron/core/dossier/capture-slots.ts';
import { EMPTY_PERSON, type Person } from '../../electron/core/person/person.ts';
import type { Result } from '../../electron/core/result/result.ts';
import { citizensFrom, type Citizen } from '../../drivers/personas/citizens.ts';
import { impression } from '../../drivers/personas/impression.ts';
import { masterFinger } from '../../drivers/personas/master-finger.ts';
import { drawPortrait } from '../../drivers/personas/portrait.ts';
import { PAD, signSamples } from '../../drivers/personas/signature.ts';
import { slap } from '../../drivers/personas/slap.ts';
import { encodeChipPortrait } from '../../native-bridges/kit/jpeg2000/chip-portrait.ts';
import { answered, manyOf, wholeNumber, type Answer, type Command, type Options } from './command.ts';

export const TRANSACTION_COMMANDS: Readonly<Record<string, Command>> = {
  'itl-make': { files: 1, run: ([output], options) => makeTransactionFile(output!, options) },
};

/** The same seed always gives the same file, so nothing in it is of today. */
const MADE_AT = '2026-01-05T03:04:05.000Z';
const PPI = 500;
const PORTRAIT_PX = { widthPx: 1_244, heightPx: 1_600 };
const PORTRAIT_QUALITY = 92;
const WSQ_BITS_PER_PIXEL = 0.75;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A whole synthetic enrolment, measured by the station's own engine as a captured one is. */
async function makeTransactionFile(output: string, options: Options): Promise<Result<Answer, CodecError>> {
  const seed = wholeNumber('seed', options.seed);
  const missing = manyOf('missing', options.missing, FINGERS);
  const enrolment = await enrolmentOf(seed, missing, options.rolled);
  return answered(writeItl(enrolmentTransaction(enrolment, options.ascii ? 'ascii' : 'utf-8')), (bytes) => {
    writeFileSync(output, bytes);
    const scores = enrolment.prints.flatMap(({ fingers }) => fingers ?? []).map(({ finger, score }) => ({ finger: finger ?? null, score: score ?? null }));
    return {
      json: { bytes: bytes.length, prints: enrolment.prints.map(({ slot }) => slot), scores },
      text: `${bytes.length} bytes: ${enrolment.prints.map(({ slot }) => slot).join(', ')}, portrait, signature`,
    };
  });
}

async function enrolmentOf(seed: number, missing: readonly Finger[], rolled: boolean): Promise<Enrolment> {
  const gone = new Set(missing);
  const slots: readonly FingerprintSlot[] = [...SLAPS, ...(rolled ? FINGERS.filter((finger) => !gone.has(finger)).map((finger): FingerprintSlot => `rolled-${finger}`) : [])];
  const person = personOf(citizensFrom(seed, 4).at(-1)!);
  const strokes = { ...PAD, samples: signSamples(seed, 1) };
  return {
    dossier: { id: `00000000-0000-4000-8000-${String(seed).padStart(12, '0')}`, number: `26-0105-${String(seed % 10_000).padStart(4, '0')}`, kind: 'first-issue', unit: 'Công an phường Mẫu', receivedOn: '2026-01-05' },
    madeAt: MADE_AT, person,
    missing: missing.map((finger) => ({ finger, reason: 'amputated' satisfies MissingReason })),
    prints: slots.map((slot) => printOf(seed, slot, gone)),
    portrait: await portraitOf(seed, person.sex),
    signature: { strokes, image: drawStrokes(strokes), capturedAt: MADE_AT, sha256: sha256(writePenStrokes(strokes)) },
  };
}

/** A drawing that nobody measured: a basic portrait, with the chip's copy in its record. */
async function portraitOf(seed: number, sex: string): Promise<EnrolmentPortrait> {
  const portrait = drawPortrait({ ...PORTRAIT_PX, seed });
  const data = new Uint8Array(encodeJpeg({ width: PORTRAIT_PX.widthPx, height: PORTRAIT_PX.heightPx, data: portrait.pixels }, PORTRAIT_QUALITY).data);
  const chip = await encodeChipPortrait(portrait);
  if (chip === undefined) throw new Error('no chip portrait');
  const picture = { data: chip, format: 'JPEG 2000', widthPx: CHIP_PORTRAIT_PX.widthPx, heightPx: CHIP_PORTRAIT_PX.heightPx } as const;
  return { ...PORTRAIT_PX, capturedAt: MADE_AT, sha256: sha256(data), compression: 'JPEGB', data, fullFrontal: false, faceRecord: faceRecordOf({ picture, measured: undefined, sex, capturedAt: MADE_AT }) };
}

function printOf(seed: number, slot: FingerprintSlot, missing: ReadonlySet<Finger>): EnrolmentPrint {
  const { raster } = isSlap(slot) ? slap(seed, slot, { impressionSeed: 1, missing }) : impression(masterFinger(seed, fingerIn(slot)), { seed: 1, kind: 'rolled' });
  const image: GrayImage = { ...raster, ppi: PPI };
  const wsq = encodeWsq(image, { bitsPerPixel: WSQ_BITS_PER_PIXEL });
  if (!wsq.ok) throw new Error(wsq.error.code);
  const { widthPx, heightPx } = raster;
  return { slot, widthPx, heightPx, ppi: PPI, wsq: wsq.value, capturedAt: MADE_AT, sha256: sha256(raster.pixels), device: { model: 'synthetic', serial: String(seed) }, fingers: measured(image, slot, missing) };
}

const fingerIn = (slot: FingerprintSlot): Finger => FINGERS.find((finger) => slot.endsWith(finger)) ?? FINGERS[0];
const scoreOf = (quality: PrintQuality): number | undefined => (quality.kind === 'measured' ? quality.score : undefined);

function measured(image: GrayImage, slot: FingerprintSlot, missing: ReadonlySet<Finger>): readonly PrintedFinger[] {
  if (isSlap(slot)) return segmentSlap(image, { slot, missing }).fingers.map(({ finger, box }) => ({ finger, box, score: scoreOf(assessSegment(image, box)) }));
  return [{ finger: fingerIn(slot), box: { leftPx: 0, topPx: 0, widthPx: image.widthPx, heightPx: image.heightPx }, score: scoreOf(assessPrint(image)) }];
}

const nameOf = (name: Citizen['father']): string => (name === undefined ? '' : [name.surname, name.middle, name.given].filter((part) => part !== '').join(' '));

const personOf = (citizen: Citizen): Person => ({
  ...EMPTY_PERSON,
  fullName: nameOf(citizen.name).toLocaleUpperCase('vi'), pid: citizen.pid, oldIdNumber: citizen.oldIdNumber, birthDate: citizen.birthDate, sex: String(citizen.sex),
  ethnicity: citizen.ethnicity.name, religion: citizen.religion.name, nationality: 'Việt Nam',
  birthRegistration: citizen.birthRegistration.text, homeTown: citizen.homeTown.text, residence: citizen.residence.text, currentAddress: citizen.currentAddress.text,
  fatherName: nameOf(citizen.father), motherName: nameOf(citizen.mother), spouseName: nameOf(citizen.spouse),
});
