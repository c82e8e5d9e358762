import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writePgm } from '../../electron/core/biometrics/image/pgm.ts';
import { matchPrints } from '../../electron/core/biometrics/matching/match-prints.ts';
import { SAME_FINGER_SCORE } from '../../electron/core/biometrics/matching/score-levels.ts';
import { extractTemplate, type PrintTemplate } from '../../electron/core/biometrics/minutiae/print-template.ts';
import { nistScores } from './nist-scores.ts';
import { printOf } from './persona-prints.ts';

const FINGERS = ['right-thumb', 'right-index', 'right-middle', 'left-index', 'left-ring', 'left-little'] as const;
const PERSON = 88;
/** libfprint takes two prints for the same finger from here on. */
const NIST_SAME_FINGER = 40;

type Print = { readonly path: string; readonly template: PrintTemplate };
type Compared = { readonly same: boolean; readonly ours: number; readonly nist: number };

let folder: string;
let compared: readonly Compared[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tcc-agreement-'));
  const make = (seed: number): readonly Print[] => FINGERS.map((finger) => {
    const image = printOf(PERSON, finger, { seed, kind: 'plain' });
    const path = join(folder, `${finger}-${seed}.pgm`);
    writeFileSync(path, writePgm(image));
    return { path, template: extractTemplate(image) };
  });
  const references = make(1);
  const probes = make(2);
  const pairs = references.flatMap((reference, a) => probes.map((probe, b) => ({ reference, probe, same: a === b })));
  const nist = nistScores(pairs.map(({ reference, probe }) => ({ reference: reference.path, probe: probe.path })), folder);
  compared = pairs.map(({ reference, probe, same }, n) => ({ same, ours: matchPrints(probe.template, reference.template).score, nist: nist[n]!.score }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('decides every pair as NIST’s matcher does', () => {
  expect(compared).toHaveLength(FINGERS.length ** 2);
  const differing = compared.filter(({ ours, nist }) => (ours >= SAME_FINGER_SCORE) !== (nist >= NIST_SAME_FINGER));
  expect(differing).toEqual([]);
});

it('puts every pair of one finger above every pair of two, as NIST’s does', () => {
  for (const which of ['ours', 'nist'] as const) {
    const genuine = compared.filter(({ same }) => same).map((pair) => pair[which]);
    const impostor = compared.filter(({ same }) => !same).map((pair) => pair[which]);
    expect(Math.min(...genuine)).toBeGreaterThan(Math.max(...impostor));
  }
});
