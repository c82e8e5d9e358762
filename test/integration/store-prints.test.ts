import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaptureEnding } from '../../electron/contract/attempt.ts';
import type { PrintAnalysis, PrintProblem } from '../../electron/contract/analysis.ts';
import type { Dossier } from '../../electron/contract/dossier.ts';
import { StationFixture } from './station-fixture.ts';
import { OFFICER, RECORD, TECHNICIAN, codeIn, must, pngOf, type Calls } from './store-harness.ts';

let fixture: StationFixture;
let officer: Calls;
let dossier: Dossier;

beforeEach(async () => {
  fixture = new StationFixture();
  officer = fixture.signedIn(OFFICER);
  dossier = await fixture.open(officer);
});
afterEach(() => fixture.close());

const found = (verdict: PrintAnalysis['verdict'], ...problems: PrintProblem[]): PrintAnalysis => ({
  kind: 'fingerprint', impression: 'plain', measure: 'TCC-PQ2', expected: ['right-index', 'right-middle', 'right-ring', 'right-little'], hand: 'right', rollCheck: null, verdict, problems,
  segments: [{ finger: 'right-index', box: { xPx: 1, yPx: 2, widthPx: 30, heightPx: 40, angleDeg: -3 }, quality: null, threshold: 30, reasons: ['wet'], ok: false }],
});
const LOW = { kind: 'low-quality', finger: 'right-index' } as const;
const WRONG_HAND = { kind: 'wrong-hand', looksLike: 'left' } as const;
const target = () => ({ id: dossier.id, version: dossier.version, slot: 'right-four' as const });
const tries = () => dossier.attempts.map(({ attempt, outcome, reason }) => [attempt, outcome, reason]);

const accept = async (sha256: string, reason?: string) => officer['capture.accept']({ ...target(), sha256, ...(reason === undefined ? {} : { reason }) });
async function setAside(variant: number): Promise<string> {
  const sha256 = fixture.spool.put('right-four', variant, found('retake', LOW));
  dossier = must(await officer['capture.set-aside']({ ...target(), sha256 }));
  return sha256;
}

describe('tries at a slap', () => {
  it('keep what was found in each, also of those set aside', async () => {
    const analysis = found('retake', LOW);
    await setAside(1);
    dossier = must(await accept(fixture.spool.put('right-four', 2, found('good'))));
    expect(dossier.attempts.map((one) => one.analysis)).toEqual([analysis, found('good')]);
    expect(tries()).toEqual([[1, 'rejected', 'next-try'], [2, 'accepted', '']]);
    expect(dossier.captures[0]?.attempt).toBe(2);
  });

  it('leave the image in the spool until one is used, and let all go then', async () => {
    const [first, second] = [await setAside(1), await setAside(2)];
    expect(fixture.spool.released).toEqual([]);
    dossier = must(await accept(first, 'da khô'));
    expect(tries().at(-1)).toEqual([1, 'accepted', 'da khô']);
    expect(new Set(fixture.spool.released)).toEqual(new Set([first, second]));
  });

  it('give the best of three without a reason when quality alone is low', async () => {
    const first = await setAside(1);
    expect(codeIn(await accept(first))).toBe('capture.reason-required');
    await setAside(2);
    await setAside(3);
    dossier = must(await accept(first));
    expect(dossier.captures[0]).toMatchObject({ slot: 'right-four', attempt: 1 });
  });

  it('count from one again after the officer refused them', async () => {
    await setAside(1);
    const second = await setAside(2);
    dossier = must(await officer['capture.reject']({ ...target(), sha256: second, reason: 'citizen' }));
    expect(tries()).toEqual([[1, 'rejected', 'next-try'], [2, 'rejected', 'next-try'], [2, 'rejected', 'citizen']]);
    const third = await setAside(3);
    expect(codeIn(await accept(third))).toBe('capture.reason-required');
  });
});

describe('an image against the rules', () => {
  it('is used with a reason only, however often it was tried', async () => {
    const sha256 = fixture.spool.put('right-four', 1, found('look', WRONG_HAND));
    expect(codeIn(await accept(sha256))).toBe('capture.reason-required');
    expect(codeIn(await accept(sha256, '  '))).toBe('capture.reason-required');
    dossier = must(await accept(sha256, 'hand-is-right'));
    expect(dossier.attempts.at(-1)).toMatchObject({ outcome: 'accepted', reason: 'hand-is-right', analysis: { problems: [WRONG_HAND] } });
  });

  it('follows the station’s setting of tries', async () => {
    const technician = fixture.signedIn(TECHNICIAN);
    must(await technician['settings.set']({ key: 'capture.attempts', value: 1 }));
    expect(codeIn(await technician['settings.set']({ key: 'capture.quality.thumb', value: 101 }))).toBe('settings.bad-value');
    dossier = must(await accept(fixture.spool.put('right-four', 1, found('retake', LOW))));
    expect(dossier.captures).toHaveLength(1);
  });
});

describe('kept plain prints', () => {
  const give = async (subject: string) => {
    await fixture.station.keptPrints.give(subject, fixture.station.spool()!);
    return fixture.spool.recalled.at(-1)!;
  };

  it('go back to device-host while the dossier is being captured, with the fingers that were missing then', async () => {
    const hand = { ...found('good'), expected: ['right-index', 'right-middle', 'right-ring'] as PrintAnalysis['expected'] };
    dossier = must(await accept(fixture.spool.put('right-four', 1, hand)));
    dossier = must(await officer['capture.accept']({ ...target(), slot: 'rolled-right-index', sha256: fixture.spool.put('rolled-right-index') }));
    const { subject, prints, whole } = await give(dossier.id);
    expect({ subject, whole, prints: prints.map(({ slot, ppi, missing }) => ({ slot, ppi, missing })) }).toEqual({ subject: dossier.id, whole: true, prints: [{ slot: 'right-four', ppi: 500, missing: ['right-little'] }] });
    expect(Buffer.from(prints[0]!.bytes).equals(Buffer.from(pngOf('right-four', 1)))).toBe(true);
  });

  it('of a damaged file are left out, and it is said', async () => {
    const sha256 = fixture.spool.put('right-four', 1, found('good'));
    dossier = must(await accept(sha256));
    writeFileSync(join(fixture.folder.path, 'blobs', sha256.slice(0, 2), sha256), 'damaged');
    expect(await give(dossier.id)).toMatchObject({ prints: [], whole: false });
  });

  it('of any other dossier stay where they are', async () => {
    dossier = must(await accept(fixture.spool.put('right-four', 1, found('good'))));
    must(await officer['dossier.withdraw']({ id: dossier.id, version: dossier.version, reason: 'đổi ý' }));
    expect(await give(dossier.id)).toMatchObject({ prints: [], whole: false });
    expect(await give('20000000-0000-4000-8000-000000000000')).toMatchObject({ prints: [], whole: false });
  });
});

describe('the record of a capture', () => {
  const ending = (jobId: string, code: string, why = ''): CaptureEnding =>
    ({ jobId, slot: 'right-four', code, why, at: '2026-11-29T02:00:09.000Z', device: { id: 'd', kind: 'fingerprint-scanner', model: 'M', serial: '7', driver: 'test', simulated: true }, record: RECORD });
  const [FIRST, SECOND, THIRD] = ['1', '2', '3'].map((n) => `${n}0000000-0000-4000-8000-000000000000`) as [string, string, string];
  const failed = (jobId: string | null, code = 'device.timeout') => officer['capture.failed']({ ...target(), jobId, code });

  it('has the tries that gave no picture once, in device-host’s words where it knows them', async () => {
    fixture.spool.endings = [ending(FIRST, 'device.timeout', 'no picture')];
    dossier = must(await failed(FIRST));
    dossier = must(await failed(FIRST));
    dossier = must(await failed(SECOND, 'host.crashed'));
    expect(tries()).toEqual([[1, 'failed', 'device.timeout: no picture'], [2, 'failed', 'host.crashed']]);
    expect(dossier.attempts[0]).toMatchObject({ sha256: null, record: { startedAt: RECORD.startedAt, limits: RECORD.limits }, device: { serial: '7' } });
    expect(codeIn(await officer['capture.failed']({ ...target(), jobId: null, code: 'no.such-code' }))).toBe('ipc.bad-message');
  });

  it('counts a failed try, and not a cancelled one', async () => {
    fixture.spool.endings = [ending(FIRST, 'device.timeout'), ending(SECOND, 'device.cancelled'), ending(THIRD, 'device.bad-frame')];
    const sha256 = fixture.spool.put('right-four', 1, found('retake', LOW));
    dossier = must(await officer['capture.set-aside']({ ...target(), sha256 }));
    expect(tries()).toEqual([[1, 'failed', 'device.timeout'], [2, 'cancelled', 'device.cancelled'], [2, 'failed', 'device.bad-frame'], [3, 'rejected', 'next-try']]);
    dossier = must(await accept(sha256));
    expect(dossier.attempts.at(-1)).toMatchObject({ outcome: 'accepted', attempt: 3, veto: 'none', shown: { advice: 'use', verdict: 'retake', problems: ['low-quality'] } });
  });

  it('says what was shown and which veto a decision was', async () => {
    const wrong = fixture.spool.put('right-four', 1, found('look', WRONG_HAND));
    dossier = must(await officer['capture.reject']({ ...target(), sha256: wrong, reason: 'advised' }));
    const good = fixture.spool.put('right-four', 2, found('good'));
    dossier = must(await officer['capture.reject']({ ...target(), sha256: good, reason: 'citizen' }));
    const hurt = fixture.spool.put('right-four', 3, found('look', WRONG_HAND));
    dossier = must(await accept(hurt, 'injured'));
    const again = fixture.spool.put('right-four', 4, found('look', WRONG_HAND));
    dossier = must(await accept(again, 'seen-right'));
    expect(dossier.attempts.map(({ veto, shown }) => [veto, shown?.advice])).toEqual([['none', 'recapture'], ['not-ok', 'use'], ['ok-obvious', 'recapture'], ['ok-not-obvious', 'recapture']]);
  });
});
