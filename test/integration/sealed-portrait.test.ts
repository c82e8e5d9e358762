import { encode as encodeJpeg } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { BIOMETRIC_FILES } from '../../electron/contract/sealed.ts';
import { FACE_CRITERIA, judge } from '../../electron/core/biometrics/face/criteria/criterion.ts';
import { chipPixels } from '../../electron/core/biometrics/face/chip-portrait.ts';
import { CHIP_PORTRAIT_PX } from '../../electron/core/biometrics/face/portrait-window.ts';
import { peakSignalToNoiseDb } from '../../electron/core/biometrics/image/gray-image.ts';
import { readFace2011, writeFace2011, type FaceRepresentation } from '../../electron/core/biometrics/iso19794/face.ts';
import { parseFace } from '../../electron/core/biometrics/itl/face-iris.ts';
import { readItl } from '../../electron/core/biometrics/itl/read.ts';
import { drawPortrait } from '../../drivers/personas/portrait.ts';
import { encodeChipPortrait } from '../../native-bridges/kit/jpeg2000/chip-portrait.ts';
import { decodeJpeg2000 } from '../../native-bridges/kit/jpeg2000/decode.ts';
import { checkSealed } from '../../native-bridges/kit/sealed-dossier/check-sealed.ts';
import { sha256Hex } from '../../native-bridges/kit/sealed-dossier/seal-files.ts';
import type { SealInput } from '../../native-bridges/store-host/seams.ts';
import { sealDossier } from '../../native-bridges/store-host/sealing/seal.ts';
import { Liar, withRecords, withText } from './lying-dossier.ts';
import { makePki, makeSealInput, makeStation, trustOf } from './seal-fixture.ts';

const pki = makePki();
const station = makeStation(pki);
const trust = trustOf(pki);
const { maxBytes, ...CHIP_PX } = CHIP_PORTRAIT_PX;
const [SEED, OTHER_SEED] = [3, 4] as const;

/** What a good portrait measures: every criterion met, the head 55 % of the width. */
const VALUES: Partial<Record<(typeof FACE_CRITERIA)[number], number>> = { 'head-width': 0.55, 'head-height': 0.63 };
const criteria = FACE_CRITERIA.map((criterion) => judge(criterion, 'share', VALUES[criterion] ?? 0, {}));
const findings = { kind: 'portrait' as const, measure: 'page-detector', template: 'adult' as const, pose: { yawDeg: 0, pitchDeg: 0, rollDeg: 0 }, rightEye: { x: 250, y: 360 }, leftEye: { x: 372, y: 360 }, chin: { x: 311, y: 560 }, criteria, verdict: 'good' as const };

type Size = { readonly widthPx: number; readonly heightPx: number };

function portraitJpeg(seed: number, size: Size): Buffer {
  const { pixels } = drawPortrait({ ...size, seed });
  return Buffer.from(encodeJpeg({ width: size.widthPx, height: size.heightPx, data: pixels }, 92).data);
}

/** A dossier with a portrait as a counter keeps it, and what was found in it. */
function withPortrait(size: Size = CHIP_PX, analysis: typeof findings | null = findings): SealInput {
  const input = makeSealInput(station);
  const bytes = portraitJpeg(SEED, size);
  const captures = input.captures.map((capture) => (capture.slot === 'portrait' ? { ...capture, mediaType: 'image/jpeg', bytes } : capture));
  const kept = input.dossier.captures.map((capture) => (capture.slot === 'portrait' ? { ...capture, ...size, ppi: 0, mediaType: 'image/jpeg' as const, sha256: sha256Hex(bytes), bytes: bytes.length } : capture));
  const attempts = [{ slot: 'portrait' as const, attempt: 1, sha256: sha256Hex(bytes), outcome: 'accepted' as const, reason: '', at: input.sealedAt, officerId: input.officer.id, device: kept[0]!.device, analysis, record: null, shown: null, veto: 'none' as const }];
  return { ...input, captures, dossier: { ...input.dossier, captures: kept, attempts: structuredClone(attempts) } };
}

async function opened(input: SealInput) {
  const { dossier, checks } = await checkSealed((await sealDossier(input)).bytes, trust);
  if (dossier === undefined) throw new Error(JSON.stringify(checks.find(({ state }) => state === 'failed')));
  const file = (name: string): Uint8Array => dossier.files.find((one) => one.name === name)!.bytes;
  const [transaction, record] = [readItl(file(BIOMETRIC_FILES.transaction)), readFace2011(file(BIOMETRIC_FILES.face))];
  if (!transaction.ok || !record.ok) throw new Error('unreadable');
  const type10 = transaction.value.records.flatMap((one) => (one.kind === 'tagged' ? [parseFace(one)] : [])).find((face) => face !== undefined);
  return { dossier, type10: type10!, image: record.value.representations[0]! };
}

describe('the portrait of a sealed dossier', () => {
  it('is kept as captured, and for the chip as JPEG 2000 of 622×800 and 17 kB in the ISO record', async () => {
    const { type10, image } = await opened(withPortrait());
    expect(type10).toMatchObject({ profile: 13, image: { compression: 'JPEGB', ...CHIP_PX } });
    expect(image).toMatchObject({ imageType: 1, dataType: 1, ...CHIP_PX, samplingLevel: 3, landmarks: [{ type: 1, code: 0xc1, x: 372, y: 360 }, { type: 1, code: 0xc2, x: 250, y: 360 }] });
    expect(image.data.length).toBeLessThanOrEqual(maxBytes);
    expect(image.data.length).toBeGreaterThan(0.9 * maxBytes);
    const copy = await decodeJpeg2000(image.data);
    expect(copy.ok && peakSignalToNoiseDb(copy.value.pixels, chipPixels(drawPortrait({ ...CHIP_PX, seed: SEED })).pixels)).toBeGreaterThan(35);
  });

  it('claims nothing when nobody measured it', async () => {
    const { type10, image } = await opened(withPortrait(CHIP_PX, null));
    expect(type10.profile).toBe(0);
    expect(image).toMatchObject({ imageType: 0, samplingLevel: 0, landmarks: [] });
  });

  it('too small for the chip is in the record as it was captured', async () => {
    const { image } = await opened(withPortrait({ widthPx: 311, heightPx: 400 }, null));
    expect(image).toMatchObject({ dataType: 0, widthPx: 311, landmarks: [] });
  });

  it('uses the copy that the counter made', async () => {
    const input = withPortrait();
    const jp2 = (await encodeChipPortrait(drawPortrait({ ...CHIP_PX, seed: SEED })))!;
    const { image } = await opened({ ...input, captures: input.captures.map((one) => (one.slot === 'portrait' ? { ...one, jp2 } : one)) });
    expect(Buffer.compare(image.data, jp2)).toBe(0);
  });
});

describe('a station that lies about a portrait', async () => {
  const [measured, unmeasured] = [await opened(withPortrait()), await opened(withPortrait(CHIP_PX, null))];
  const other = (await encodeChipPortrait(drawPortrait({ ...CHIP_PX, seed: OTHER_SEED })))!;
  /** The ISO record changed, in its file and in the transaction alike. */
  function withRecord({ dossier }: typeof measured, change: (image: FaceRepresentation) => FaceRepresentation): Buffer {
    const remade = (bytes: Uint8Array): Uint8Array => {
      const record = readFace2011(bytes);
      if (!record.ok) throw new Error(record.error.code);
      return writeFace2011({ ...record.value, representations: record.value.representations.map(change) });
    };
    const transaction = (bytes: Uint8Array): Uint8Array =>
      withRecords(bytes, (records) => records.map((one) => (one.kind === 'tagged' && one.type === 99 ? { ...one, fields: one.fields.map((field) => ('data' in field ? { ...field, data: remade(field.data) } : field)) } : one)));
    return new Liar(dossier, station).sealedWith({ [BIOMETRIC_FILES.face]: remade, [BIOMETRIC_FILES.transaction]: transaction });
  }
  it.each([
    ['another face for the chip', () => withRecord(measured, (image) => ({ ...image, data: other })), 'another portrait'],
    ['no image for the chip', () => withRecord(measured, (image) => ({ ...image, data: other.subarray(0, 400) })), 'chip portrait'],
    ['a file too large for the chip', () => withRecord(measured, (image) => ({ ...image, data: Buffer.concat([image.data, Buffer.alloc(900)]) })), 'chip portrait'],
    ['full frontal that nobody measured', () => withRecord(unmeasured, (image) => ({ ...image, imageType: 1 })), 'face record'],
    ['a token image', () => withRecord(measured, (image) => ({ ...image, imageType: 2 })), 'face record'],
    ['eyes that lie elsewhere', () => withRecord(measured, (image) => ({ ...image, landmarks: [] })), 'face record'],
    ['a profile that nobody measured', () => new Liar(unmeasured.dossier, station).rewritten(withText(10, 13, '13')), 'portrait profile'],
  ] as const)('is found out: %s', async (_what, lie, why) => {
    const { checks } = await checkSealed(lie(), trust);
    expect(checks.find(({ state }) => state === 'failed')?.error).toMatchObject({ code: 'sealed.bad-biometrics', detail: { why } });
  });
});
