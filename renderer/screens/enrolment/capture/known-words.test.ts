import { expect, it } from 'vitest';
import { printHintKey } from './known-words.ts';

it.each([
  ['searching-fingers', 4, false, 'hint.searching-fingers'], ['searching-fingers', 1, false, 'hint.searching-finger'], ['searching-fingers', 1, true, 'hint.searching-finger'],
  ['fingers-recognized', 1, true, 'hint.rolling'], ['keep-still', 1, true, 'hint.rolling'], ['keep-still', 1, false, 'hint.keep-still'],
  ['dry-finger', 1, true, 'instruction.dry-finger'], ['something-new', 1, false, undefined],
] as const)('%s of %i fingers, rolled %s, is said as %s', (hint, fingers, rolled, key) => {
  expect(printHintKey(hint, { fingers, rolled })).toBe(key);
});
