import { describe, expect, it } from 'vitest';
import type { Still } from '../../electron/contract/device.ts';
import { CaptureSpool } from './capture-spool.ts';

const still = (n: number, bytes = 10): Still => ({
  sha256: n.toString(16).padStart(64, '0'), slot: 'portrait', mediaType: 'image/jpeg', widthPx: 1, heightPx: 1, ppi: 0, bytes: new Uint8Array(bytes),
  device: { id: 'x', kind: 'camera', model: '', serial: '', driver: 'test', simulated: true }, capturedAt: '2026-01-01T00:00:00.000Z', attempt: 1, analysis: null, record: null,
});

describe('capture spool', () => {
  it('keeps a still until it is released, however often it is taken', () => {
    const spool = new CaptureSpool(() => 0);
    spool.put(still(1));
    expect(spool.take(still(1).sha256)).toEqual(still(1));
    expect(spool.take(still(1).sha256)).toEqual(still(1));
    spool.release(still(1).sha256);
    expect(() => spool.take(still(1).sha256)).toThrowError('capture.not-in-spool');
  });

  it('keeps the picture that a still was cut out of as long as the still, for another cut and for nobody else', () => {
    const spool = new CaptureSpool(() => 0);
    spool.put(still(1), still(2));
    expect(spool.sourceOf(still(1).sha256)).toEqual(still(2));
    expect(() => spool.take(still(2).sha256)).toThrowError('capture.not-in-spool');
    spool.release(still(1).sha256);
    expect(() => spool.sourceOf(still(1).sha256)).toThrowError('capture.not-in-spool');
    spool.put(still(3));
    expect(() => spool.sourceOf(still(3).sha256)).toThrowError('capture.not-in-spool');
  });

  it('lets go after half an hour', () => {
    let nowMs = 0;
    const spool = new CaptureSpool(() => nowMs);
    spool.put(still(1));
    nowMs = 30 * 60_000;
    expect(spool.take(still(1).sha256)).toEqual(still(1));
    nowMs += 1;
    expect(() => spool.take(still(1).sha256)).toThrowError('capture.not-in-spool');
  });

  it('is bounded by number and by bytes, the oldest going first', () => {
    const many = new CaptureSpool(() => 0);
    for (let n = 1; n <= 70; n++) many.put(still(n));
    expect(many.size).toBe(64);
    expect(() => many.take(still(6).sha256)).toThrowError('capture.not-in-spool');
    expect(many.take(still(7).sha256)).toEqual(still(7));
    const large = new CaptureSpool(() => 0);
    for (let n = 1; n <= 4; n++) large.put(still(n, 40_000_000));
    expect(large.size).toBe(3);
    expect(large.take(still(4).sha256).bytes).toHaveLength(40_000_000);
  });
});
