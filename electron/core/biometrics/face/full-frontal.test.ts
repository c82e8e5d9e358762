import { expect, it } from 'vitest';
import { FACE_CRITERIA, judge, type CriterionResult, type FaceCriterion } from './criteria/criterion.ts';
import { isFullFrontal } from './full-frontal.ts';

const eyes = { rightEye: { x: 1, y: 1 }, leftEye: { x: 2, y: 1 }, chin: { x: 1, y: 2 } };
const met = (criterion: FaceCriterion, value: number): CriterionResult => judge(criterion, 'share', value, {});
const all = FACE_CRITERIA.map((criterion) => met(criterion, criterion === 'head-width' ? 0.6 : criterion === 'head-height' ? 0.7 : 0));
const but = (changed: CriterionResult): typeof all => all.map((one) => (one.criterion === changed.criterion ? changed : one));

it('calls a portrait full frontal when everything asked of one was measured and met', () => {
  expect(isFullFrontal({ ...eyes, criteria: all })).toBe(true);
});

it.each([
  ['was never measured', undefined],
  ['has a head turned further than an adult’s may be, though a child’s may', { ...eyes, criteria: but(met('yaw', 7)) }],
  ['has a head too narrow', { ...eyes, criteria: but(met('head-width', 0.4)) }],
  ['failed a criterion', { ...eyes, criteria: but(judge('glare', 'share', 1, { max: 0 })) }],
  ['has a measure that failed', { ...eyes, criteria: but(judge('yaw', 'degrees', undefined, {})) }],
  ['was not looked at for the mouth', { ...eyes, criteria: all.filter(({ criterion }) => criterion !== 'mouth-closed') }],
])('claims nothing of a portrait that %s', (_what, facts) => {
  expect(isFullFrontal(facts)).toBe(false);
});
