import { expect, it } from 'vitest';
import { FINDING_CODES } from './finding-codes.ts';
import { LEGAL_TIMELINE } from './legal-timeline.ts';
import { BASE_FEES, EXEMPTION_BASIS, FEE_REDUCTIONS } from './fee-data.ts';
import { FORMS } from './forms.ts';
import { ISSUE_GROUNDS } from './issue-grounds.ts';
import { TERMS } from './deadlines.ts';
import { SOURCES } from './sources.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DATED = [...LEGAL_TIMELINE, ...BASE_FEES, ...FEE_REDUCTIONS, ...FORMS, ...ISSUE_GROUNDS, ...TERMS];

it('names each finding once', () => {
  expect(new Set(FINDING_CODES).size).toBe(FINDING_CODES.length);
});

it('dates every datum, first day before last', () => {
  for (const { from, to } of DATED) {
    expect(from).toMatch(DAY);
    expect((to ?? '9999-12-31') >= from).toBe(true);
    if (to !== undefined) expect(to).toMatch(DAY);
  }
});

it('gives every datum a mark and a source that is named', () => {
  for (const basis of [...DATED.map((one) => one.basis), ...Object.values(EXEMPTION_BASIS)]) {
    expect(['sourced', 'derived', 'unverified']).toContain(basis.mark);
    expect(SOURCES[basis.source]).not.toBe('');
    if (basis.source === 'none') expect(basis.mark).toBe('unverified');
  }
});
