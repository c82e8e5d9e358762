import type { DossierState } from '../../electron/core/dossier/lifecycle.ts';
import { useT } from '../i18n/i18n.ts';

type BadgeTone = 'now' | 'look' | 'stop' | 'done' | 'plain';
const TONE: Readonly<Record<DossierState, BadgeTone>> = {
  draft: 'now', captured: 'now', submitted: 'plain', returned: 'look', approved: 'plain', sealed: 'plain',
  queued: 'plain', uploading: 'plain', accepted: 'done', rejected: 'stop', withdrawn: 'plain',
};
const SHAPE: Readonly<Record<DossierState, string>> = {
  draft: '◔', captured: '◕', submitted: '→', returned: '▲', approved: '✓', sealed: '◆',
  queued: '⇅', uploading: '⇅', accepted: '✓', rejected: '■', withdrawn: '–',
};

/** A dossier's state: shape, word and colour. */
export function StateBadge({ state }: { readonly state: DossierState }) {
  const t = useT('states');
  return (
    <span className={`badge badge-${TONE[state]}`}>
      <span className="badge-shape" aria-hidden="true">{SHAPE[state]}</span>{t(state)}
    </span>
  );
}
