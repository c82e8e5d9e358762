import { expect, it } from 'vitest';
import type { LogLine } from '../../../../electron/contract/technician.ts';
import { detailText, filterLog, NO_FILTER } from './filter-log.ts';

const line = (seq: number, changed: Partial<LogLine>): LogLine => ({ seq, at: '2026-03-02T02:00:00.000Z', level: 'info', deviceId: 'SIM-TP-0001', kind: 'fingerprint-scanner', code: 'state.ready', detail: {}, ...changed });
const LINES = [line(1, {}), line(2, { level: 'stop', code: 'device.timeout', detail: { slot: 'thumbs', ms: 900 } }), line(3, { deviceId: 'SIM-CAM-0001', kind: 'camera', code: 'capture.done', detail: { frames: 12 } })];
const words = ({ code }: LogLine): string => (code === 'state.ready' ? 'Sẵn sàng' : '');
const seqs = (filter: Partial<typeof NO_FILTER>): readonly number[] => filterLog(LINES, { ...NO_FILTER, ...filter }, words).map(({ seq }) => seq);

it('keeps what fits: words as shown, codes, details, a device, trouble alone', () => {
  expect(seqs({})).toEqual([1, 2, 3]);
  expect(seqs({ text: ' SẴN ' })).toEqual([1]);
  expect(seqs({ text: 'timeout' })).toEqual([2]);
  expect(seqs({ text: 'frames=12' })).toEqual([3]);
  expect(seqs({ deviceId: 'SIM-CAM-0001' })).toEqual([3]);
  expect(seqs({ troubleOnly: true })).toEqual([2]);
  expect(seqs({ troubleOnly: true, deviceId: 'SIM-CAM-0001' })).toEqual([]);
});

it('writes details as they are kept', () => {
  expect(detailText(LINES[1]!)).toBe('slot=thumbs ms=900');
});
