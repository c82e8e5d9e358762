import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { impression } from '../../drivers/personas/impression.ts';
import { masterFinger } from '../../drivers/personas/master-finger.ts';
import { FLAWS, type ImpressionRequest, type MasterFinger } from '../../drivers/personas/prints.ts';
import { nistScores, type ImagePair, type NistScore } from './nist-scores.ts';

const FINGERS = ['right-thumb', 'right-index', 'left-middle', 'left-ring', 'right-little'] as const;
/** libfprint takes two prints for the same finger from here on. */
const SAME_FINGER = 40;

/** NIST's detector and matcher in Debian's libfprint are the judge: code that knows nothing of how these prints were made. */
describe('synthetic prints before an independent matcher', () => {
  let folder: string;
  let masters: readonly MasterFinger[];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tcc-fprint-'));
    masters = FINGERS.map((finger, n) => masterFinger(60 + n, finger));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const draw = (n: number, request: ImpressionRequest): string => {
    const { widthPx, heightPx, pixels } = impression(masters[n]!, request).raster;
    const path = join(folder, [n, request.seed, request.kind, request.flaw].join('-'));
    writeFileSync(path, Buffer.concat([Buffer.from(`P5\n${widthPx} ${heightPx}\n255\n`), pixels]));
    return path;
  };
  const first = (n: number): string => draw(n, { seed: 1, kind: 'plain' });

  const scored = (pairs: readonly ImagePair[]): readonly NistScore[] => nistScores(pairs, folder);
  const scoresOf = (all: readonly NistScore[]): readonly number[] => all.map(({ score }) => score).toSorted((a, b) => a - b);
  const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

  it('the same finger is known again, plain and rolled; other fingers are not', () => {
    const others = FINGERS.flatMap((_, a) => FINGERS.map((__, b) => ({ reference: first(a), probe: draw(b, { seed: 2, kind: 'plain' }), own: a === b })));
    const rolled = FINGERS.map((_, n) => ({ reference: first(n), probe: draw(n, { seed: 3, kind: 'rolled' }), own: true }));
    const pairs = [...others, ...rolled];
    const all = scored(pairs);
    const genuine = all.filter((_, n) => pairs[n]!.own);
    const impostor = all.filter((_, n) => !pairs[n]!.own);
    expect([genuine.length, impostor.length]).toEqual([10, 20]);
    expect(scoresOf(genuine)[0]).toBeGreaterThan(1.5 * SAME_FINGER);
    expect(scoresOf(impostor).at(-1)).toBeLessThan(SAME_FINGER);
    expect(median(scoresOf(impostor))).toBeLessThan(20);
    // As many minutiae as NIST's detector finds on live scans of real fingers.
    expect(genuine.every(({ minutiae }) => minutiae >= 35 && minutiae <= 130)).toBe(true);
  }, 180_000);

  it('bad attempts are bad: whatever the flaw, they match far worse than good ones', () => {
    const good = scored(FINGERS.map((_, n) => ({ reference: first(n), probe: draw(n, { seed: 4, kind: 'plain' }) })));
    const bad = scored(FLAWS.flatMap((flaw) => FINGERS.map((_, n) => ({ reference: first(n), probe: draw(n, { seed: 4, kind: 'plain', flaw }) }))));
    for (const [n, flaw] of FLAWS.entries()) {
      const scores = scoresOf(bad.slice(n * FINGERS.length, (n + 1) * FINGERS.length));
      expect(median(scores), flaw).toBeLessThan(median(scoresOf(good)) / 2);
    }
    expect(scoresOf(bad).filter((score) => score < SAME_FINGER).length).toBeGreaterThan(bad.length * 0.4);
  }, 180_000);
});
