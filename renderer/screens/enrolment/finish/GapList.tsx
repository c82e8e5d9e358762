import { CAPTURE_SLOTS } from '../../../../electron/core/dossier/capture-slots.ts';
import type { Step } from '../../../../electron/core/dossier/steps.ts';
import { useT } from '../../../app/hooks.ts';
import { stepOfGap } from '../dossier/step-progress.ts';

const NAMED = ['kind', 'contact', 'procedure', 'citizen-check', 'right-four', 'left-four', 'thumbs', 'portrait', 'signature'] as const;

type Props = { readonly gaps: readonly string[]; /** The dossier's, in the station's order. */ readonly steps: readonly Step[]; readonly goTo: (step: Step) => void };

/** What is lacking in the order of the counter's steps, each a way to the step that closes it. */
export function GapList({ gaps, steps, goTo }: Props) {
  const t = useT('enrolment');
  const words = (gap: string): string => {
    const named = NAMED.find((n) => n === gap);
    if (named !== undefined) return t(`gap.${named}`);
    const slot = CAPTURE_SLOTS.find((s) => s === gap);
    return slot === undefined ? gap : t(`slot.${slot}`);
  };
  return (
    <ul className="gaps">
      {gaps.toSorted((a, b) => steps.indexOf(stepOfGap(a)) - steps.indexOf(stepOfGap(b))).map((gap) => (
        <li key={gap}><span aria-hidden="true">○ </span>{words(gap)} <button type="button" className="link" onClick={() => goTo(stepOfGap(gap))} aria-label={`${t('submit.go')}: ${words(gap)}`}>{t('submit.go')}</button></li>
      ))}
    </ul>
  );
}
