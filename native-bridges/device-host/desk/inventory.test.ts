import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { DeviceLog } from './device-log.ts';
import { usbFacts } from './inventory.ts';
import { RegistryDiary } from './registry-diary.ts';

const usb = mkdtempSync(join(tmpdir(), 'usb-'));
afterAll(() => rmSync(usb, { recursive: true, force: true }));

it('reads speed and release of a USB device where the kernel keeps them, and nothing outside', async () => {
  mkdirSync(join(usb, '1-2.3'));
  writeFileSync(join(usb, '1-2.3', 'speed'), '480\n');
  writeFileSync(join(usb, '1-2.3', 'bcdDevice'), '0110\n');
  expect(await usbFacts('1-2.3', usb)).toEqual({ speedMbps: 480, release: '1.10' });
  expect(await usbFacts('1-9', usb)).toEqual({ speedMbps: null, release: '' });
  expect(await usbFacts('../1-2.3', usb)).toEqual({ speedMbps: null, release: '' });
});

it('keeps the newest two thousand lines, cuts long details, and counts by day', () => {
  let nowMs = Date.parse('2026-03-02T10:00:00.000Z');
  const log = new DeviceLog(() => nowMs);
  const device = { kind: 'camera', identity: { id: 'c' } } as const;
  for (let n = 0; n < 2_100; n++) log.note(device, { level: 'stop', code: 'device.timeout', detail: { why: 'x'.repeat(500) } });
  expect(log.lines).toHaveLength(2_000);
  expect(log.lines[0]).toMatchObject({ seq: 101, detail: { why: 'x'.repeat(200) } });
  nowMs += 48 * 3_600_000;
  log.note(device, { level: 'info', code: 'capture.done', detail: {} });
  expect(log.countToday('c', () => true)).toBe(1);
  expect(log.countToday('another', () => true)).toBe(0);
});

it('writes a change of state once, and work not at all', () => {
  const log = new DeviceLog(() => 0);
  const diary = new RegistryDiary(log);
  const view = { id: 'c', kind: 'camera', maker: '', model: '', serial: '', driver: '', simulated: true, since: '2026-03-02T10:00:00.000Z' } as const;
  for (const state of [{ kind: 'opening', attempt: 0 }, { kind: 'ready' }, { kind: 'ready' }, { kind: 'busy', job: 'j' }, { kind: 'ready' }, { kind: 'absent' }] as const) diary.hear([{ ...view, state }]);
  expect(log.lines.map(({ code }) => code)).toEqual(['state.opening', 'state.ready', 'state.absent']);
});
