import type { CaptureSlot } from '../../dossier/capture-slots.ts';

/** Recorded in place of an officer's reason when the rules asked for another try. */
export const NEXT_TRY = 'next-try';

/** A try as it is on record. */
export type Try = { readonly slot: CaptureSlot; readonly attempt: number; /** `null` where no picture came. */ readonly sha256: string | null; readonly outcome: 'accepted' | 'rejected' | 'failed' | 'cancelled'; readonly reason: string };

/** What was cancelled was no try: nobody waited for its end. */
const triesOf = <T extends Try>(tries: readonly T[], slot: CaptureSlot): readonly T[] => tries.filter((one) => one.slot === slot && one.outcome !== 'cancelled');

/** The tries of a slot that still count: those set aside or failed since one was last used or refused by the officer, the oldest first. */
export function currentRound<T extends Try>(tries: readonly T[], slot: CaptureSlot): readonly T[] {
  const ofSlot = triesOf(tries, slot);
  const last = ofSlot.findLastIndex(({ outcome, reason }) => outcome === 'accepted' || (outcome === 'rejected' && reason !== NEXT_TRY));
  return ofSlot.slice(last + 1);
}

/** Number of the next try of a slot: one more than any before. */
export const nextTryNumber = (tries: readonly Try[], slot: CaptureSlot): number =>
  Math.max(0, ...triesOf(tries, slot).map(({ attempt }) => attempt)) + 1;

/** The same without those that failed: what a failed try changes on record must not begin the next one by itself. */
export const nextPictureNumber = (tries: readonly Try[], slot: CaptureSlot): number =>
  nextTryNumber(tries.filter(({ outcome }) => outcome !== 'failed'), slot);

/** Number of the try whose image is decided on: its own where it was set aside in this round, else the next. */
export const decidedTryNumber = (tries: readonly Try[], slot: CaptureSlot, sha256: string): number =>
  currentRound(tries, slot).findLast((one) => one.sha256 === sha256)?.attempt ?? nextTryNumber(tries, slot);

/** How many tries of this round there are when `sha256` is decided on, itself included. */
export const triesIn = (tries: readonly Try[], slot: CaptureSlot, sha256: string): number => {
  const round = currentRound(tries, slot);
  return round.some((one) => one.sha256 === sha256) ? round.length : round.length + 1;
};

type Found = { readonly verdict: 'good' | 'retake' | 'look'; readonly problems: readonly { readonly kind: string }[] };

/**
 * Whether using an image goes against the rules, so that a reason is needed. After the last try low quality alone is no
 * veto: the person has no better fingers today. `tries` counts this one. Source: BSI TR-03121-3 Volume 2.
 */
export const needsReason = ({ verdict, problems }: Found, tries: number, allowed: number): boolean =>
  verdict !== 'good' && !(tries >= allowed && problems.every(({ kind }) => kind === 'low-quality'));
