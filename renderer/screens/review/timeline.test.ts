import { expect, it } from 'vitest';
import { DOSSIER_STATES } from '../../../electron/core/dossier/lifecycle.ts';
import { timelineOf } from './timeline.ts';

it.each(DOSSIER_STATES)('shows %s exactly once, everything before it as passed', (state) => {
  const way = timelineOf(state);
  const here = way.findIndex((m) => m.state === state);
  expect(way.filter((m) => m.state === state)).toHaveLength(1);
  expect(way.slice(0, here).every((m) => m.mark === 'done')).toBe(true);
  expect(way.slice(here + 1).every((m) => m.mark === 'open')).toBe(true);
});

it('calls an accepted dossier finished', () => {
  expect(timelineOf('accepted').every((m) => m.mark === 'done')).toBe(true);
});
