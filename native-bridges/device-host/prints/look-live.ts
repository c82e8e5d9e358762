import type { LiveBox } from '../../../electron/contract/analysis.ts';
import { thresholdFor, type PolicySettings } from '../../../electron/core/biometrics/capture-policy/policy-settings.ts';
import { INSTRUCTION_OF, QUALITY_REASONS, type QualityReason } from '../../../electron/core/biometrics/quality/quality-reasons.ts';
import { liveAtHalfPpi } from '../../../electron/core/biometrics/raster/halve.ts';
import { expectedFingers, isRolled, type Finger, type FingerprintSlot } from '../../../electron/core/dossier/capture-slots.ts';
import type { Raster } from '../../../drivers/contract/driver.ts';
import { boxIn, scoreOf } from './finger-boxes.ts';
import { findFingers, type FoundFinger, type FoundFingers } from './find-fingers.ts';

export type LiveWork = { readonly raster: Raster; readonly ppi: number; readonly slot: FingerprintSlot; readonly missing: readonly Finger[]; readonly settings: PolicySettings };
/** `hint` is undefined when nothing speaks against what the device itself says. */
export type LiveLook = { readonly boxes: readonly LiveBox[]; readonly hint: string | undefined };

/**
 * What a live frame shows, cheaply: where the fingers are and whether each is good enough. At 200 ppi the quality comes
 * out up to 18 points below the still's, so it is shown as a sign and a number to go by, and never kept.
 */
export function lookLive({ raster, ppi, slot, missing, settings }: LiveWork): LiveLook {
  const gone = new Set(missing);
  const frame = liveAtHalfPpi({ ...raster, ppi });
  const seen = findFingers(frame, slot, gone);
  const kind = isRolled(slot) ? 'rolled' : 'plain';
  const isGood = ({ finger, quality }: FoundFinger): boolean => finger !== undefined && (scoreOf(quality) ?? -1) >= thresholdFor(settings, finger, kind);
  const scale = raster.widthPx / frame.widthPx;
  return {
    boxes: seen.fingers.slice(0, MOST_BOXES).map((found) =>
      ({ finger: found.finger ?? null, box: boxIn(found.box, found.angleDeg, scale), quality: scoreOf(found.quality) ?? null, ok: isGood(found) })),
    hint: hintOf(seen, { slot, expected: expectedFingers(slot, gone).length, warnsOfHand: settings.handCheck === 'warn', isGood }),
  };
}

const MOST_BOXES = 10;

type Wanted = { readonly slot: FingerprintSlot; readonly expected: number; readonly warnsOfHand: boolean; readonly isGood: (found: FoundFinger) => boolean };

/** The one thing to say: the number of fingers first, then the hand, then what most of the bad fingers have in common. */
function hintOf({ fingers, hand: { verdict: hand } }: FoundFingers, { slot, expected, warnsOfHand, isGood }: Wanted): string | undefined {
  if (fingers.length === 0) return undefined;
  if (fingers.length !== expected) return fingers.length < expected ? 'too-few-fingers' : 'too-many-fingers';
  const due = slot === 'right-four' ? 'right' : slot === 'left-four' ? 'left' : hand;
  if (warnsOfHand && hand !== 'undecided' && hand !== due) return 'other-hand';
  const reasons = fingers.filter((found) => !isGood(found)).flatMap(({ quality }) => (quality.kind === 'measured' ? quality.reasons : []));
  const commonest = QUALITY_REASONS.toSorted((a, b) => countOf(b, reasons) - countOf(a, reasons))[0]!;
  return countOf(commonest, reasons) === 0 ? undefined : INSTRUCTION_OF[commonest];
}

const countOf = (reason: QualityReason, reasons: readonly QualityReason[]): number => reasons.filter((one) => one === reason).length;
