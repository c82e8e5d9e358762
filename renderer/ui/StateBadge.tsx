import type { DossierState } from '../../electron/core/dossier/lifecycle.ts';
import { useT } from '../i18n/i18n.ts';
import { Shape, type ShapeName } from './Shape.tsx';

type BadgeTone = 'now' | 'look' | 'stop' | 'done' | 'plain';
const TONE: Readonly<Record<DossierState, BadgeTone>> = {
  draft: 'now', captured: 'now', submitted: 'plain', returned: 'look', approved: 'plain', sealed: 'plain',
  queued: 'plain', uploading: 'plain', accepted: 'done', rejected: 'stop', withdrawn: 'plain',
};
const SHAPE: Readonly<Record<DossierState, ShapeName>> = {
  draft: 'quarter', captured: 'half', submitted: 'arrow', returned: 'triangle', approved: 'check', sealed: 'diamond',
  queued: 'exchange', uploading: 'exchange', accepted: 'check', rejected: 'square', withdrawn: 'dash',
};

/** A dossier's state: shape, word and colour. */
export function StateBadge({ state }: { readonly state: DossierState }) {
  const t = useT('states');
  return (
    <span className={`badge badge-${TONE[state]}`}>
      <Shape name={SHAPE[state]} />{t(state)}
    </span>
  );
}
