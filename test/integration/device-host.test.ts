import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureSlot } from '../../electron/core/dossier/capture-slots.ts';
import { startDeviceHost, watchPreview, type DeviceRig } from './device-rig.ts';

const SCANNER = 'SIM-TP-0001';
const CAMERA = 'SIM-CAM-0001';
const PAD = 'SIM-SIG-0001';
const PRINTER = 'SIM-PRN-0001';
const READER = 'SIM-QR-0001';
const ready = (view: { state: { kind: string } }): boolean => view.state.kind === 'ready';

describe('device-host with simulated devices', () => {
  let rig: DeviceRig;
  let printDir: string;
  beforeAll(async () => {
    printDir = await mkdtemp(join(tmpdir(), 'tcc-print-'));
    rig = await startDeviceHost({ printDir });
    for (const id of [SCANNER, CAMERA, PAD, PRINTER]) await rig.until(id, ready);
  });
  afterAll(() => rig.stop());

  const start = async (deviceId: string, slot: CaptureSlot, attempt = 1): Promise<string> => {
    const reply = await rig.page.call['job.start']({ deviceId, slot, missing: [], attempt });
    if (!reply.ok) throw new Error(reply.error.code);
    return reply.value.jobId;
  };

  it('captures a slap: live hints in order, a 500 ppi PNG, its hash, and the bytes for the store', async () => {
    const jobId = await start(SCANNER, 'right-four');
    const frames = await watchPreview(rig, jobId);
    expect([...new Set(frames.map((frame) => frame.hint))]).toEqual(['starting', 'searching-fingers', 'fingers-recognized', 'keep-still'].filter((hint) => frames.some((frame) => frame.hint === hint)));
    expect(frames.map((frame) => frame.hint)).toContain('keep-still');
    expect(frames.every((frame) => frame.widthPx === 640)).toBe(true);
    expect(frames.length).toBeGreaterThan(8);
    const still = await rig.page.call['job.result']({ jobId });
    if (!still.ok) throw new Error(still.error.code);
    expect(still.value).toMatchObject({ slot: 'right-four', mediaType: 'image/png', widthPx: 1600, heightPx: 1500, ppi: 500, warnings: [] });
    const taken = await rig.store.call['spool.take']({ sha256: still.value.sha256 });
    if (!taken.ok) throw new Error(taken.error.code);
    expect(createHash('sha256').update(taken.value.bytes).digest('hex')).toBe(still.value.sha256);
    expect(taken.value.device).toMatchObject({ id: SCANNER, driver: 'sim-ten-print', simulated: true });
    const png = decode(taken.value.bytes);
    expect([png.width, png.height, png.channels, png.depth]).toEqual([1600, 1500, 1, 8]);
    expect(await rig.store.call['spool.release']({ sha256: still.value.sha256, outcome: 'rejected' })).toMatchObject({ ok: true });
    expect(await rig.store.call['spool.take']({ sha256: still.value.sha256 })).toMatchObject({ ok: false, error: { code: 'capture.not-in-spool' } });
  });

  it('captures a portrait as JPEG and a signature as pen strokes with a drawn view', async () => {
    const portrait = await rig.page.call['job.result']({ jobId: await start(CAMERA, 'portrait') });
    expect(portrait).toMatchObject({ ok: true, value: { mediaType: 'image/jpeg', widthPx: 1960, heightPx: 2520, ppi: 0 } });
    const signature = await rig.page.call['job.result']({ jobId: await start(PAD, 'signature') });
    if (!signature.ok) throw new Error(signature.error.code);
    expect(signature.value).toMatchObject({ mediaType: 'application/json', viewMediaType: 'image/png' });
    const taken = await rig.store.call['spool.take']({ sha256: signature.value.sha256 });
    if (!taken.ok) throw new Error(taken.error.code);
    const strokes = JSON.parse(new TextDecoder().decode(taken.value.bytes)) as { samples: number[][] };
    expect(strokes.samples.length).toBeGreaterThan(100);
    expect(strokes.samples.every((row) => row.length === 4)).toBe(true);
  });

  it('captures at once when forced, and says so', async () => {
    const jobId = await start(CAMERA, 'portrait', 2);
    await rig.page.call['job.preview']({ jobId, after: 0 });
    await rig.page.call['job.force']({ jobId });
    expect(await rig.page.call['job.result']({ jobId })).toMatchObject({ ok: true, value: { warnings: ['forced'] } });
  });

  it('a cancelled job answers so and leaves the device ready; the next job runs', async () => {
    const jobId = await start(SCANNER, 'left-four');
    await rig.page.call['job.preview']({ jobId, after: 0 });
    await rig.page.call['job.cancel']({ jobId });
    expect(await rig.page.call['job.result']({ jobId })).toMatchObject({ ok: false, error: { code: 'device.cancelled' } });
    const again = await start(SCANNER, 'thumbs');
    expect(await rig.page.call['job.result']({ jobId: again })).toMatchObject({ ok: true, value: { slot: 'thumbs' } });
  });

  it('pulling the plug mid-capture fails the job, shows absent, and plugging in again brings it back', async () => {
    const jobId = await start(SCANNER, 'left-four');
    await rig.page.call['job.preview']({ jobId, after: 0 });
    await rig.page.call['simulate.fault']({ deviceId: SCANNER, fault: 'unplug' });
    expect(await rig.page.call['job.result']({ jobId })).toMatchObject({ ok: false, error: { code: 'device.unplugged' } });
    await rig.until(SCANNER, (view) => view.state.kind === 'absent');
    expect(await rig.page.call['job.start']({ deviceId: SCANNER, slot: 'thumbs', missing: [], attempt: 1 })).toMatchObject({ ok: false, error: { code: 'device.not-ready' } });
    expect(await rig.page.call['device.retry']({ deviceId: SCANNER })).toMatchObject({ ok: false, error: { code: 'device.not-found' } });
    await rig.page.call['simulate.fault']({ deviceId: SCANNER, fault: 'replug' });
    await rig.until(SCANNER, ready);
    expect(await rig.page.call['job.result']({ jobId: await start(SCANNER, 'left-four', 2) })).toMatchObject({ ok: true });
  });

  it('a damaged frame is a code, and the next try works', async () => {
    await rig.page.call['simulate.fault']({ deviceId: PAD, fault: 'bad-frame' });
    expect(await rig.page.call['job.result']({ jobId: await start(PAD, 'signature') })).toMatchObject({ ok: false, error: { code: 'device.bad-frame' } });
    expect(await rig.page.call['job.result']({ jobId: await start(PAD, 'signature', 2) })).toMatchObject({ ok: true });
  });

  it('sleep closes every session and fails the job; waking twice opens each once', async () => {
    const jobId = await start(CAMERA, 'portrait');
    await rig.page.call['job.preview']({ jobId, after: 0 });
    rig.send({ type: 'power', event: 'suspend' });
    rig.send({ type: 'power', event: 'suspend' });
    expect(await rig.page.call['job.result']({ jobId })).toMatchObject({ ok: false, error: { code: 'device.unplugged' } });
    await rig.until(CAMERA, (view) => view.state.kind === 'lost');
    rig.send({ type: 'power', event: 'resume' });
    rig.send({ type: 'power', event: 'resume' });
    for (const id of [SCANNER, CAMERA, PAD, PRINTER]) await rig.until(id, ready);
  });

  it('prints into the tray, and prints nothing without paper', async () => {
    const pdf = new TextEncoder().encode('%PDF-1.7 a sheet');
    expect(await rig.store.call['printer.print']({ printerId: PRINTER, title: 'Giấy hẹn', pdf })).toEqual({ ok: true, value: { outcome: 'printed' } });
    const sheets = await readdir(printDir);
    expect(sheets).toHaveLength(1);
    expect(new Uint8Array(await readFile(join(printDir, sheets[0]!)))).toEqual(pdf);
    await rig.page.call['simulate.fault']({ deviceId: PRINTER, fault: 'paper-out' });
    expect(await rig.store.call['printer.print']({ printerId: PRINTER, title: 'Giấy hẹn', pdf })).toMatchObject({ ok: false, error: { code: 'printer.attention' } });
    expect(await rig.store.call['printer.list']({})).toMatchObject({ ok: true, value: expect.arrayContaining([expect.objectContaining({ id: PRINTER, state: 'attention', simulated: true })]) });
    await rig.page.call['simulate.fault']({ deviceId: PRINTER, fault: 'none' });
    expect(await readdir(printDir)).toHaveLength(1);
    expect(await rig.store.call['printer.print']({ printerId: 'nowhere', title: '', pdf })).toMatchObject({ ok: false, error: { code: 'printer.not-found' } });
  });

  it('a code held before the reader is told to the officer’s page only; a pulled reader reads nothing', async () => {
    await rig.until(READER, ready);
    const told: unknown[] = [];
    const citizen = rig.connect(8, 'page', 'citizen');
    citizen.onMessage((message) => told.push(message));
    const text = '079301000002|023456789|Trần Thị Bình|05061990|Nữ|12 Lê Lợi|01012022';
    const heard = new Promise((resolve) => void rig.page.on('scan', resolve));
    expect(await rig.page.call['simulate.scan']({ text })).toEqual({ ok: true, value: {} });
    expect(await heard).toEqual({ deviceId: READER, symbology: ']Q1', text });
    await rig.page.call['simulate.fault']({ deviceId: READER, fault: 'bad-frame' });
    const faulty = new Promise((resolve) => void rig.page.on('scan.fault', resolve));
    await rig.page.call['simulate.scan']({ text });
    expect(await faulty).toEqual({ deviceId: READER, why: 'not-a-scan' });
    await rig.page.call['simulate.fault']({ deviceId: READER, fault: 'unplug' });
    await rig.until(READER, (view) => view.state.kind === 'absent');
    expect(await rig.page.call['simulate.scan']({ text })).toMatchObject({ ok: false, error: { code: 'device.not-ready' } });
    expect(await rig.page.call['job.start']({ deviceId: READER, slot: 'portrait', missing: [], attempt: 1 })).toMatchObject({ ok: false, error: { code: 'device.unsupported' } });
    expect(told.filter((message) => (message as { event?: string }).event?.startsWith('scan'))).toEqual([]);
    citizen.close();
  });

  it('a page that goes away leaves no capture running', async () => {
    const port = rig.connect(9, 'page');
    const asked = new Promise<void>((resolve) => port.onMessage((message) => 'reply' in (message as object) && resolve()));
    port.post({ id: 1, call: 'job.start', input: { deviceId: PAD, slot: 'signature', missing: [], attempt: 3 } });
    await asked;
    await rig.until(PAD, (view) => view.state.kind === 'busy');
    port.close();
    await rig.until(PAD, ready);
  });
});

describe('device-host with recorded input', () => {
  it('plays a PGM by position, pixel for pixel, and falls back to a drawn person elsewhere', async () => {
    const inputDir = await mkdtemp(join(tmpdir(), 'tcc-input-'));
    const pixels = Uint8Array.from({ length: 700 * 500 }, (_, n) => (n * 7) % 256);
    await writeFile(join(inputDir, 'right-four.pgm'), Buffer.concat([Buffer.from('P5\n# recorded\n700 500\n255\n'), pixels]));
    await writeFile(join(inputDir, 'left-four.png'), 'not a picture');
    const rig = await startDeviceHost({ inputDir });
    await rig.until(SCANNER, ready);
    const capture = async (slot: CaptureSlot) => {
      const job = await rig.page.call['job.start']({ deviceId: SCANNER, slot, missing: [], attempt: 1 });
      if (!job.ok) throw new Error(job.error.code);
      return rig.page.call['job.result']({ jobId: job.value.jobId });
    };
    const recorded = await capture('right-four');
    if (!recorded.ok) throw new Error(recorded.error.code);
    expect(recorded.value).toMatchObject({ widthPx: 700, heightPx: 500, ppi: 500 });
    expect(new Uint8Array(decode(recorded.value.view).data)).toEqual(pixels);
    expect(await capture('left-four')).toMatchObject({ ok: false, error: { code: 'device.recorded-input-bad', detail: { file: 'left-four.png' } } });
    expect(await capture('left-index')).toMatchObject({ ok: true, value: { widthPx: 800, heightPx: 750 } });
    await rig.stop();
  });

  it('a folder that is not there is reported at start', async () => {
    const rig = await startDeviceHost({ inputDir: join(tmpdir(), 'tcc-no-such-folder') });
    expect(rig.started).toMatchObject({ type: 'failed', code: 'device.recorded-input-bad' });
    await rig.stop();
  });
});
