import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../itl/charset.ts';
import { drawStrokes } from './ink.ts';
import { FULL_PRESSURE, readPenStrokes, writePenStrokes, type PenStrokes } from './pen-strokes.ts';

const strokes: PenStrokes = {
  widthPx: 1200, heightPx: 480, ppi: 300,
  samples: [{ x: 100, y: 100, pressure: 600, tMs: 0 }, { x: 300, y: 220, pressure: 700, tMs: 8 }, { x: 300, y: 220, pressure: 0, tMs: 16 }, { x: 500, y: 90.5, pressure: FULL_PRESSURE, tMs: 240 }],
};
const textOf = (value: PenStrokes): string => decodeText(writePenStrokes(value), 'utf-8', 0);

describe('the signature file', () => {
  test('gives back what was written', () => {
    expect(readPenStrokes(textOf(strokes))).toEqual(strokes);
    expect(textOf({ ...strokes, samples: strokes.samples.slice(0, 1) })).toBe(
      '{"format":"pen-strokes","version":1,"widthPx":1200,"heightPx":480,"ppi":300,"columns":["x","y","pressure","tMs"],"samples":[[100,100,600,0]]}',
    );
  });

  test.each([
    ['no JSON', '{'], ['another format', textOf(strokes).replace('pen-strokes', 'ink')], ['other columns', textOf(strokes).replace('"x","y"', '"y","x"')],
    ['a pen beside the pad', textOf(strokes).replace('[500,', '[1500,')], ['time that runs backwards', textOf(strokes).replace(',240]', ',3]')],
    ['more than full pressure', textOf(strokes).replace('600', '1024')], ['a row too short', textOf(strokes).replace(',600,0]', ']')], ['a pad without size', textOf(strokes).replace('"ppi":300', '"ppi":0')],
  ])('%s is refused', (_name, text) => {
    expect(readPenStrokes(text)).toBeUndefined();
  });

  test('no text is a crash', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      readPenStrokes(text);
    }));
  });
});

describe('the drawn signature', () => {
  const inked = ({ widthPx, heightPx, ppi, samples }: PenStrokes): number => drawStrokes({ widthPx, heightPx, ppi, samples }).pixels.filter((grey) => grey < 128).length;

  test('shows strokes and leaves out what the pen was lifted over', () => {
    const image = drawStrokes(strokes);
    expect(image).toMatchObject({ widthPx: 1200, heightPx: 480, ppi: 300 });
    expect(image.pixels[160 * 1200 + 200]).toBeLessThan(60);
    expect(image.pixels[155 * 1200 + 400]).toBe(255);
  });

  test('is as thick on a fine pad as on a coarse one, and no larger', () => {
    const fine: PenStrokes = { widthPx: 12_000, heightPx: 4_800, ppi: 3_000, samples: strokes.samples.map((sample) => ({ ...sample, x: sample.x * 10, y: sample.y * 10 })) };
    expect(drawStrokes(fine)).toMatchObject({ widthPx: 1200, heightPx: 480, ppi: 300 });
    expect(inked(fine)).toBe(inked(strokes));
  });
});
