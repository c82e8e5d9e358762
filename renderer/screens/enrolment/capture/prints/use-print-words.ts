import type { PrintAnalysis, PrintProblem } from '../../../../../electron/contract/analysis.ts';
import type { Finger } from '../../../../../electron/core/dossier/capture-slots.ts';
import { useT } from '../../../../app/hooks.ts';
import { instructionOf, segmentOf } from './print-findings.ts';

export type PrintWords = {
  readonly problem: (problem: PrintProblem, analysis: PrintAnalysis) => string;
  /** The one thing to do before the next try, '' where there is nothing. */
  readonly instruction: (analysis: PrintAnalysis) => string;
  readonly verdict: (analysis: PrintAnalysis) => string;
};

/** What was found in a print, in sentences. */
export function usePrintWords(): PrintWords {
  const t = useT('enrolment');
  const finger = (name: Finger): string => t(`slot.${name}`);
  const lower = (name: Finger): string => finger(name).toLocaleLowerCase('vi');
  const low = (name: Finger, analysis: PrintAnalysis): string => {
    const segment = segmentOf(analysis, name);
    const measured = segment?.quality ?? null;
    const score = measured === null ? t('problem.low-quality.failed', { finger: finger(name) })
      : t('problem.low-quality', { finger: finger(name), quality: measured, threshold: segment?.threshold ?? '–' });
    const reasons = (segment?.reasons ?? []).map((reason) => t(`quality.reason.${reason}`));
    return reasons.length === 0 ? `${score}.` : `${score}: ${reasons.join(', ')}.`;
  };
  const problem = (one: PrintProblem, analysis: PrintAnalysis): string => {
    switch (one.kind) {
      case 'too-few-fingers':
      case 'too-many-fingers': return t(`problem.${one.kind}`, { found: one.found, expected: one.expected });
      case 'missing-finger-seen': return t('problem.missing-finger-seen', { fingers: one.fingers.map(lower).join(', ') });
      case 'low-quality': return low(one.finger, analysis);
      case 'wrong-hand': return t(`problem.wrong-hand.${one.looksLike}`);
      case 'same-finger': return t('problem.same-finger', { finger: finger(one.finger), same: lower(one.sameAs) });
      case 'wrong-finger': return one.looksLike === null ? t('problem.wrong-finger.unknown', { finger: finger(one.finger) })
        : t('problem.wrong-finger', { finger: finger(one.finger), like: lower(one.looksLike) });
      case 'hands-swapped': return t('problem.hands-swapped');
      case 'not-measured': return t('problem.not-measured');
    }
  };
  const instruction = (analysis: PrintAnalysis): string => {
    const name = instructionOf(analysis);
    return name === undefined ? '' : t(`instruction.${name}`, { count: analysis.expected.length });
  };
  return { problem, instruction, verdict: (analysis) => t(`verdict.${analysis.verdict}`) };
}
