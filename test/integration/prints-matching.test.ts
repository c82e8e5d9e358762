import { beforeAll, expect, it } from 'vitest';
import { matchPrints } from '../../electron/core/biometrics/matching/match-prints.ts';
import { SAME_FINGER_SCORE } from '../../electron/core/biometrics/matching/score-levels.ts';
import { extractTemplate, type PrintTemplate } from '../../electron/core/biometrics/minutiae/print-template.ts';
import { checkHands, checkSequence, findDoubles, type Prints } from '../../electron/core/biometrics/sequence/check-sequence.ts';
import { rollCheckOf } from '../../electron/core/biometrics/sequence/roll-check.ts';
import { FINGERS, type Finger } from '../../electron/core/dossier/capture-slots.ts';
import { printOf } from './persona-prints.ts';

const PERSON = 77;
const plain = (finger: Finger, seed: number): PrintTemplate => extractTemplate(printOf(PERSON, finger, { seed, kind: 'plain' }));
const all = (make: (finger: Finger) => PrintTemplate): Prints => new Map(FINGERS.map((finger) => [finger, make(finger)]));

let first: Prints;
let second: Prints;
beforeAll(() => {
  first = all((finger) => plain(finger, 1));
  second = all((finger) => plain(finger, 2));
});

it('parts the ten fingers of a person from each other', () => {
  const scores = FINGERS.flatMap((probe) => FINGERS.map((stored) => ({ same: probe === stored, score: matchPrints(second.get(probe)!, first.get(stored)!).score })));
  const genuine = scores.filter(({ same }) => same).map(({ score }) => score);
  const impostor = scores.filter(({ same }) => !same).map(({ score }) => score);
  expect(Math.min(...genuine)).toBeGreaterThan(SAME_FINGER_SCORE);
  expect(Math.max(...impostor)).toBeLessThan(Math.min(...genuine));
  expect(impostor.filter((score) => score >= SAME_FINGER_SCORE).length).toBeLessThanOrEqual(1);
});

it('finds the same turn that the finger was laid down with', () => {
  const { alignment, pairs } = matchPrints(first.get('right-index')!, first.get('right-index')!);
  expect(alignment?.turnRad).toBeCloseTo(0, 3);
  expect(pairs).toHaveLength(first.get('right-index')!.minutiae.length);
});

it('confirms ten fingers that are what they are said to be', () => {
  expect(checkSequence(second, first).map(({ verdict }) => verdict)).toEqual(FINGERS.map(() => 'as-claimed'));
});

it('sees swapped thumbs and swapped hands', () => {
  const mirrored = (finger: Finger): Finger => FINGERS[(FINGERS.indexOf(finger) + 5) % 10]!;
  const swapped = new Map([...second.keys()].map((finger) => [finger, second.get(mirrored(finger))!] as const));
  expect(checkHands(checkSequence(swapped, first))).toMatchObject({ verdict: 'swapped', matching: 0 });
  expect(checkHands(checkSequence(second, first))).toMatchObject({ verdict: 'as-claimed', crossed: 0 });
});

it('sees a finger shown twice, inside a capture and against an earlier one, and no double elsewhere', () => {
  const ring = new Map<Finger, PrintTemplate>([['right-middle', second.get('right-middle')!], ['right-ring', first.get('right-middle')!]]);
  expect(findDoubles(ring, new Map())).toMatchObject([{ finger: 'right-ring', sameAs: 'right-middle' }]);
  expect(findDoubles(new Map([['left-index', second.get('right-index')!]]), first)).toMatchObject([{ finger: 'left-index', sameAs: 'right-index' }]);
  expect(findDoubles(second, new Map())).toEqual([]);
  expect(findDoubles(second, first)).toEqual([]);
});

it('verifies a roll against its plain print', () => {
  const rolled = extractTemplate(printOf(PERSON, 'left-middle', { seed: 3, kind: 'rolled' }));
  const check = (claimed: Finger) => rollCheckOf(checkSequence(new Map([[claimed, rolled]]), first)[0]!, 'compared');
  expect(check('left-middle')).toBe('successful');
  expect(check('left-ring')).toBe('wrong-finger');
  const stranger = extractTemplate(printOf(PERSON + 1, 'left-middle', { seed: 3, kind: 'rolled' }));
  expect(rollCheckOf(checkSequence(new Map([['left-middle', stranger]]), first)[0]!, 'compared')).toBe('undetermined');
});
