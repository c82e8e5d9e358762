import { describe, expect, test } from 'vitest';
import { mutations } from './mutate.ts';
import { FUZZ_TARGETS } from './targets.ts';

/** scripts/bio-fuzz.ts runs 100,000 a target and holds each to time and memory; this is the sample every test run takes. */
const MUTATIONS = 600;

describe.each(FUZZ_TARGETS)('$name', ({ good, read }) => {
  test('the good file is read', () => {
    expect(read(good).ok).toBe(true);
  });

  test('damage is answered with a value or an error that has a code and an offset', () => {
    const next = mutations(good, 20_260_105);
    let refused = 0;
    for (let i = 0; i < MUTATIONS; i++) {
      const bytes = next();
      const result = read(bytes);
      if (result.ok) continue;
      refused++;
      expect(result.error.code).toMatch(/^[a-z]+\.[a-z-]+$/);
      expect(result.error.offsetBytes).toBeGreaterThanOrEqual(0);
      expect(result.error.offsetBytes).toBeLessThanOrEqual(bytes.length);
    }
    expect(refused).toBeGreaterThan(MUTATIONS / 10);
  });
});
