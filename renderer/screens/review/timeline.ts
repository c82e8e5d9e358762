import type { DossierState } from '../../../electron/core/dossier/lifecycle.ts';

export type Milestone = { readonly state: DossierState; readonly mark: 'done' | 'now' | 'open' };

const WAY: readonly DossierState[] = ['draft', 'captured', 'submitted', 'approved', 'sealed', 'uploading', 'accepted'];

/** Where each state sits on the way; the ones aside of it stand where they left it. */
const PLACE: Readonly<Record<DossierState, number>> = {
  draft: 0, captured: 1, submitted: 2, returned: 2, withdrawn: 2, approved: 3, sealed: 4, queued: 5, uploading: 5, accepted: 6, rejected: 6,
};

/** The dossier's way as milestones: what it passed, where it is, what is still to come. A state aside of the way takes its milestone's place. */
export function timelineOf(state: DossierState): readonly Milestone[] {
  const place = PLACE[state];
  return WAY.map((milestone, i) => ({
    state: i === place ? state : milestone,
    mark: i < place || (i === place && state === 'accepted') ? 'done' : i === place ? 'now' : 'open',
  }));
}
