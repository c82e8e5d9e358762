import type { PrintAnalysis, PrintProblem, SegmentView } from '../../../electron/contract/analysis.ts';
import { isQualityWarning, warningsOf, type Findings, type Warning } from '../../../electron/core/biometrics/capture-policy/attempt.ts';
import { thresholdFor, type PolicySettings } from '../../../electron/core/biometrics/capture-policy/policy-settings.ts';
import type { GrayImage } from '../../../electron/core/biometrics/image/gray-image.ts';
import { extractTemplate, type PrintTemplate } from '../../../electron/core/biometrics/minutiae/print-template.ts';
import { QUALITY_MEASURE, type PrintQuality } from '../../../electron/core/biometrics/quality/print-quality.ts';
import { clampBox, crop, type Box } from '../../../electron/core/biometrics/raster/crop.ts';
import { SURE } from '../../../electron/core/biometrics/segmentation/hand-side.ts';
import { checkSequence, findDoubles, type FingerCheck } from '../../../electron/core/biometrics/sequence/check-sequence.ts';
import { rollCheckOf, type PlainPrint } from '../../../electron/core/biometrics/sequence/roll-check.ts';
import { expectedFingers, isRolled, type Finger, type FingerprintSlot } from '../../../electron/core/dossier/capture-slots.ts';
import type { Raster } from '../../../drivers/contract/driver.ts';
import { boxIn, scoreOf } from './finger-boxes.ts';
import { findFingers, type FoundFinger, type FoundFingers } from './find-fingers.ts';

export type NamedTemplate = { readonly finger: Finger; readonly template: PrintTemplate };

export type PrintWork = {
  readonly raster: Raster;
  readonly ppi: number;
  readonly slot: FingerprintSlot;
  readonly missing: readonly Finger[];
  readonly settings: PolicySettings;
  /** Plain prints of the same person that were accepted before, those of this slot left out. */
  readonly accepted: readonly NamedTemplate[];
  /** `false`: what the dossier holds of such prints could not be read. */
  readonly acceptedKnown: boolean;
};
export type PrintFindings = { readonly analysis: PrintAnalysis; readonly templates: readonly NamedTemplate[] };

/** Outside this no print can be judged. */
const [LEAST_PPI, MOST_PPI] = [250, 2_000] as const;

/** Everything the station wants to know of a fingerprint still. Takes a few hundred milliseconds: never on the host's own loop. */
export function analysePrint({ raster, ppi, slot, missing, settings, accepted, acceptedKnown }: PrintWork): PrintFindings {
  if (!(ppi >= LEAST_PPI && ppi <= MOST_PPI)) return { analysis: notMeasured(slot, missing), templates: [] };
  const gone = new Set(missing);
  const expected = expectedFingers(slot, gone);
  const rolled = isRolled(slot);
  const image = { ...raster, ppi };
  const measured = findFingers(image, slot, gone);
  const templates = templatesOf(measured, image);
  const [probes, stored] = [asPrints(templates), asPrints(accepted)];
  const roll = rolled ? checkSequence(probes, stored)[0] : undefined;
  const findings: Findings = {
    image: '', foundFingers: measured.fingers.length, hand: settings.handCheck === 'off' ? 'undecided' : measured.hand.verdict,
    fingers: measured.fingers.flatMap(({ finger, quality }) => (finger === undefined ? [] : [{ finger, score: scoreOf(quality), reasons: reasonsOf(quality) }])),
    // A roll is compared with its plain print instead: it is meant to be a finger that was seen before.
    doubles: rolled || settings.uniquenessCheck === 'off' ? [] : findDoubles(probes, stored),
    ...(roll === undefined ? {} : { rollCheck: rollCheckOf(roll, plainOf(roll.claimed, stored, acceptedKnown)) }),
  };
  const kind = rolled ? 'rolled' : 'plain';
  const warnings = warningsOf(findings, { step: { slot, kind }, missing: gone, settings });
  return {
    templates,
    analysis: {
      kind: 'fingerprint', impression: kind, measure: QUALITY_MEASURE, expected: [...expected], hand: findings.hand === 'undecided' ? 'unknown' : findings.hand,
      segments: measured.fingers.map((finger) => segmentOf(finger, settings, kind)),
      problems: problemsOf(warnings, { measured, missing, expected, slot, roll }),
      rollCheck: findings.rollCheck ?? null,
      checks: {
        hand: isHand(slot) && settings.handCheck !== 'off' ? handCheckOf(measured, settings) : null,
        uniqueness: rolled ? null : { mode: settings.uniquenessCheck, doubles: findings.doubles.map(({ finger, sameAs }) => ({ finger, sameAs })) },
      },
      verdict: warnings.length === 0 ? 'good' : warnings.some(isQualityWarning) ? 'retake' : 'look',
    },
  };
}

/** Fingers that could be named, ready to be compared. */
const templatesOf = ({ fingers }: FoundFingers, image: GrayImage): readonly NamedTemplate[] =>
  fingers.flatMap(({ finger, box }) => (finger === undefined ? [] : [{ finger, template: extractTemplate(around(box, image)) }]));

/** The same out of a plain print that was accepted earlier and is read again; the fingers are named as they were then. */
export const readTemplates = ({ raster, ppi, slot, missing }: Pick<PrintWork, 'raster' | 'ppi' | 'slot' | 'missing'>): readonly NamedTemplate[] => {
  const image = { ...raster, ppi };
  return templatesOf(findFingers(image, slot, new Set(missing)), image);
};

const plainOf = (finger: Finger, stored: ReadonlyMap<Finger, PrintTemplate>, known: boolean): PlainPrint => (stored.has(finger) ? 'compared' : known ? 'none' : 'unread');

type HandChecked = NonNullable<NonNullable<PrintAnalysis['checks']>['hand']>;
const isHand = (slot: FingerprintSlot): boolean => slot === 'right-four' || slot === 'left-four';
const handCheckOf = ({ hand }: FoundFingers, settings: PolicySettings): HandChecked =>
  ({ mode: settings.handCheck, looksLike: hand.verdict, rightProbability: Math.round(hand.rightProbability * 1_000) / 1_000, threshold: SURE });

const asPrints = (templates: readonly NamedTemplate[]): ReadonlyMap<Finger, PrintTemplate> => new Map(templates.map(({ finger, template }) => [finger, template]));
const reasonsOf = (quality: PrintQuality): SegmentView['reasons'] => (quality.kind === 'measured' ? [...quality.reasons] : []);

function segmentOf({ finger, box, angleDeg, quality }: FoundFinger, settings: PolicySettings, kind: 'plain' | 'rolled'): SegmentView {
  const threshold = finger === undefined ? null : thresholdFor(settings, finger, kind);
  const score = scoreOf(quality);
  return {
    finger: finger ?? null, quality: score ?? null, threshold, reasons: reasonsOf(quality), ok: score !== undefined && threshold !== null && score >= threshold,
    box: boxIn(box, angleDeg),
  };
}

type Around = { readonly measured: FoundFingers; readonly missing: readonly Finger[]; readonly expected: readonly Finger[]; readonly slot: FingerprintSlot; readonly roll: FingerCheck | undefined };

/** Light ground left around a fingertip for its minutiae, px at 500 ppi. */
const MARGIN_PX = 24;

function around(box: Box, image: GrayImage): GrayImage {
  const margin = Math.round((MARGIN_PX * image.ppi) / 500);
  return crop(image, clampBox({ leftPx: box.leftPx - margin, topPx: box.topPx - margin, widthPx: box.widthPx + 2 * margin, heightPx: box.heightPx + 2 * margin }, image));
}

const handOf = (finger: Finger): string => finger.slice(0, finger.indexOf('-'));

/** The warnings of the rules in the words of the contract, with what only the image work knows. */
function problemsOf(warnings: readonly Warning[], { measured, missing, expected, slot, roll }: Around): PrintProblem[] {
  // The other hand's fingers lie in the opposite order, so they don't carry the names they match.
  const crossed = warnings.filter((warning) => warning.kind === 'same-finger' && handOf(warning.sameAs) !== handOf(warning.finger)).length;
  const swapped = crossed > 0 && crossed * 2 >= expected.length;
  const whole = expectedFingers(slot, new Set());
  const unmarked = missing.filter((finger) => whole.includes(finger));
  const named = measured.fingers.some(({ finger }) => finger !== undefined);
  const problems = warnings.flatMap((warning): readonly PrintProblem[] => {
    switch (warning.kind) {
      case 'too-many-fingers':
        return [unmarked.length > 0 && warning.found <= whole.length ? { kind: 'missing-finger-seen', fingers: unmarked } : warning];
      case 'low-quality': return named ? [{ kind: 'low-quality', finger: warning.finger }] : [];
      case 'same-finger': return swapped ? [] : [{ kind: 'same-finger', finger: warning.finger, sameAs: warning.sameAs }];
      case 'wrong-finger': return roll === undefined ? [] : [{ kind: 'wrong-finger', finger: roll.claimed, looksLike: roll.looksLike ?? null }];
      case 'too-few-fingers':
      case 'wrong-hand': return [warning];
    }
  });
  return swapped ? [{ kind: 'hands-swapped' }, ...problems] : problems;
}

/** What is said of a still when the image work itself failed: nothing was measured, the officer must look. */
export const notMeasured = (slot: FingerprintSlot, missing: readonly Finger[]): PrintAnalysis => ({
  kind: 'fingerprint', impression: isRolled(slot) ? 'rolled' : 'plain', measure: QUALITY_MEASURE, expected: [...expectedFingers(slot, new Set(missing))], hand: 'unknown',
  segments: [], problems: [{ kind: 'not-measured' }], rollCheck: null, verdict: 'look',
});
