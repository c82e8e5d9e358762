import type { Step } from '../../../../electron/core/dossier/steps.ts';
import { useT } from '../../../app/hooks.ts';
import type { StepProgress } from './step-progress.ts';

const MARK: Readonly<Record<StepProgress['mark'], string>> = { done: '✓', now: '▶', open: '○' };

export type StepRailProps = {
  readonly number: string | undefined;
  readonly find: 'now' | 'done';
  readonly progress: readonly StepProgress[];
  /** `undefined`: no dossier yet, nothing to jump to. */
  readonly goTo: ((step: Step) => void) | undefined;
};

/** The way of the dossier, left: shape, word and colour for each step, and how much is lacking. */
export function StepRail({ number, find, progress, goTo }: StepRailProps) {
  const t = useT('enrolment');
  return (
    <nav className="rail" aria-label={t('rail.label')} tabIndex={goTo === undefined ? 0 : undefined}>
      <p className="rail-dossier">
        {number === undefined ? t('rail.new') : <>{t('rail.dossier')} <strong>{number}</strong></>}
      </p>
      <ol>
        <li className={`rail-step rail-${find}`} aria-current={find === 'now' ? 'step' : undefined}>
          <span className="rail-label"><Mark mark={find} />{t('step.find')}</span>
        </li>
        {progress.map(({ step, mark, lacking }) => (
          <li key={step} className={`rail-step rail-${mark}`} aria-current={mark === 'now' ? 'step' : undefined}>
            <button type="button" className="rail-label" disabled={goTo === undefined || mark === 'now'} onClick={() => goTo?.(step)}>
              <Mark mark={mark} />{t(`step.${step}`)}
              {lacking > 0 && goTo !== undefined && <span className="rail-lacking">{t('rail.lacking', { count: lacking })}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Mark({ mark }: { readonly mark: StepProgress['mark'] }) {
  const t = useT('enrolment');
  return <><span className="rail-mark" aria-hidden="true">{MARK[mark]}</span><span className="only-spoken">{t(`rail.mark.${mark}`)}: </span></>;
}
