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
export const warningKey = (code: string) => {
  const known = WARNINGS.find((w) => w === code);
  return known === undefined ? ('warning.other' as const) : (`warning.${known}` as const);
};
