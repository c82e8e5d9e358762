import { describe, expect, it } from 'vitest';
import { boxBlur, closeMask, distanceInside, openMask, quantileOf } from './cell-map.ts';
import { clampBox, crop, overlapOf } from './crop.ts';
import { atWorkingPpi, halve } from './halve.ts';
import { labelRegions } from './label-regions.ts';
import { cellTensors } from './structure-tensor.ts';

const picture = (widthPx: number, heightPx: number, grey: (x: number, y: number) => number, ppi = 500) =>
  ({ widthPx, heightPx, ppi, pixels: Uint8Array.from({ length: widthPx * heightPx }, (_, at) => grey(at % widthPx, Math.floor(at / widthPx))) });
const maskOf = (...rows: readonly string[]) => ({
  grid: { columns: rows[0]!.length, rows: rows.length },
  mask: Uint8Array.from(rows.join(''), (sign) => (sign === '#' ? 1 : 0)),
});

describe('resolution', () => {
  it('halves by the mean of four and drops an odd edge', () => {
    const half = halve(picture(5, 3, (x) => x * 10));
    expect(half).toMatchObject({ widthPx: 2, heightPx: 1, ppi: 250 });
    expect([...half.pixels]).toEqual([5, 25]);
  });

  it.each([[1000, 80, 40], [500, 80, 80], [333, 80, 120], [750, 90, 60]])('brings %i ppi to 500', (ppi, widthPx, expected) => {
    const image = atWorkingPpi(picture(widthPx, widthPx, () => 77, ppi));
    expect(image.ppi).toBe(500);
    expect(Math.abs(image.widthPx - expected)).toBeLessThanOrEqual(1);
    expect(new Set(image.pixels)).toEqual(new Set([77]));
  });

  it.each([0, 72, 249, 2400, Number.NaN])('refuses %d ppi', (ppi) => {
    expect(() => atWorkingPpi(picture(4, 4, () => 0, ppi))).toThrow(RangeError);
  });
});

describe('boxes', () => {
  it('keeps the part inside the image', () => {
    expect(clampBox({ leftPx: -4, topPx: 2, widthPx: 10, heightPx: 50 }, { widthPx: 5, heightPx: 20 })).toEqual({ leftPx: 0, topPx: 2, widthPx: 5, heightPx: 18 });
    expect(clampBox({ leftPx: 90, topPx: 0, widthPx: 5, heightPx: 5 }, { widthPx: 5, heightPx: 20 })).toMatchObject({ widthPx: 0 });
    expect([...crop(picture(4, 4, (x, y) => 10 * y + x), { leftPx: 2, topPx: 1, widthPx: 9, heightPx: 2 }).pixels]).toEqual([12, 13, 22, 23]);
  });

  it('measures overlap', () => {
    const box = { leftPx: 0, topPx: 0, widthPx: 10, heightPx: 10 };
    expect(overlapOf(box, box)).toBe(1);
    expect(overlapOf(box, { ...box, leftPx: 5 })).toBeCloseTo(1 / 3);
    expect(overlapOf(box, { ...box, leftPx: 10 })).toBe(0);
  });
});

describe('cells', () => {
  it('blurs by what is there', () => {
    expect([...boxBlur(Float32Array.of(3, 0, 0, 9), { columns: 4, rows: 1 }, 1)]).toEqual([1.5, 1, 3, 4.5]);
    expect(quantileOf(Float32Array.of(5, 1, 3), 0.5)).toBe(3);
    expect(quantileOf(new Float32Array(0), 0.5)).toBeNaN();
  });

  it('measures depth with and without the border', () => {
    const { grid, mask } = maskOf('###', '###', '###');
    expect(distanceInside(mask, grid, 'clear')[4]).toBe(2);
    expect(Math.min(...distanceInside(mask, grid, 'set'))).toBeGreaterThan(2);
  });

  it('opens away what is thin and closes what is narrow', () => {
    const bar = maskOf('.........', '.#####...', '.#####...', '.########', '.#####...', '.#####...', '.........');
    const opened = openMask(bar.mask, bar.grid, 1);
    expect(opened[3 * 9 + 8]).toBe(0);
    expect(opened[3 * 9 + 3]).toBe(1);
    const gap = maskOf('.........', '.###.###.', '.###.###.', '.###.###.', '.........');
    expect(closeMask(gap.mask, gap.grid, 1)[2 * 9 + 4]).toBe(1);
  });

  it('labels patches by their edges, not their corners', () => {
    const { grid, mask } = maskOf('##..', '##..', '..##');
    expect(labelRegions(mask, grid, 1).map(({ cells }) => cells.length)).toEqual([4, 2]);
    expect(labelRegions(mask, grid, 3)).toMatchObject([{ left: 0, right: 1, top: 0, bottom: 1 }]);
  });

  it.each([[0, 'xx'], [90, 'yy']] as const)('sees the gradient of stripes at %i°', (angle, strong) => {
    const tensors = cellTensors(picture(32, 32, (x, y) => 128 + 100 * Math.sin((angle === 0 ? x : y) * 0.7)), 8);
    const weak = strong === 'xx' ? 'yy' : 'xx';
    expect(tensors[strong][5]).toBeGreaterThan(100);
    expect(tensors[weak][5]).toBeLessThan(1);
  });
});
