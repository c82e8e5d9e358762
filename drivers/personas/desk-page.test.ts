import { describe, expect, it } from 'vitest';
import { findPage } from '../../electron/core/documents/find-page.ts';
import { distance } from '../../electron/core/documents/page-geometry.ts';
import { scanPage } from '../../electron/core/documents/scan-page.ts';
import { drawDeskPage, DOCUMENT_CAMERA_PX } from './desk-page.ts';

/** The corners of the drawing are known, so what the search finds can be held against the truth. */
describe('a page on a desk', () => {
  it.each([['a4', 1], ['a4', 2], ['a5', 3], ['id-1', 4], ['id-1', 5]] as const)('%s, seed %i: all four corners within 3 px', (paper, seed) => {
    const { picture, quad } = drawDeskPage({ seed, paper, widthPx: 1_224, heightPx: 1_632 });
    const found = findPage(picture);
    expect(found?.map((corner, n) => Math.round(distance(corner, quad[n]!)))).toEqual(expect.arrayContaining([expect.any(Number)]));
    for (const [n, corner] of found!.entries()) expect(distance(corner, quad[n]!)).toBeLessThan(3);
  });

  it('is read at 200 ppi from the whole camera, without a fault', () => {
    const { picture } = drawDeskPage({ seed: 7, paper: 'a4' });
    const page = scanPage(picture);
    expect([page.ppi, page.image.widthPx, page.image.heightPx, page.faults]).toEqual([200, 1_654, 2_339, []]);
  });

  it('is told apart by its paper, and a camera too coarse for it is named', () => {
    const card = scanPage(drawDeskPage({ seed: 4, paper: 'id-1', widthPx: 1_224, heightPx: 1_632 }).picture);
    expect(card.image.widthPx / card.image.heightPx).toBeCloseTo(85.6 / 53.98, 1);
    expect(card.ppi).toBeGreaterThanOrEqual(200);
    const sheet = scanPage(drawDeskPage({ seed: 4, paper: 'a4', widthPx: 1_224, heightPx: 1_632 }).picture);
    expect(sheet.ppi).toBeLessThan(200);
    expect(sheet.faults).toContain('page-low-resolution');
    const a5 = drawDeskPage({ seed: 9, paper: 'a5', widthPx: 1_224, heightPx: 1_632 }).picture;
    expect(scanPage(a5, 'a5').ppi / scanPage(a5).ppi).toBeGreaterThan(1); // taken for A4 unless told: the lower figure
  });

  it('looks the same from the same seed', () => {
    const draw = () => drawDeskPage({ seed: 3, paper: 'a4', widthPx: 300, heightPx: 400 }).picture.pixels;
    expect(Buffer.from(draw()).equals(Buffer.from(draw()))).toBe(true);
    expect(DOCUMENT_CAMERA_PX.widthPx * DOCUMENT_CAMERA_PX.heightPx).toBeGreaterThan(7_900_000);
  });
});
