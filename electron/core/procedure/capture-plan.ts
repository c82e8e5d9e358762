import { ROLLED_SLOTS, SLAPS, type FingerprintSlot } from '../dossier/capture-slots.ts';
import type { PartialDate } from '../person/person.ts';
import { ageRange } from './age.ts';
import { bandOf } from './applicants.ts';
import { derived, finding, sourced, unverified, type Basis, type Finding } from './fact.ts';
import { findGround, type GroundId } from './issue-grounds.ts';
import { regimeOn } from './regimes.ts';

/** How prints are taken: the thirteen captures of the law, or the three slaps when the station is set so. */
export type PrintSequence = 'thirteen' | 'four-four-two';

/**
 * Prints in the order in which they are taken: four right, four left, both thumbs, then ten rolled from the right thumb to the
 * left little finger. Source: TT 60/2021/TT-BCA, Article 5(3). `four-four-two` is the project's setting, unverified.
 */
export const PRINT_SEQUENCES: Readonly<Record<PrintSequence, { readonly slots: readonly FingerprintSlot[]; readonly basis: Basis }>> = {
  thirteen: { slots: [...SLAPS, ...ROLLED_SLOTS], basis: sourced('tt60-2021', 'Article 5(3)') },
  'four-four-two': { slots: SLAPS, basis: unverified('none') },
};

export type CapturePlanInput = {
  readonly birthDate: PartialDate;
  readonly receivedOn: string;
  readonly ground: GroundId;
  readonly sequence: PrintSequence;
  /** Whether the centre holds face and prints from last time; `undefined` while the line is down. */
  readonly lastBiometrics: boolean | undefined;
};

export type CapturePlan = {
  readonly prints: readonly FingerprintSlot[];
  readonly portrait: boolean;
  readonly iris: boolean;
  /** Last face, prints and iris are used again; nothing is taken. */
  readonly reusesLast: boolean;
  readonly signer: 'citizen' | 'representative' | 'nobody';
  readonly faceOnCard: boolean;
  readonly findings: readonly Finding[];
};

/** What is captured for a citizen of this age, for this ground, on this day. ADN and voice are voluntary and never part of it. */
export function capturePlan(input: CapturePlanInput): CapturePlan {
  const regime = regimeOn(input.receivedOn);
  const { least, most } = ageRange(input.birthDate, input.receivedOn);
  const { signer } = bandOf(least, regime);
  const nothing = { prints: [], portrait: false, iris: false, reusesLast: false, signer, faceOnCard: false } as const;
  if (most < regime.biometricsFromYears) {
    return { ...nothing, findings: [finding('capture.none-by-age', 'info', sourced('law-2023', 'Article 23'), { fromYears: regime.biometricsFromYears })] };
  }
  const ground = findGround(input.ground, input.receivedOn);
  const uncertain = least < regime.biometricsFromYears ? [finding('capture.age-uncertain', 'warning', unverified('none'))] : [];
  if (ground?.capture === 'reuse-last' && input.lastBiometrics !== false) {
    const unconfirmed = input.lastBiometrics === undefined ? [finding('capture.last-unconfirmed', 'warning', unverified('none'))] : [];
    return { ...nothing, reusesLast: true, faceOnCard: true, findings: [finding('capture.reuses-last', 'info', ground.basis), ...unconfirmed, ...uncertain] };
  }
  const { slots, basis } = PRINT_SEQUENCES[input.sequence];
  const findings = [
    ...(ground?.capture === 'reuse-last' ? [finding('capture.nothing-on-file', 'warning', derived('law-2023', 'Article 24'))] : []),
    ...(basis.mark === 'unverified' ? [finding('capture.sequence-by-setting', 'info', basis)] : []),
    ...uncertain,
  ];
  return { prints: slots, portrait: true, iris: regime.irisTaken, reusesLast: false, signer, faceOnCard: true, findings };
}
