import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { peakSignalToNoiseDb } from '../../electron/core/biometrics/image/gray-image.ts';
import { readPgm, writePgm } from '../../electron/core/biometrics/image/pgm.ts';
import { syntheticRidges } from '../../electron/core/biometrics/image/synthetic-ridges.ts';
import { UNKNOWN_TIME } from '../../electron/core/biometrics/iso19794/envelope.ts';
import { writeFinger2011 } from '../../electron/core/biometrics/iso19794/finger.ts';
import { isoHeader, writeDataGroup } from '../../electron/core/biometrics/iso19794/lds.ts';
import { CARD_DOMAIN, cardRecord } from '../../electron/core/biometrics/itl/card-domain.ts';
import { fingerprintRecord } from '../../electron/core/biometrics/itl/fingerprint.ts';
import { makeTransaction } from '../../electron/core/biometrics/itl/transaction.ts';
import { writeItl } from '../../electron/core/biometrics/itl/write.ts';

const CLI = new URL('../../scripts/bio-cli.ts', import.meta.url).pathname;
const image = syntheticRidges({ widthPx: 416, heightPx: 560, seed: 3 });
let dir: string;
const at = (name: string): string => join(dir, name);
const json = (...args: readonly string[]): unknown => JSON.parse(bio(...args, '--json').stdout);
const bio = (...args: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
  spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'bio-cli-'));
  writeFileSync(at('in.pgm'), writePgm(image));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('npm run bio', () => {
  test('encodes and decodes a print', () => {
    const encoded = bio('wsq-encode', at('in.pgm'), at('out.wsq'), '--bpp', '2.25', '--json');
    expect(encoded.status).toBe(0);
    expect(JSON.parse(encoded.stdout)).toMatchObject({ ok: true, widthPx: 416, heightPx: 560, bytes: readFileSync(at('out.wsq')).length });
    const decoded = bio('wsq-decode', at('out.wsq'), at('out.pgm'), '--json');
    expect(JSON.parse(decoded.stdout)).toMatchObject({ ok: true, ppi: 500, blocks: 3, comment: { WSQ_BITRATE: '2.250000' } });
    const back = readPgm(new Uint8Array(readFileSync(at('out.pgm'))), 500);
    expect(back.ok && peakSignalToNoiseDb(back.value.pixels, image.pixels)).toBeGreaterThan(33);
  });

  test('shows a transaction by field, its images by hash', () => {
    const data = new Uint8Array(readFileSync(at('out.wsq')));
    const print = fingerprintRecord({
      idc: 1, impression: 0, sourceAgency: 'VN', captureDate: '20260101', position: 2, image: { widthPx: 416, heightPx: 560, ppi: 500, compression: 'WSQ20', data },
      missing: [], segments: [], nistQuality: [{ position: 2, score: 1 }], segmentationQuality: [], quality: [],
    });
    const header = { transactionType: 'ENROL', date: '20260101', gmt: '20260101000000Z', destination: 'A', origin: 'B', controlNumber: '1', domain: CARD_DOMAIN };
    const file = writeItl(makeTransaction(header, [cardRecord(0, { fullName: 'Lê Thị\u001b[31m Mẫu' }), print], 'utf-8'));
    writeFileSync(at('card.an2'), file.ok ? file.value : new Uint8Array());
    const shown = bio('itl-dump', at('card.an2'));
    expect(shown.stdout).toContain('14.022  NQM   2 | 1');
    expect(shown.stdout).toContain('image agrees with its hash');
    expect(shown.stdout).not.toContain('\u001b');
    const json = JSON.parse(bio('itl-dump', at('card.an2'), '--json').stdout) as { records: { type: number; hashAgrees?: boolean }[] };
    expect(json.records.map((record) => record.type)).toEqual([1, 2, 14]);
    expect(json.records[2]).toMatchObject({ hashAgrees: true });
  });

  test('shows an ISO record, bare and inside a data group', () => {
    const record = writeFinger2011({
      format: 'finger-2011', certified: false, positionCount: 1,
      representations: [{
        capturedAt: UNKNOWN_TIME, device: { technology: 0, vendor: 0, type: 0 }, quality: [], certifications: [], position: 2, number: 0,
        resolution: { scaleUnits: 1, captureX: 500, captureY: 500, imageX: 500, imageY: 500 }, bitDepth: 8, compression: 2, impression: 0,
        widthPx: 416, heightPx: 560, data: new Uint8Array(readFileSync(at('out.wsq'))), extended: new Uint8Array(0),
      }],
    });
    writeFileSync(at('finger.fir'), record);
    writeFileSync(at('dg3.bin'), writeDataGroup({ dataGroup: 3, templates: [{ header: isoHeader('finger', 1), data: record, dataTag: 0x5f2e }] }));
    const bare = JSON.parse(bio('iso-dump', at('finger.fir'), '--json').stdout) as object;
    expect(bare).toMatchObject({ ok: true, format: 'finger-2011', representations: [{ widthPx: 416, data: { format: 'WSQ' } }] });
    expect(JSON.parse(bio('iso-dump', at('dg3.bin'), '--json').stdout)).toMatchObject({ dataGroup: 3, templates: [{ record: { format: 'finger-2011' } }] });
  });

  test('draws a synthetic finger, measures it and tells it from another', () => {
    for (const [name, ...options] of [['a.png', '--seed', '5'], ['again.wsq', '--seed', '5', '--touch', '2'], ['dry.wsq', '--seed', '5', '--touch', '2', '--flaw', 'dry'], ['other.pgm', '--seed', '6']] as const) {
      expect(bio('synth', '--finger', 'right-index', ...options, at(name)).status).toBe(0);
    }
    expect(json('quality', at('dry.wsq'))).toMatchObject({ ok: true, measure: 'TCC-PQ2', reasons: ['dry'] });
    expect(json('match', at('a.png'), at('again.wsq'))).toMatchObject({ ok: true, verdict: 'surely-same' });
    expect(json('match', at('a.png'), at('other.pgm'))).toMatchObject({ ok: true, verdict: 'not-told' });
  });

  test('a measure that fails has no number', () => {
    writeFileSync(at('blank.pgm'), writePgm({ widthPx: 500, heightPx: 600, pixels: new Uint8Array(300_000).fill(240), ppi: 500 }));
    expect(json('quality', at('blank.pgm'))).toEqual({ ok: true, measure: 'TCC-PQ2', score: null, cause: 'no-contact' });
  });

  test('draws a slap and finds its fingers, also where one is missing', () => {
    expect(json('slap', '--seed', '5', '--hand', 'left', '--missing', 'left-ring', at('left.png'))).toMatchObject({ ok: true, fingers: [{}, {}, {}] });
    const found = json('segment', at('left.png'), '--hand', 'left', '--missing', 'left-ring') as { fingers: { finger: string; quality: { score: number } }[] };
    expect(found).toMatchObject({ count: 'as-expected', hand: { verdict: 'left' } });
    expect(found.fingers.map(({ finger }) => finger)).toEqual(['left-little', 'left-middle', 'left-index']);
    for (const { quality } of found.fingers) expect(quality.score).toBeGreaterThan(30);
    expect(json('segment', at('left.png'), '--hand', 'left')).toMatchObject({ count: 'too-few', expected: 4 });
  });

  test('makes a whole enrolment whose images agree with their hashes', () => {
    expect(json('itl-make', '--seed', '7', '--missing', 'left-ring', at('made.an2'))).toMatchObject({ ok: true, prints: ['right-four', 'left-four', 'thumbs'] });
    const { records } = json('itl-dump', at('made.an2')) as { records: { type: number; hashAgrees?: boolean; fields?: { tag: string; subfields?: string[][] }[] }[] };
    expect(records.map(({ type }) => type)).toEqual([1, 2, 14, 14, 14, 10, 99, 8, 8, 98]);
    expect(records.filter(({ type }) => type === 14).map(({ hashAgrees }) => hashAgrees)).toEqual([true, true, true]);
    const field = (tag: string): string[][] | undefined => records[3]?.fields?.find((one) => one.tag === tag)?.subfields;
    expect(field('14.018')).toEqual([['9', 'XX']]);
    expect(field('14.021')?.map(([position]) => position)).toEqual(['10', '8', '7']);
    expect(field('14.022')).toEqual([['7', '254'], ['8', '254'], ['10', '254']]);
    for (const [, score] of field('14.024') ?? []) expect(Number(score)).toBeGreaterThan(30);
    // 254 is no class: nothing to agree with.
    expect(json('quality-agreement', at('made.an2'))).toEqual({ ok: true, measure: 'TCC-PQ2', prints: [], spearman: {} });
  });

  test('a damaged file ends with 1 and says where; a wrong call with 2', () => {
    writeFileSync(at('cut.wsq'), readFileSync(at('out.wsq')).subarray(0, 2000));
    const refused = bio('wsq-decode', at('cut.wsq'), at('none.pgm'));
    expect([refused.status, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toContain('wsq.truncated at byte 2000');
    expect(JSON.parse(bio('itl-dump', at('cut.wsq'), '--json').stdout)).toMatchObject({ ok: false, error: { code: 'itl.bad-field', offsetBytes: 0 } });
    expect(json('quality', at('cut.wsq'))).toMatchObject({ ok: false, error: { code: 'wsq.truncated' } });
    writeFileSync(at('cut.png'), Buffer.from('89504e470d0a1a0a0000', 'hex'));
    expect(json('quality', at('cut.png'))).toMatchObject({ ok: false, error: { code: 'png.unreadable' } });
    const wrong = [['toString'], ['itl-dump', at('absent')], ['wsq-encode', '--colour'], ['synth', '--finger', 'nose', at('none.png')], ['synth', '--finger', 'right-index', at('none.gif')]];
    for (const call of wrong) expect(bio(...call).status).toBe(2);
  });
});
