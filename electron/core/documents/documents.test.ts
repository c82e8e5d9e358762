import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColourImage } from './colour-words.ts';
import { findPage } from './find-page.ts';
import { judgePage } from './judge-page.ts';
import { areaOf, distance, hullOf, quadAbout, type Point, type Quad } from './page-geometry.ts';
import { measurePage, PAPERS } from './paper.ts';
import { paintOutline, scanPage } from './scan-page.ts';
import { mapToQuad, straighten, turned } from './straighten.ts';

const WIDE = 400;
const HIGH = 300;
const blank = (level: number, wide = WIDE, high = HIGH): ColourImage & { pixels: Uint8Array<ArrayBuffer> } => ({ widthPx: wide, heightPx: high, pixels: new Uint8Array(wide * high * 4).fill(level) });

/** A bright quadrilateral on a dark desk, each pixel by the side of every edge it lies on. */
function paint(quad: Quad, paper = 230, desk = 60): ColourImage {
  const image = blank(desk);
  for (let y = 0; y < HIGH; y++) {
    for (let x = 0; x < WIDE; x++) {
      const inside = quad.every((a, n) => (quad[(n + 1) % 4]!.x - a.x) * (y + 0.5 - a.y) - (quad[(n + 1) % 4]!.y - a.y) * (x + 0.5 - a.x) >= 0);
      if (inside) image.pixels.fill(paper, (y * WIDE + x) * 4, (y * WIDE + x) * 4 + 4);
    }
  }
  return image;
}
const near = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true });
const corner = (x: readonly [number, number], y: readonly [number, number]): fc.Arbitrary<Point> => fc.record({ x: near(...x), y: near(...y) });
const quads = fc.tuple(corner([25, 90], [20, 70]), corner([300, 375], [20, 70]), corner([300, 375], [220, 280]), corner([25, 90], [220, 280])) as fc.Arbitrary<Quad>;

describe('finding a page', () => {
  it('finds any page of four corners within two pixels', () => {
    fc.assert(fc.property(quads, (quad) => {
      const found = findPage(paint(quad));
      return found !== undefined && found.every((point, n) => distance(point, quad[n]!) < 2);
    }), { numRuns: 25 });
  });

  it.each([
    ['an empty desk', blank(60)], ['a desk as bright as paper', blank(230)], ['a page that fills the picture', paint([{ x: -9, y: -9 }, { x: 409, y: -9 }, { x: 409, y: 309 }, { x: -9, y: 309 }])],
    ['a scrap', paint([{ x: 100, y: 100 }, { x: 130, y: 100 }, { x: 130, y: 130 }, { x: 100, y: 130 }])],
  ])('finds none in %s, and keeps the picture as it is', (_what, image) => {
    expect(findPage(image)).toBeUndefined();
    expect(scanPage(image)).toMatchObject({ ppi: 0, faults: ['page-not-found'], image: { widthPx: WIDE, heightPx: HIGH } });
  });

  it('takes a round thing for no page', () => {
    const image = blank(60);
    for (let y = 0; y < HIGH; y++) for (let x = 0; x < WIDE; x++) if (Math.hypot(x - 200, y - 150) < 110) image.pixels.fill(230, (y * WIDE + x) * 4, (y * WIDE + x) * 4 + 4);
    expect(findPage(image)).toBeUndefined();
  });
});

describe('geometry', () => {
  it('a hull holds every point', () => {
    fc.assert(fc.property(fc.array(corner([0, 100], [0, 100]), { minLength: 3, maxLength: 30 }), (points) => {
      const hull = hullOf(points);
      return areaOf(hull) + 1e-6 >= areaOf(hullOf(points.slice(1)));
    }));
  });

  it('rounded corners become true ones, clockwise from the top left', () => {
    const round = Array.from({ length: 360 }, (_, n): Point => {
      const [u, v] = [Math.cos((n * Math.PI) / 180), Math.sin((n * Math.PI) / 180)];
      return { x: 150 + Math.sign(u) * 80 + u * 20, y: 100 + Math.sign(v) * 50 + v * 20 };
    });
    const quad = quadAbout(hullOf(round));
    for (const [n, truth] of [[50, 30], [250, 30], [250, 170], [50, 170]].entries()) expect(distance(quad![n]!, { x: truth[0]!, y: truth[1]! })).toBeLessThan(4);
  });

  it('maps the corners of a rectangle onto those of the quadrilateral', () => {
    fc.assert(fc.property(quads, (quad) => {
      const m = mapToQuad(quad, 210, 297);
      return ([[0, 0], [210, 0], [210, 297], [0, 297]] as const).every(([u, v], n) => {
        const w = m[6]! * u + m[7]! * v + 1;
        return distance({ x: (m[0]! * u + m[1]! * v + m[2]!) / w, y: (m[3]! * u + m[4]! * v + m[5]!) / w }, quad[n]!) < 1e-6;
      });
    }));
  });
});

it('a picture seen straight comes out as it is', () => {
  const image = blank(0, 40, 30);
  for (let at = 0; at < 40 * 30; at++) image.pixels[at * 4] = at % 251;
  const same = straighten(image, [{ x: 0, y: 0 }, { x: 40, y: 0 }, { x: 40, y: 30 }, { x: 0, y: 30 }], { widthPx: 40, heightPx: 30 });
  for (let y = 1; y < 28; y++) for (let x = 1; x < 38; x++) expect(same.pixels[(y * 40 + x) * 4]).toBe(image.pixels[(y * 40 + x) * 4]);
});

it('four quarter turns lead back, and one moves the left edge to the top', () => {
  const image = { widthPx: 3, heightPx: 2, pixels: Uint8Array.from({ length: 24 }, (_, n) => n) };
  const once = turned(image, 1);
  expect([once.widthPx, once.heightPx]).toEqual([2, 3]);
  expect([...once.pixels.subarray(0, 4)]).toEqual([12, 13, 14, 15]); // what was bottom left is now top left
  expect(turned(turned(image, 1), 3)).toEqual(image);
  expect(turned(turned(image, 2), 2)).toEqual(image);
});

it.each([['a4', 200], ['a5', 250], ['id-1', 300]] as const)('measures %s lying at %i ppi', (paper, ppi) => {
  const [wide, high] = PAPERS[paper].map((mm) => (mm / 25.4) * ppi) as [number, number];
  const quad: Quad = [{ x: 10, y: 10 }, { x: 10 + wide, y: 10 }, { x: 10 + wide, y: 10 + high }, { x: 10, y: 10 + high }];
  expect(measurePage(quad, paper)).toEqual({ paper, lying: true, ppi });
  expect(measurePage(quad).paper).toBe(paper === 'a5' ? 'a4' : paper);
});

describe('judging a page', () => {
  const printed = (blurPx: number, bright = 235): ColourImage => {
    const image = blank(bright, 256, 256);
    for (let y = 0; y < 256; y++) {
      for (let x = 0; x < 256; x++) {
        const edge = Math.abs((x % 16) - 8) - 4; // bars of ink 8 px wide
        const ink = Math.min(1, Math.max(0, 0.5 - edge / Math.max(1, blurPx)));
        image.pixels.fill(Math.round(bright * (1 - 0.8 * ink)), (y * 256 + x) * 4, (y * 256 + x) * 4 + 3);
      }
    }
    return image;
  };
  it('passes sharp print and names what is wrong otherwise', () => {
    expect(judgePage(printed(2), 210)).toEqual([]);
    expect(judgePage(printed(2), 150)).toEqual(['page-low-resolution']);
    expect(judgePage(printed(9), 210)).toEqual(['page-blurred']);
    expect(judgePage(printed(2, 90), 210)).toEqual(['page-dark']);
    expect(judgePage(blank(255, 256, 256), 210)).toEqual(['page-glare']);
    expect(judgePage(blank(235, 256, 256), 210)).toEqual([]); // an empty page: nothing to judge sharpness by
  });
});

it('draws an outline and leaves everything beyond the picture alone', () => {
  const image = blank(60);
  paintOutline(image, [{ x: -5, y: -5 }, { x: 500, y: 20 }, { x: 350, y: 280 }, { x: 20, y: 290 }]);
  expect(image.pixels.some((level) => level === 31)).toBe(true);
});
