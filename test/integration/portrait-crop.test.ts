import { decode } from 'jpeg-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PortraitFindings } from '../../electron/contract/analysis.ts';
import type { StillView } from '../../electron/contract/device.ts';
import { assessPortrait } from '../../electron/core/biometrics/face/assess-portrait.ts';
import { FaceFinder } from '../../electron/core/biometrics/face/detect/face-finder.ts';
import { readJ2kHead } from '../../electron/core/biometrics/jpeg2000/jp2-file.ts';
import type { RgbaImage } from '../../electron/core/biometrics/face/rgba-image.ts';
import type { PortraitFault } from '../../electron/core/device/portrait-faults.ts';
import { faceNetworks } from '../fixtures/face-networks.ts';
import { startDeviceHost, type DeviceRig } from './device-rig.ts';

const CAMERA = 'SIM-CAM-0001';
let rig: DeviceRig;
let finder: FaceFinder;
beforeAll(async () => {
  rig = await startDeviceHost();
  await rig.until(CAMERA, (view) => view.state.kind === 'ready');
  finder = new FaceFinder(await faceNetworks());
});
afterAll(() => rig.stop());

const pictureOf = ({ view }: Pick<StillView, 'view'>): RgbaImage => {
  const { width: widthPx, height: heightPx, data } = decode(view, { useTArray: true });
  return { widthPx, heightPx, pixels: data };
};

/** A still of the simulated camera and what the page's networks find in it. */
async function photographed(fault: PortraitFault | 'none', automatic = false): Promise<{ readonly still: StillView; readonly findings: PortraitFindings }> {
  await rig.page.call['simulate.fault']({ deviceId: CAMERA, fault });
  const job = await rig.page.call['job.start']({ deviceId: CAMERA, slot: 'portrait', missing: [], attempt: 1 });
  if (!job.ok) throw new Error(job.error.code);
  await rig.page.call['job.preview']({ jobId: job.value.jobId, after: 0 });
  await rig.page.call['job.force']({ jobId: job.value.jobId, automatic });
  const still = await rig.page.call['job.result']({ jobId: job.value.jobId });
  if (!still.ok) throw new Error(still.error.code);
  const image = pictureOf(still.value);
  finder.forget();
  const found = assessPortrait(image, finder.find(image), { template: 'adult', live: false });
  if (found.eyes === undefined || found.pose === undefined) throw new Error('no face');
  return { still: still.value, findings: { sha256: still.value.sha256, ...found.eyes, template: 'adult', pose: found.pose, criteria: [...found.criteria] } };
}

describe('the portrait cut out of a camera’s still', () => {
  it('is 1244 × 1600, upright, with the eyes where ISO wants them, and takes the place of the whole picture, with a copy for the chip', async () => {
    const { findings } = await photographed('face-leaning');
    const cut = await rig.page.call['still.crop-portrait'](findings);
    if (!cut.ok) throw new Error(`${cut.error.code} ${JSON.stringify(cut.error.detail)}`);
    expect(cut.value).toMatchObject({ slot: 'portrait', mediaType: 'image/jpeg', widthPx: 1244, heightPx: 1600, analysis: { kind: 'portrait', verdict: 'look' } });
    const portrait = pictureOf(cut.value);
    finder.forget();
    const face = finder.find(portrait)!;
    const middleX = (face.right.centre.x + face.left.centre.x) / 2;
    expect(Math.abs(face.right.centre.y - face.left.centre.y)).toBeLessThan(16);
    expect(Math.abs(middleX - 622)).toBeLessThan(16);
    expect(face.right.centre.y / 1600).toBeGreaterThan(0.3);
    expect(face.right.centre.y / 1600).toBeLessThan(0.5);
    const taken = await rig.store.call['spool.take']({ sha256: cut.value.sha256 });
    expect(taken).toMatchObject({ ok: true, value: { device: { id: CAMERA, driver: 'sim-camera' }, analysis: { kind: 'portrait' }, derived: [{ kind: 'jp2' }] } });
    if (!taken.ok) return;
    expect(readJ2kHead(taken.value.derived![0]!.bytes)).toMatchObject({ ok: true, value: { widthPx: 622, heightPx: 800, components: 3 } });
    expect(await rig.store.call['spool.take']({ sha256: findings.sha256 })).toMatchObject({ ok: false, error: { code: 'capture.not-in-spool' } });
  });

  it('is good where every criterion is met, whatever the page says about itself', async () => {
    const { findings } = await photographed('none');
    expect(findings.criteria.filter(({ ok }) => !ok)).toEqual([]);
    const lied = findings.criteria.map((one) => (one.criterion === 'yaw' ? { ...one, value: 20, ok: true } : one));
    const cut = await rig.page.call['still.crop-portrait']({ ...findings, criteria: lied });
    expect(cut).toMatchObject({ ok: true, value: { analysis: { verdict: 'look' } } });
    if (!cut.ok) return;
    expect(await rig.page.call['still.crop-portrait']({ ...findings, sha256: cut.value.sha256, rightEye: { x: 400, y: 700 }, leftEye: { x: 800, y: 700 }, chin: { x: 620, y: 1250 } })).toMatchObject({ ok: true, value: { analysis: { verdict: 'good' } } });
  });

  it('is cut anew out of the same picture as the officer moves its window, and nobody is given the picture', async () => {
    const { findings } = await photographed('none');
    const first = await rig.page.call['still.crop-portrait'](findings);
    if (!first.ok) throw new Error(first.error.code);
    const adjust = { right: 0.03, down: -0.05, zoom: 1.1, turnDeg: 3 };
    const moved = await rig.page.call['still.adjust-portrait']({ ...findings, sha256: first.value.sha256, adjust });
    if (!moved.ok) throw new Error(moved.error.code);
    expect(moved.value.analysis).toMatchObject({ kind: 'portrait', adjust });
    finder.forget();
    const face = finder.find(pictureOf(moved.value))!;
    const { right: { centre: r }, left: { centre: l } } = face;
    expect(Math.abs((r.x + l.x) / 2 - moved.value.widthPx * 0.53)).toBeLessThan(16);
    expect(Math.abs((r.y + l.y) / 2 - moved.value.heightPx * 0.4)).toBeLessThan(16);
    expect(Math.abs((Math.atan2(l.y - r.y, l.x - r.x) * 180) / Math.PI - 3)).toBeLessThan(1.5);
    const back = await rig.page.call['still.adjust-portrait']({ ...findings, sha256: moved.value.sha256, adjust: { right: 0, down: 0, zoom: 1, turnDeg: 0 } });
    expect(back).toMatchObject({ ok: true, value: { sha256: first.value.sha256 } });
    for (const gone of [findings.sha256, moved.value.sha256]) expect(await rig.store.call['spool.take']({ sha256: gone })).toMatchObject({ ok: false, error: { code: 'capture.not-in-spool' } });
    expect(await rig.page.call['still.adjust-portrait']({ ...findings, sha256: first.value.sha256, adjust: { ...adjust, right: 0.06 } })).toMatchObject({ ok: false, error: { code: 'ipc.bad-message' } });
    await rig.store.call['spool.release']({ sha256: first.value.sha256, outcome: 'accepted' });
    expect(await rig.page.call['still.adjust-portrait']({ ...findings, sha256: first.value.sha256, adjust })).toMatchObject({ ok: false, error: { code: 'capture.not-in-spool' } });
  });

  it('says that the officer didn’t wait for it, and nothing of the kind where the page saw that all is right', async () => {
    expect((await photographed('none')).still.warnings).toContain('forced');
    expect((await photographed('none', true)).still.warnings).not.toContain('forced');
  });

  it.each([
    ['eyes outside the picture', { leftEye: { x: 99_999, y: 10 } }],
    ['eyes in one place', { leftEye: { x: 10, y: 10 }, rightEye: { x: 10, y: 10 } }],
  ])('refuses %s', async (_what, wrong) => {
    const { findings } = await photographed('none');
    expect(await rig.page.call['still.crop-portrait']({ ...findings, ...wrong })).toMatchObject({ ok: false, error: { code: 'capture.bad-image' } });
  });

  it('knows no other still', async () => {
    const { findings } = await photographed('none');
    expect(await rig.page.call['still.crop-portrait']({ ...findings, sha256: 'ab'.repeat(32) })).toMatchObject({ ok: false, error: { code: 'capture.not-in-spool' } });
  });
});
