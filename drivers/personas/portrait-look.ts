import type { PortraitFault } from '../../electron/core/device/portrait-faults.ts';

/** What can be wrong with a portrait on request. Angles in degrees, measured as `electron/core/biometrics/face/head-pose.ts` does. */
export type PortraitLook = {
  /** positive = turned to the person's own left */
  readonly yawDeg: number;
  /** positive = looks down */
  readonly pitchDeg: number;
  /** positive = the head leans to the person's own left */
  readonly rollDeg: number;
  readonly eyes: 'open' | 'closed' | 'aside';
  readonly mouth: 'closed' | 'open';
  readonly background: 'plain' | 'patterned' | 'dark';
  readonly light: 'even' | 'side' | 'dim' | 'glaring';
  readonly glasses: 'none' | 'reflecting';
  /** 1 = as a booth frames a person; smaller = farther away */
  readonly size: number;
  /** shift of the person in the picture, as a share of its width; positive = to the right of the picture */
  readonly shift: number;
  readonly blurred: boolean;
};

export const GOOD_LOOK: PortraitLook = {
  yawDeg: 0, pitchDeg: 0, rollDeg: 0, eyes: 'open', mouth: 'closed', background: 'plain', light: 'even', glasses: 'none', size: 1, shift: 0, blurred: false,
};

/** Wrong portraits by the name that a simulated camera is asked by. */
export const WRONG_LOOKS = {
  'face-turned': { yawDeg: 16 },
  'face-down': { pitchDeg: 16 },
  'face-leaning': { rollDeg: 14 },
  'eyes-closed': { eyes: 'closed' },
  'eyes-aside': { eyes: 'aside' },
  'mouth-open': { mouth: 'open' },
  'background-patterned': { background: 'patterned' },
  'background-dark': { background: 'dark' },
  'light-side': { light: 'side' },
  'light-dim': { light: 'dim' },
  'light-glaring': { light: 'glaring' },
  'glasses-reflecting': { glasses: 'reflecting' },
  'face-far': { size: 0.5 },
  'face-beside': { shift: 0.2 },
  'picture-blurred': { blurred: true },
} as const satisfies Readonly<Record<PortraitFault, Partial<PortraitLook>>>;

export const lookOf = (fault: PortraitFault | undefined): PortraitLook => ({ ...GOOD_LOOK, ...(fault === undefined ? {} : WRONG_LOOKS[fault]) });
