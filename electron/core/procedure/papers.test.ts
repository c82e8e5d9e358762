import { describe, expect, it } from 'vitest';
import { demandedPapers, type PaperCase } from './paper-list.ts';
import { mayReusePages } from './reasons.ts';
import type { DocumentKind } from './papers.ts';

const ADULT: PaperCase = { receivedOn: '2026-04-13', kind: 'exchange', ground: 'milestone-age', person: { birthDate: '2001-02-28' }, representation: null, limitedCapacity: false, identification: 'database' };
const paper = (kind: DocumentKind, pages = 0) => ({ id: kind, kind, pages: Array.from({ length: pages }) });
const kinds = (about: Partial<PaperCase>) => demandedPapers({ ...ADULT, ...about }, []).map(({ kind, mark }) => [kind, mark]);
const by = (proof: 'none' | 'population-database' | 'birth-certificate' | 'guardianship-decision') => ({ proof });

describe('what is asked for follows from day, ground, age and representative', () => {
  it.each([
    ['an adult who never had a card', { kind: 'first-issue', ground: 'never-had-card' }, []],
    ['an exchange at 25', {}, [['old-card', 'sourced']]],
    ['a changed name', { ground: 'name-or-birth-corrected' }, [['old-card', 'sourced'], ['civil-status-decision', 'sourced']]],
    ['a changed name under the law of 2014', { ground: 'name-or-birth-corrected', receivedOn: '2023-05-04' }, [['old-card', 'derived'], ['civil-status-decision', 'derived']]],
    ['a changed sex', { ground: 'sex-determined' }, [['old-card', 'sourced'], ['proof-of-sex', 'sourced']]],
    ['a lost card', { kind: 'reissue', ground: 'lost' }, []],
    ['a damaged card', { kind: 'reissue', ground: 'damaged' }, [['old-card', 'sourced']]],
    ['a regained nationality', { kind: 'reissue', ground: 'nationality-regained' }, [['nationality-decision', 'sourced']]],
    ['a child whose parent is not named yet', { kind: 'first-issue', ground: 'never-had-card', person: { birthDate: '2018-03-10' } }, [['representative', 'sourced']]],
    ['a child with a parent and the certificate', { kind: 'first-issue', ground: 'never-had-card', person: { birthDate: '2018-03-10' }, representation: by('birth-certificate') }, [['birth-certificate', 'sourced']]],
    ['a child whose parent the database names', { kind: 'first-issue', ground: 'never-had-card', person: { birthDate: '2018-03-10' }, representation: by('population-database') }, []],
    ['a child with a guardian', { kind: 'first-issue', ground: 'never-had-card', person: { birthDate: '2018-03-10' }, representation: by('guardianship-decision') }, [['representative', 'sourced']]],
    ['a year of birth on the edge of fourteen', { kind: 'first-issue', ground: 'never-had-card', person: { birthDate: '2012' } }, [['representative', 'unverified']]],
    ['limited capacity', { kind: 'first-issue', ground: 'never-had-card', limitedCapacity: true }, [['representative', 'unverified']]],
    ['somebody known by papers alone', { kind: 'first-issue', ground: 'never-had-card', identification: 'manual' }, [['birth-certificate', 'unverified']]],
    ['no kind chosen yet', { kind: null }, []],
  ] as const)('%s', (_who, about, demanded) => {
    expect(kinds(about as Partial<PaperCase>)).toEqual(demanded);
  });
});

describe('what the dossier holds of it', () => {
  it('is missing, noted, or photographed', () => {
    const states = (held: Parameters<typeof demandedPapers>[1]) => demandedPapers(ADULT, held).map(({ state, documentId }) => [state, documentId]);
    expect(states([])).toEqual([['missing', null]]);
    expect(states([paper('old-card')])).toEqual([['noted', 'old-card']]);
    expect(states([paper('old-card', 2)])).toEqual([['photographed', 'old-card']]);
    expect(states([paper('old-id-9', 1)])).toEqual([['photographed', 'old-id-9']]);
    expect(states([paper('residence-confirmation', 1)])).toEqual([['missing', null]]);
  });

  it('one paper answers one demand, its own before another', () => {
    const held = [paper('birth-certificate', 1)];
    const both = demandedPapers({ ...ADULT, kind: 'exchange', ground: 'name-or-birth-corrected', identification: 'manual' }, held);
    expect(both.map(({ kind, state }) => [kind, state])).toEqual([['old-card', 'missing'], ['civil-status-decision', 'missing'], ['birth-certificate', 'photographed']]);
  });
});

it('pages are used again unless papers, identity or the whole recording are doubted', () => {
  expect((['R03', 'R12', 'R13', 'R15'] as const).map((code) => mayReusePages('old-card', code))).toEqual([false, false, false, false]);
  expect((['R07', 'R08', 'R10', 'R14'] as const).map((code) => mayReusePages('old-card', code))).toEqual([true, true, true, true]);
  expect([mayReusePages('representative', 'R05'), mayReusePages('old-card', 'R05')]).toEqual([false, true]);
});
