/** Live hints and image warnings that have a sentence; a driver may send others, which are shown by their code. */
const HINTS = [
  'starting', 'searching-fingers', 'fingers-recognized', 'keep-still', 'capturing', 'too-few-fingers', 'too-many-fingers', 'remove-fingers',
  'reduce-pressure', 'raise-pressure', 'searching-face', 'face-recognized', 'look-straight', 'stand-still', 'waiting-for-pen', 'signing',
] as const;
const WARNINGS = ['low-contrast', 'forced', 'dry-fingers', 'short-signature', 'wrong-size'] as const;

/** Live hints of the image work: what to do about what it sees. */
const INSTRUCTIONS = ['lay-finger-flat', 'move-to-middle', 'hold-still', 'dry-finger', 'moisten-or-press', 'clean-finger-and-glass', 'other-hand'] as const;

export const hintKey = (hint: string) => {
  const instruction = INSTRUCTIONS.find((one) => one === hint);
  if (instruction !== undefined) return `instruction.${instruction}` as const;
  const known = HINTS.find((h) => h === hint);
  return known === undefined ? undefined : (`hint.${known}` as const);
};
/** What the same hints are for one finger, and for one that rolls: a scanner says them of a hand. */
const OF_ONE = { 'searching-fingers': 'hint.searching-finger', 'fingers-recognized': 'hint.finger-recognized' } as const;
const OF_A_ROLL = { 'searching-fingers': 'hint.searching-finger', 'fingers-recognized': 'hint.rolling', 'keep-still': 'hint.rolling' } as const;

export function printHintKey(hint: string, { fingers, rolled }: { readonly fingers: number; readonly rolled: boolean }) {
  const own: Readonly<Record<string, (typeof OF_ONE)[keyof typeof OF_ONE] | (typeof OF_A_ROLL)[keyof typeof OF_A_ROLL]>> = rolled ? OF_A_ROLL : fingers === 1 ? OF_ONE : {};
  return own[hint] ?? hintKey(hint);
}

export const warningKey = (code: string) => {
  const known = WARNINGS.find((w) => w === code);
  return known === undefined ? ('warning.other' as const) : (`warning.${known}` as const);
};
