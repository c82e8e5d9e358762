import type { DossierState } from '../../../electron/core/dossier/lifecycle.ts';
import { useT } from '../../app/hooks.ts';
import { timelineOf } from './timeline.ts';

const SHAPE = { done: '✓', now: '▶', open: '○' } as const;
/** Where the way ended or was left. */
const ASIDE: Partial<Record<DossierState, { readonly shape: string; readonly tone: string }>> = {
  returned: { shape: '▲', tone: 'milestone-look' }, withdrawn: { shape: '–', tone: 'milestone-look' }, rejected: { shape: '■', tone: 'milestone-stop' },
};

export function Timeline({ state }: { readonly state: DossierState }) {
  const t = useT('review');
  const states = useT('states');
  return (
    <ol className="timeline" aria-label={t('view.timeline')}>
      {timelineOf(state).map((milestone) => (
        <li key={milestone.state} className={`milestone ${ASIDE[milestone.state]?.tone ?? `milestone-${milestone.mark}`}`} aria-current={milestone.mark === 'now' ? 'step' : undefined}>
          <span aria-hidden="true">{ASIDE[milestone.state]?.shape ?? SHAPE[milestone.mark]} </span><span className="only-spoken">{t(`view.mark.${milestone.mark}`)}: </span>{states(milestone.state)}
        </li>
      ))}
    </ol>
  );
}
