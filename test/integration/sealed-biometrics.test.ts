import { describe, expect, it } from 'vitest';
import { BIOMETRIC_FILES } from '../../electron/contract/sealed.ts';
import { readItl } from '../../electron/core/biometrics/itl/read.ts';
import { parseFingerprint } from '../../electron/core/biometrics/itl/fingerprint.ts';
import type { ItlRecord } from '../../electron/core/biometrics/itl/record.ts';
import { writeItl } from '../../electron/core/biometrics/itl/write.ts';
import { judgeDossier } from '../../native-bridges/practice-centre/judge-dossier.ts';
import { attemptLogOf } from '../../native-bridges/kit/sealed-dossier/biometrics/attempt-log.ts';
import { canonicalJson } from '../../native-bridges/kit/sealed-dossier/canonical-json.ts';
import { checkSealed } from '../../native-bridges/kit/sealed-dossier/check-sealed.ts';
import type { SealInput } from '../../native-bridges/store-host/seams.ts';
import { biometricFiles } from '../../native-bridges/store-host/sealing/biometric-files.ts';
import { sealDossier } from '../../native-bridges/store-host/sealing/seal.ts';
import { printPng } from '../fixtures/kept-images.ts';
import { Liar, withSubfields, withText } from './lying-dossier.ts';
import { makePki, makeSealInput, makeStation, newCentre, trustOf } from './seal-fixture.ts';

const pki = makePki();
const station = makeStation(pki);
const trust = trustOf(pki);
const analysis = {
  kind: 'fingerprint', impression: 'plain', measure: 'TCC-PQ2', expected: ['right-index'], hand: 'right', problems: [{ kind: 'low-quality', finger: 'right-index' }], rollCheck: null, verdict: 'retake',
  segments: [{ finger: 'right-index', box: { xPx: 4, yPx: 5, widthPx: 30, heightPx: 40, angleDeg: 2.5 }, quality: null, threshold: 30, reasons: ['dry'], ok: false }],
} as const;

/** One slap tried twice, kept with what was found in it. */
function inputWithAttempts(): SealInput {
  const input = makeSealInput(station, 0, { missingFingers: [{ finger: 'left-ring', reason: 'amputated', permanent: true, note: '' }] });
  const [slap] = input.dossier.captures;
  const common = { slot: slap!.slot, at: input.sealedAt, officerId: input.officer.id, device: slap!.device, analysis: structuredClone(analysis) as never, record: null, shown: null, veto: 'none' as const };
  const attempts = [{ ...common, attempt: 1, sha256: 'a'.repeat(64), outcome: 'rejected' as const, reason: 'mờ' }, { ...common, attempt: 2, sha256: slap!.sha256, outcome: 'accepted' as const, reason: '' }];
  return { ...input, dossier: { ...input.dossier, attempts } };
}
const input = inputWithAttempts();
const sealed = await sealDossier(input);
const opened = (await checkSealed(sealed.bytes, trust)).dossier!;

const liar = new Liar(opened, station);
const failureOf = async (bytes: Uint8Array): Promise<unknown> => (await checkSealed(bytes, trust)).checks.find(({ state }) => state === 'failed')?.error;

describe('the biometric files of a sealed dossier', () => {
  it('are there, and the transaction is written as it reads', async () => {
    expect((await checkSealed(sealed.bytes, trust)).checks.at(-1)).toEqual({ name: 'biometrics', state: 'passed' });
    expect(opened.manifest.files.map(({ name }) => name).slice(0, 4)).toEqual(['dossier.json', 'biometrics.an2', 'attempts.json', 'face.bdb']);
    expect(opened.biometrics.records).toEqual({ 1: 1, 2: 1, 8: 2, 10: 1, 14: 3, 98: 1, 99: 1 });
    const [file] = await biometricFiles(input);
    const read = readItl(file!.bytes);
    expect(read.ok && writeItl(read.value)).toEqual({ ok: true, value: file!.bytes });
  });

  it('log every try with what was measured; what failed has no number', () => {
    const { bytes } = opened.files.find(({ name }) => name === BIOMETRIC_FILES.attempts)!;
    expect(JSON.parse(Buffer.from(bytes).toString('utf8'))).toMatchObject({
      attempts: [
        { slot: 'right-four', n: 1, outcome: 'rejected', reason: 'mờ', device: { driver: 'simulated-ten-print' }, verdict: 'retake', problems: ['low-quality'], qualities: [{ finger: 'right-index', quality: null, reasons: ['dry'] }] },
        { n: 2, outcome: 'accepted' },
      ],
    });
  });

  it('give a finger whose measure failed, or that was not found, 255 and never a number', () => {
    const read = readItl(opened.files.find(({ name }) => name === BIOMETRIC_FILES.transaction)!.bytes);
    const prints = read.ok ? read.value.records.flatMap((record) => (record.kind === 'tagged' && record.type === 14 ? [parseFingerprint(record)!] : [])) : [];
    expect(prints[0]).toMatchObject({ position: 13, nistQuality: [2, 3, 4, 5].map((position) => ({ position, score: 254 })), quality: [2, 3, 4, 5].map((position) => ({ position, score: 255 })) });
    // Nobody looked at these.
    expect(prints.slice(1).map(({ quality }) => quality)).toEqual([[], []]);
  });

  it('are made of the WSQ that the counter handed over, where it did', async () => {
    const [slap, ...rest] = input.captures;
    const other = { ...input, captures: [{ ...slap!, wsq: Uint8Array.of(0xff, 0xa0, 1, 2, 3) }, ...rest] };
    expect(await failureOf((await sealDossier(other)).bytes)).toEqual({ code: 'sealed.bad-biometrics', detail: { why: 'print image', slot: 'right-four' } });
  });

  it.each([
    ['another name', withText(2, 18, 'NGUYỄN VĂN AN'), 'person'],
    ['another number', withText(2, 20, '001095000001'), 'person'],
    ['another dossier', withText(1, 9, '26-0101-0001'), 'header'],
    ['another domain', withText(1, 13, 'NORAM'), 'domain'],
    ['a finger too few missing', withText(14, 18, ''), 'missing fingers'],
    ['prints under another position', withText(14, 13, '14'), 'print'],
    ['a hash of another image', withText(14, 996, '00'), 'fingerprint record'],
    ['a score where measuring failed', withSubfields(14, 24, [['2', '61', '0000', '2']]), 'print quality'],
    ['no score at all', withText(14, 24, ''), 'print quality'],
    ['an NFIQ that nobody reckoned', withSubfields(14, 22, [['2', '1']]), 'print quality'],
    ['no digests', (records: readonly ItlRecord[]) => records.map((record) => (record.kind === 'tagged' && record.type === 98 ? { ...record, fields: record.fields.filter(({ number }) => number !== 200) } : record)), 'digest'],
  ] as const)('that tell %s are found out', async (_name, change, why) => {
    expect(await failureOf(liar.rewritten(change))).toMatchObject({ code: 'sealed.bad-biometrics', detail: { why } });
  });

  it('that show another finger, or another signature, are found out', async () => {
    const [right, left, ...rest] = input.captures;
    const swapped = await biometricFiles({ ...input, captures: [{ ...right!, bytes: Buffer.from(printPng(900)) }, left!, ...rest] });
    expect(await failureOf(liar.sealedWith({ [BIOMETRIC_FILES.transaction]: () => swapped[0]!.bytes }))).toMatchObject({ detail: { why: 'another print', slot: 'right-four' } });
    const turned = liar.rewritten((records) => records.map((record) => (record.kind === 'type-8' ? { ...record, data: record.data.toReversed() } : record)));
    expect(await failureOf(turned)).toMatchObject({ code: 'sealed.bad-biometrics', detail: { why: 'signature' } });
  });

  it.each([
    ['no transaction', BIOMETRIC_FILES.transaction, () => Buffer.from('no transaction at all'), 'itl.bad-field'],
    ['a cut transaction', BIOMETRIC_FILES.transaction, (bytes: Uint8Array) => bytes.subarray(0, 500), 'itl.truncated'],
    ['another face record', BIOMETRIC_FILES.face, (bytes: Uint8Array) => bytes.with(30, bytes[30]! ^ 1), 'face record'],
    ['a log with a try too few', BIOMETRIC_FILES.attempts, () => canonicalJson(attemptLogOf({ ...input.dossier, attempts: [] })), 'attempt log'],
  ] as const)('%s is refused by the check and by the centre', async (_name, name, change, why) => {
    const bytes = liar.sealedWith({ [name]: change });
    expect(await failureOf(bytes)).toMatchObject({ code: 'sealed.bad-biometrics', detail: { why } });
    expect(await judgeDossier(bytes, trust, newCentre())).toMatchObject({ reason: 'bad-biometrics' });
  });
});
