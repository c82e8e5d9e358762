import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FormSubject } from '../../electron/contract/forms.ts';
import { StationFixture } from './station-fixture.ts';
import { AUDITOR, CHIEF, OFFICER, TECHNICIAN, codeIn, must, type Calls } from './store-harness.ts';

let fixture: StationFixture;
beforeEach(() => {
  fixture = new StationFixture();
});
afterEach(() => fixture.close());

const record = async (calls: Calls, subject: FormSubject) => must(await calls['form.list']({ subject })).find(({ job }) => job === 'collection-record')!;

it('prints the collection record, counts it, and asks for it anew once the data changed', async () => {
  const officer = fixture.signedIn(OFFICER);
  const dossier = await fixture.open(officer);
  const subject = { of: 'dossier', id: dossier.id } as const;
  expect(await record(officer, subject)).toMatchObject({ code: 'CC01', circular: 'TT 17/2024/TT-BCA', practiceLayout: true, copies: 0, issuedAt: null, stale: false });
  expect(must(await officer['form.draw']({ subject, job: 'collection-record', preview: true })).copy).toBe(0);
  expect(must(await officer['form.print']({ subject, job: 'collection-record', printerId: 'sim-printer' }))).toEqual({ copy: 1, outcome: 'printed' });
  expect(await record(officer, subject)).toMatchObject({ copies: 1, stale: false });

  const edited = must(await officer['dossier.set-field']({ id: dossier.id, version: dossier.version, field: 'occupation', value: 'Giáo viên' }));
  expect(await record(officer, subject)).toMatchObject({ copies: 1, stale: true });
  must(await officer['form.draw']({ subject, job: 'collection-record', preview: false }));
  expect(await record(officer, subject)).toMatchObject({ copies: 2, stale: false });
  // Taken back, the data are those of the first print: what counts is what the newest paper shows.
  must(await officer['dossier.set-field']({ id: dossier.id, version: edited.version, field: 'occupation', value: '' }));
  expect(await record(officer, subject)).toMatchObject({ stale: true });

  expect(fixture.forms.map(({ copy, practice }) => [copy, practice])).toEqual([[0, true], [1, true], [2, true]]);
  expect(new Set(fixture.forms.map(({ contentSha256 }) => contentSha256)).size).toBe(2);
  const auditor = fixture.signedIn(AUDITOR);
  expect(must(await auditor['audit.list']({ before: null, size: 20, search: 'form.' })).rows.map(({ action, detail }) => [action, detail])).toEqual([
    ['form.issue', 'collection-record; 2; shown'], ['form.print', 'collection-record; 1; printed'], ['form.issue', 'collection-record; 1; to-printer'], ['form.view', 'collection-record'],
  ]);
});

it('gives no form that the dossier does not need, and none to other roles', async () => {
  const officer = fixture.signedIn(OFFICER);
  const subject = { of: 'dossier', id: (await fixture.open(officer)).id } as const;
  expect(codeIn(await officer['form.draw']({ subject, job: 'refusal', preview: true }))).toBe('form.nothing-to-say');
  expect(codeIn(await fixture.signedIn(CHIEF)['form.list']({ subject }))).toBe('ok');
  expect(codeIn(await fixture.signedIn(TECHNICIAN)['form.list']({ subject }))).toBe('session.role');
  expect(codeIn(await officer['form.list']({ subject: { of: 'reception', id: subject.id } }))).toBe('store.not-found');
});
