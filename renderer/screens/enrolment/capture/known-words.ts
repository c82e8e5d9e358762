/** Live hints and image warnings that have a sentence; a driver may send others, which are shown by their code. */
const HINTS = [
  'starting', 'searching-fingers', 'fingers-recognized', 'keep-still', 'capturing', 'too-few-fingers', 'too-many-fingers',
  'reduce-pressure', 'raise-pressure', 'searching-face', 'face-recognized', 'look-straight', 'stand-still', 'waiting-for-pen', 'signing',
] as const;
const WARNINGS = ['low-contrast', 'forced', 'dry-fingers', 'short-signature', 'wrong-size'] as const;

export const hintKey = (hint: string) => {
  const known = HINTS.find((h) => h === hint);
  return known === undefined ? undefined : (`hint.${known}` as const);
};
export const warningKey = (code: string) => {
  const known = WARNINGS.find((w) => w === code);
  return known === undefined ? ('warning.other' as const) : (`warning.${known}` as const);
};
