import { expect, it } from 'vitest';
import { deviceSource } from './source.ts';

it('simulates only in practice, and there only what isn’t set to be real', () => {
  expect((['', 'real', 'simulated'] as const).map((setting) => deviceSource(setting, true))).toEqual(['simulated', 'real', 'simulated']);
  expect((['', 'real', 'simulated'] as const).map((setting) => deviceSource(setting, false))).toEqual(['real', 'real', 'real']);
});
