import { err, ok, type Result } from '../result/result.ts';

export const DOSSIER_STATES = [
  'draft', 'captured', 'submitted', 'returned', 'approved', 'sealed', 'queued', 'uploading', 'accepted', 'rejected', 'withdrawn',
] as const;
export type DossierState = (typeof DOSSIER_STATES)[number];

export type DossierEvent =
  | 'capture-complete' | 'capture-reopened' | 'submit' | 'return' | 'approve' | 'withdraw'
  | 'seal' | 'enqueue' | 'upload-started' | 'upload-interrupted' | 'accept' | 'reject';

/**
 * The whole lifecycle, as data. A state missing an event refuses it.
 * `accepted`, `rejected` and `withdrawn` are terminal: a rejected dossier is corrected by a NEW dossier that
 * points back at it (`supersedes`), so that what was sealed and sent is never altered.
 */
export const LIFECYCLE: Readonly<Record<DossierState, Partial<Record<DossierEvent, DossierState>>>> = {
  draft:     { 'capture-complete': 'captured', withdraw: 'withdrawn' },
  captured:  { 'capture-reopened': 'draft', submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { return: 'returned', approve: 'approved', withdraw: 'withdrawn' },
  returned:  { 'capture-reopened': 'draft', submit: 'submitted', withdraw: 'withdrawn' },
  approved:  { seal: 'sealed' },
  sealed:    { enqueue: 'queued' },
  queued:    { 'upload-started': 'uploading' },
  uploading: { 'upload-interrupted': 'queued', accept: 'accepted', reject: 'rejected' },
  accepted:  {},
  rejected:  {},
  withdrawn: {},
};

export function next(state: DossierState, event: DossierEvent): Result<DossierState, 'illegal-event'> {
  const target = LIFECYCLE[state][event];
  return target === undefined ? err('illegal-event') : ok(target);
}

/** States in which the officer may still change fields and captures. */
export const isEditable = (state: DossierState): boolean => state === 'draft' || state === 'captured' || state === 'returned';
