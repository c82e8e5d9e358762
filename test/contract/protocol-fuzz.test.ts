import { expect, it } from 'vitest';
import { mutations } from '../../electron/core/biometrics/fuzz/mutate.ts';
import { seededNoise } from '../../electron/core/biometrics/image/synthetic-ridges.ts';
import { FUZZ_TARGETS, cut } from '../../scripts/devices/fuzz-targets.ts';

const FRAMES = 20_000;

it.each(FUZZ_TARGETS)('$name: damaged frames end in a value, whole or in pieces', ({ good, read }) => {
  const next = mutations(good, 20_261_122);
  const random = seededNoise(7);
  const ends = new Map<string, number>();
  for (let n = 0; n < FRAMES; n++) {
    const end = read(cut(next(), random));
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  expect([...ends.values()].reduce((sum, count) => sum + count, 0)).toBe(FRAMES);
  // A reader that refuses or takes everything is not being tested.
  expect(ends.size).toBeGreaterThan(1);
}, 60_000);
