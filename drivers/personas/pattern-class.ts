import type { Finger } from '../../electron/core/dossier/capture-slots.ts';
import { digitOf } from './build.ts';
import type { Random } from './persona-random.ts';
import type { PatternClass } from './prints.ts';

type Shares = { readonly arch: number; readonly tented: number; readonly whorl: number; readonly radial: number };

/**
 * Shares per finger. Their mean over ten fingers is what Maltoni et al., Handbook of Fingerprint Recognition, give for
 * all fingers: arch 3.7 %, tented arch 2.9 %, left loop 33.8 %, right loop 31.7 %, whorl 27.9 %. The spread over the
 * fingers follows the known tendency (arches and radial loops on the index, whorls on thumb and ring finger); its
 * figures are ours.
 */
const SHARES: Readonly<Record<string, Shares>> = {
  thumb: { arch: 0.03, tented: 0.01, whorl: 0.365, radial: 0.005 },
  index: { arch: 0.065, tented: 0.075, whorl: 0.31, radial: 0.2 },
  middle: { arch: 0.055, tented: 0.035, whorl: 0.19, radial: 0.03 },
  ring: { arch: 0.02, tented: 0.015, whorl: 0.39, radial: 0.01 },
  little: { arch: 0.015, tented: 0.01, whorl: 0.14, radial: 0.01 },
};
/** An ulnar loop opens to the little finger: on the right hand to the right of the print. The left hand has a few more. */
const LEFT_HAND_WHORL = 0.94;
const RIGHT_HAND_WHORL = 1.06;

/** Draws a class in its natural share. */
export function drawClass(random: Random, finger: Finger): PatternClass {
  const isRight = finger.startsWith('right');
  const shares = SHARES[digitOf(finger)]!;
  const ulnar = isRight ? 'right-loop' : 'left-loop';
  const radial = isRight ? 'left-loop' : 'right-loop';
  let draw = random();
  for (const [kind, share] of [
    ['arch', shares.arch],
    ['tented-arch', shares.tented],
    ['whorl', shares.whorl * (isRight ? RIGHT_HAND_WHORL : LEFT_HAND_WHORL)],
    [radial, shares.radial],
  ] as const) {
    if (draw < share) return kind;
    draw -= share;
  }
  return ulnar;
}
