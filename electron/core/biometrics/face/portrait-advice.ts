import type { CriterionResult } from './criteria/criterion.ts';

/** The one thing to say now, translation keys `portrait.advice.<value>`. */
export const PORTRAIT_ADVICE = [
  'nobody', 'several', 'come-closer', 'step-back', 'move-in', 'turn-left', 'turn-right', 'raise-chin', 'lower-chin', 'hold-upright', 'move-in-centre', 'open-eyes', 'look-at-camera',
  'close-mouth', 'glasses-off', 'more-light', 'less-light', 'even-light', 'hold-still', 'plain-background', 'light-background', 'closer-camera', 'hold',
] as const;
export type PortraitAdvice = (typeof PORTRAIT_ADVICE)[number];

const below = ({ value, min }: CriterionResult): boolean => value !== null && min !== null && value < min;

/** What is said when a criterion fails. Left and right are the person's own: the advice says which way to turn back. */
const SAY: Readonly<Record<CriterionResult['criterion'], (failed: CriterionResult) => PortraitAdvice>> = {
  'one-face': (failed) => (below(failed) ? 'nobody' : 'several'),
  distance: (failed) => (below(failed) ? 'come-closer' : 'step-back'),
  'in-picture': () => 'move-in',
  'eye-distance': () => 'closer-camera',
  yaw: (failed) => (below(failed) ? 'turn-left' : 'turn-right'),
  pitch: (failed) => (below(failed) ? 'lower-chin' : 'raise-chin'),
  roll: () => 'hold-upright',
  'head-width': (failed) => (below(failed) ? 'come-closer' : 'step-back'),
  'head-height': (failed) => (below(failed) ? 'come-closer' : 'step-back'),
  centred: () => 'move-in-centre',
  'eyes-open': () => 'open-eyes',
  gaze: () => 'look-at-camera',
  'mouth-closed': () => 'close-mouth',
  glare: () => 'glasses-off',
  exposure: (failed) => (below(failed) ? 'more-light' : 'less-light'),
  clipped: () => 'less-light',
  'light-even': () => 'even-light',
  sharpness: () => 'hold-still',
  'background-even': () => 'plain-background',
  'background-light': () => 'light-background',
};

/** The most important instruction: criteria come in the order in which they are put right. */
export function adviseOn(criteria: readonly CriterionResult[]): PortraitAdvice {
  const failed = criteria.find(({ ok }) => !ok);
  return failed === undefined ? 'hold' : SAY[failed.criterion](failed);
}
