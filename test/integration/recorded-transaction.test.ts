import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordedImages } from '../../electron/core/biometrics/enrolment/recorded-images.ts';
import { syntheticRidges } from '../../electron/core/biometrics/image/synthetic-ridges.ts';
import { CARD_DOMAIN } from '../../electron/core/biometrics/itl/card-domain.ts';
import { faceRecord } from '../../electron/core/biometrics/itl/face-iris.ts';
import { fingerprintRecord } from '../../electron/core/biometrics/itl/fingerprint.ts';
import type { ItlImage } from '../../electron/core/biometrics/itl/image-fields.ts';
import type { ItlRecord, Type4Record } from '../../electron/core/biometrics/itl/record.ts';
import { vectorSignatureRecord } from '../../electron/core/biometrics/itl/signature.ts';
import { makeTransaction } from '../../electron/core/biometrics/itl/transaction.ts';
import { writeItl } from '../../electron/core/biometrics/itl/write.ts';
import { encodeWsq } from '../../electron/core/biometrics/wsq/encode.ts';
import { findRecordedFiles } from '../../native-bridges/device-host/recorded-input.ts';
import { startDeviceHost } from './device-rig.ts';

const wsq = encodeWsq(syntheticRidges({ widthPx: 160, heightPx: 128, seed: 2 }), { bitsPerPixel: 2.25 });
if (!wsq.ok) throw new Error(wsq.error.code);
const image: ItlImage = { widthPx: 160, heightPx: 128, ppi: 500, compression: 'WSQ20', data: wsq.value };
const print = (idc: number, position: number, impression: number, change: Partial<ItlImage> = {}): ItlRecord => fingerprintRecord({
  idc, impression, sourceAgency: 'VN', captureDate: '20260105', position, image: { ...image, ...change }, missing: [], segments: [], nistQuality: [], segmentationQuality: [], quality: [],
});
const type4: Type4Record = { kind: 'type-4', type: 4, idc: 5, impression: 2, positions: [14, 255, 255, 255, 255, 255], scanningResolution: 0, widthPx: 160, heightPx: 128, compression: 1, data: wsq.value };
const header = { transactionType: 'ENROL', date: '20260105', gmt: '20260105030405Z', destination: 'A', origin: 'B', controlNumber: '1', domain: CARD_DOMAIN };
const portrait = faceRecord({ idc: 9, sourceAgency: 'VN', captureDate: '20260105', image: { widthPx: 8, heightPx: 8, ppi: 0, compression: 'JP2', data: wsq.value }, colourSpace: 'SRGB', profile: 1, pose: 'F', quality: [] });

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'recorded-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function file(name: string, records: readonly ItlRecord[]): string {
  const bytes = writeItl(makeTransaction(header, records, 'utf-8'));
  if (!bytes.ok) throw new Error(bytes.error.reason);
  const path = join(dir, name);
  writeFileSync(path, bytes.value);
  return path;
}

describe('a transaction as recorded input', () => {
  it('names positions as the counter does: slaps, plain thumbs, plain and rolled fingers; the first of each counts', () => {
    const { images, signature } = recordedImages({ charset: 'utf-8', records: [print(1, 13, 0), print(2, 11, 2), print(3, 2, 3), print(4, 7, 0), type4, print(6, 13, 0, { widthPx: 1 }), print(7, 19, 0)] });
    expect([...images.keys()].sort()).toEqual(['left-four', 'left-index', 'right-four', 'right-thumb', 'rolled-right-index']);
    expect(images.get('right-four')?.widthPx).toBe(160);
    expect(signature).toBeUndefined();
  });

  it('lets a roll stand in where neither slap nor plain print shows the finger', () => {
    expect([...recordedImages({ charset: 'utf-8', records: [print(1, 1, 1), print(2, 2, 1)] }).images.keys()].sort()).toEqual(['right-index', 'right-thumb', 'rolled-right-index', 'rolled-right-thumb']);
  });

  it('is captured through the simulated devices: prints by WSQ, the signature as strokes', async () => {
    const strokes = [{ x: 300, y: 200, pressure: 100 }, { x: 900, y: 400, pressure: 200 }, { x: 900, y: 400, pressure: 0 }];
    const rig = await startDeviceHost({ inputDir: file('card.an2', [print(1, 13, 0), vectorSignatureRecord(2, strokes)]) });
    const capture = async (deviceId: string, slot: 'right-four' | 'signature') => {
      await rig.until(deviceId, (view) => view.state.kind === 'ready');
      const job = await rig.page.call['job.start']({ deviceId, slot, missing: [], attempt: 1 });
      if (!job.ok) throw new Error(job.error.code);
      return rig.page.call['job.result']({ jobId: job.value.jobId });
    };
    expect(await capture('SIM-TP-0001', 'right-four')).toMatchObject({ ok: true, value: { widthPx: 160, heightPx: 128, ppi: 500, mediaType: 'image/png' } });
    const signed = await capture('SIM-SIG-0001', 'signature');
    if (!signed.ok) throw new Error(signed.error.code);
    const taken = await rig.store.call['spool.take']({ sha256: signed.value.sha256 });
    if (!taken.ok) throw new Error(taken.error.code);
    expect((JSON.parse(new TextDecoder().decode(taken.value.bytes)) as { samples: number[][] }).samples.map(([x, , pressure]) => [x, pressure])).toEqual([[300, 403], [900, 806], [900, 0]]);
    await rig.stop();
  });

  it.each([
    ['no transaction', () => { writeFileSync(join(dir, 'no.an2'), 'no transaction at all'); return join(dir, 'no.an2'); }, { why: 'itl.bad-field' }],
    ['prints of another resolution', () => file('fine.an2', [print(1, 13, 0, { ppi: 1000 })]), { why: 'resolution', slot: 'right-four', ppi: 1000 }],
    ['a compression nobody opens here', () => file('jp2.an2', [portrait]), { why: 'compression JP2', slot: 'portrait' }],
    ['nothing to capture', () => file('empty.an2', []), { why: 'no images' }],
  ] as const)('%s is refused with a code that names no citizen', async (_name, make, detail) => {
    await expect(findRecordedFiles(make())).rejects.toMatchObject({ code: 'device.recorded-transaction-bad', detail });
  });
});
