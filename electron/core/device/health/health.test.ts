import { describe, expect, it } from 'vitest';
import { cameraHealth } from './camera-health.ts';
import { framePace, GAP_BOUNDS_MS } from './frame-pace.ts';
import type { LivePicture } from './live-picture.ts';
import { isHealthy, type MeasureName, type Reading } from './measures.ts';
import { penHealth } from './pen-health.ts';
import { platenHealth } from './platen-health.ts';
import { trendOf } from './trend.ts';

const SIDE_PX = 160;
const grey = (paint: (x: number, y: number) => number, seed = 1): LivePicture => {
  let random = seed * 2_654_435_761;
  const pixels = Uint8Array.from({ length: SIDE_PX * SIDE_PX }, (_, n) => {
    random = (random * 1_664_525 + 1_013_904_223) >>> 0;
    return Math.max(0, Math.min(255, paint(n % SIDE_PX, Math.floor(n / SIDE_PX)) + (random >>> 24) / 64 - 2));
  });
  return { widthPx: SIDE_PX, heightPx: SIDE_PX, channels: 1, pixels };
};
const several = (paint: (x: number, y: number) => number): readonly LivePicture[] => [1, 2, 3, 4].map((seed) => grey(paint, seed));
const valueOf = (readings: readonly Reading[], measure: MeasureName): number => readings.find((reading) => reading.measure === measure)!.value;
const failing = (readings: readonly Reading[]): readonly string[] => readings.filter((reading) => !isHealthy(reading)).map(({ measure }) => measure);

describe('the empty platen of a scanner', () => {
  it('is healthy when it is bright, even and clean', () => {
    expect(failing(platenHealth(several(() => 240), undefined))).toEqual([]);
  });

  it('shows what a hand has left behind, and how much of it', () => {
    const dirty = platenHealth(several((x, y) => (x < 48 && y < 48 ? 240 - 24 * ((x + y) % 6 < 3 ? 1 : 0) : 240)), 240);
    expect(failing(dirty)).toEqual(['platen-residue']);
    expect(valueOf(dirty, 'platen-residue')).toBeCloseTo(9, 0);
  });

  it('counts dead pixels and calls them nothing else', () => {
    const spots = new Set([5 * SIDE_PX + 8, 12 * SIDE_PX + 40, 33 * SIDE_PX + 90]);
    const worn = platenHealth(several((x, y) => (spots.has(y * SIDE_PX + x) ? 0 : 240)), undefined);
    expect(valueOf(worn, 'dead-pixels')).toBe(3);
    expect(valueOf(worn, 'platen-residue')).toBe(0);
  });

  it('drifts from its first level, and dims on one side', () => {
    expect(failing(platenHealth(several(() => 225), 242))).toEqual(['platen-drift']);
    expect(failing(platenHealth(several((x) => 245 - x * 0.2), undefined))).toContain('platen-spread');
  });

  it('says nothing of no picture or of one that lies about its size', () => {
    expect(platenHealth([], undefined)).toEqual([]);
    expect(platenHealth([{ widthPx: 100, heightPx: 100, channels: 1, pixels: new Uint8Array(5) }], undefined)).toEqual([]);
  });
});

describe('a camera', () => {
  const edges = (x: number, y: number): number => ((x >> 3) + (y >> 3)) % 2 === 0 ? 60 : 190;
  const soft = (x: number, y: number): number => 125 + 65 * Math.sin((x * Math.PI) / 8) * Math.sin((y * Math.PI) / 8);

  it('is sharp where edges are, soft where they are smeared, whatever stands before it', () => {
    const sharp = valueOf(cameraHealth([grey(edges)]), 'camera-focus');
    expect(sharp).toBeGreaterThan(3 * valueOf(cameraHealth([grey(soft)]), 'camera-focus'));
  });

  it('is too dark, too bright, or right', () => {
    expect(failing(cameraHealth([grey(() => 20)]))).toContain('camera-exposure');
    expect(failing(cameraHealth([grey(() => 255)]))).toEqual(expect.arrayContaining(['camera-exposure', 'camera-clipped']));
    expect(failing(cameraHealth([grey(edges)]))).toEqual([]);
  });
});

describe('live frames', () => {
  it('are counted by their gaps', () => {
    const pace = framePace([120, 186, 252, 318, 384, 984]);
    expect(pace.histogram).toHaveLength(GAP_BOUNDS_MS.length + 1);
    expect(pace.histogram[3]).toBe(4);
    expect(pace.histogram.at(-1)).toBe(1);
    expect(valueOf(pace.readings, 'first-frame')).toBe(120);
    expect(valueOf(pace.readings, 'frame-gap')).toBe(600);
    expect(valueOf(pace.readings, 'frame-rate')).toBeCloseTo(5.79, 1);
  });

  it('that never came say nothing', () => {
    expect(framePace([]).readings).toEqual([]);
    expect(framePace([40]).readings).toEqual([{ measure: 'first-frame', value: 40 }]);
  });
});

describe('a pad', () => {
  const line = (bend: number) => Array.from({ length: 101 }, (_, n) => ({ x: n * 8, y: n * 4 + bend * Math.sin((n / 100) * Math.PI), pressure: n < 100 ? 500 : 0, tMs: n * 5 }));

  it('draws a ruled line straight, at any angle', () => {
    const readings = penHealth(line(0), 300);
    expect(valueOf(readings, 'pad-linearity')).toBeCloseTo(0, 3);
    expect(valueOf(readings, 'pad-rate')).toBeCloseTo(200, 0);
  });

  it('bends it when it is worn', () => {
    expect(failing(penHealth(line(60), 300))).toEqual(['pad-linearity']);
  });

  it('that nobody drew on says nothing', () => {
    expect(penHealth([], 300)).toEqual([]);
    expect(penHealth([{ x: 1, y: 1, pressure: 5, tMs: 0 }], 300)).toEqual([]);
  });
});

describe('a trend', () => {
  const DAY_MS = 86_400_000;
  const rising = [0, 1, 2, 3, 4].map((day) => ({ atMs: day * DAY_MS, value: 0.4 + day * 0.1 }));

  it('says when a limit will be crossed, whatever a single reading does', () => {
    const odd = rising.map((point, n) => (n === 2 ? { ...point, value: 9 } : point));
    expect(trendOf('platen-residue', odd).perDay).toBeCloseTo(0.1, 2);
    expect(trendOf('platen-residue', rising).daysToLimit).toBeCloseTo(12, 1);
  });

  it('knows nothing after one day, and nothing to fear of a measure that gets better', () => {
    expect(trendOf('platen-residue', rising.slice(0, 1))).toEqual({ perDay: 0, daysToLimit: null });
    expect(trendOf('platen-residue', rising.map(({ atMs, value }) => ({ atMs, value: 2 - value }))).daysToLimit).toBeNull();
  });
});
