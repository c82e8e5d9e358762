import { expect, test } from 'vitest';
import { FACE_TARGET } from './face-target.ts';
import { mutations } from './mutate.ts';

const { good, read } = FACE_TARGET;
/** scripts/bio-fuzz.ts runs 100,000; one takes milliseconds, for every chart about the eyes is drawn. */
const MUTATIONS = 40;

test('the good file is a face, and all of it can be measured', () => {
  const looked = read(good);
  expect(looked.ok).toBe(true);
  if (looked.ok) expect((looked.value as readonly { readonly value: number | null }[]).map(({ value }) => value)).not.toContain(null);
});

test('damage is answered with measures that are numbers or failed, or with a code', () => {
  const next = mutations(good, 20_261_129);
  let refused = 0;
  for (let i = 0; i < MUTATIONS; i++) {
    const looked = read(next());
    if (looked.ok) continue;
    refused++;
    expect(looked.error.code).toMatch(/^face\.bad-(image|answer)$/);
  }
  expect(refused).toBeGreaterThan(MUTATIONS / 10);
});
