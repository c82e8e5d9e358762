import type { PrintAnalysis, PrintProblem, SegmentView, StillAnalysis } from '../../../../../electron/contract/analysis.ts';
import type { Dossier } from '../../../../../electron/contract/dossier.ts';
import type { Findings } from '../../../../../electron/core/biometrics/capture-policy/attempt.ts';
import { INSTRUCTION_OF, QUALITY_REASONS, type QualityReason } from '../../../../../electron/core/biometrics/quality/quality-reasons.ts';
import type { Finger } from '../../../../../electron/core/dossier/capture-slots.ts';

/** The findings of an image as the rules of capture take them; undefined where nothing was measured. */
export function findingsOf(image: string, analysis: StillAnalysis | null): Findings | undefined {
  if (analysis?.kind !== 'fingerprint' || analysis.problems.some(({ kind }) => kind === 'not-measured')) return undefined;
  const { segments, hand, problems, rollCheck } = analysis;
  return {
    image, foundFingers: segments.length, hand: hand === 'unknown' ? 'undecided' : hand,
    fingers: segments.flatMap(({ finger, quality, reasons }) => (finger === null ? [] : [{ finger, score: quality ?? undefined, reasons }])),
    doubles: problems.flatMap((problem) => (problem.kind === 'same-finger' ? [problem] : [])),
    ...(rollCheck === null ? {} : { rollCheck }),
  };
}

export const asPrint = (analysis: StillAnalysis | null): PrintAnalysis | undefined => (analysis?.kind === 'fingerprint' ? analysis : undefined);

/** The problems worth a line of their own: low quality once for each finger with its number, and the rest. */
export const segmentOf = (analysis: PrintAnalysis, finger: Finger): SegmentView | undefined => analysis.segments.find((segment) => segment.finger === finger);

export type Instruction = (typeof INSTRUCTION_OF)[QualityReason] | 'lay-all' | 'only-marked' | 'clear-missing' | 'other-hand' | 'each-finger-once' | 'right-finger' | 'again';

const BY_PROBLEM: Readonly<Record<Exclude<PrintProblem['kind'], 'low-quality'>, Instruction>> = {
  'too-few-fingers': 'lay-all', 'too-many-fingers': 'only-marked', 'missing-finger-seen': 'clear-missing', 'wrong-hand': 'other-hand',
  'hands-swapped': 'other-hand', 'same-finger': 'each-finger-once', 'wrong-finger': 'right-finger', 'not-measured': 'again',
};

/** The one thing to do before the next try; undefined where nothing speaks against the image. */
export function instructionOf(analysis: PrintAnalysis): Instruction | undefined {
  const [first] = analysis.problems;
  if (first === undefined) return undefined;
  if (first.kind !== 'low-quality') return BY_PROBLEM[first.kind];
  const reasons = analysis.segments.filter(({ ok }) => !ok).flatMap((segment) => segment.reasons);
  const times = (reason: QualityReason): number => reasons.filter((one) => one === reason).length;
  const commonest = QUALITY_REASONS.toSorted((a, b) => times(b) - times(a))[0]!;
  return times(commonest) === 0 ? 'again' : INSTRUCTION_OF[commonest];
}

/** The segments as the screen marks them: a finger that isn't the one it is said to be is not good, however sharp it is. */
export function markedSegments({ segments, problems, expected }: PrintAnalysis): readonly SegmentView[] {
  const doubted = new Set(problems.flatMap((problem): readonly Finger[] => {
    switch (problem.kind) {
      case 'wrong-hand':
      case 'hands-swapped': return expected;
      case 'same-finger':
      case 'wrong-finger': return [problem.finger];
      default: return [];
    }
  }));
  return segments.map((segment) => (segment.finger !== null && doubted.has(segment.finger) ? { ...segment, ok: false } : segment));
}

/** The newest accepted quality of every finger, by what is on record. */
export function keptQualities(attempts: Dossier['attempts']): ReadonlyMap<Finger, SegmentView> {
  const accepted = attempts.filter(({ outcome }) => outcome === 'accepted').flatMap(({ analysis }) => asPrint(analysis)?.segments ?? []);
  return new Map(accepted.flatMap((segment) => (segment.finger === null ? [] : [[segment.finger, segment] as const])));
}
