import { describe, expect, it } from 'vitest';
import { DOSSIER_STATES, LIFECYCLE, isEditable, next, type DossierEvent, type DossierState } from './lifecycle.ts';

const EVENTS = [...new Set(Object.values(LIFECYCLE).flatMap((row) => Object.keys(row)))] as DossierEvent[];

/** Every state that some sequence of events leads to from `from`. */
function reachable(from: DossierState): ReadonlySet<DossierState> {
  const seen = new Set<DossierState>([from]);
  for (const state of seen) for (const target of Object.values(LIFECYCLE[state])) seen.add(target);
  return seen;
}

describe('the dossier lifecycle', () => {
  it('reaches every state from a draft', () => {
    expect([...reachable('draft')].sort()).toEqual([...DOSSIER_STATES].sort());
  });

  it.each(['accepted', 'rejected', 'withdrawn'] as const)('%s is the end', (state) => {
    for (const event of EVENTS) expect(next(state, event)).toEqual({ ok: false, error: 'illegal-event' });
  });

  it('never goes back to an editable state once sealed', () => {
    for (const state of reachable('sealed')) expect(isEditable(state)).toBe(false);
  });

  it('seals only what a chief approved', () => {
    const before = DOSSIER_STATES.filter((state) => Object.values(LIFECYCLE[state]).includes('sealed'));
    expect(before).toEqual(['approved']);
    expect(DOSSIER_STATES.filter((state) => Object.values(LIFECYCLE[state]).includes('approved'))).toEqual(['submitted']);
  });

  it('resumes an interrupted upload', () => {
    expect(next('uploading', 'upload-interrupted')).toEqual({ ok: true, value: 'queued' });
  });

  it('withdraws nothing after a decision', () => {
    for (const state of ['approved', 'sealed', 'queued', 'uploading'] as const) expect(next(state, 'withdraw').ok).toBe(false);
  });
});
