// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import type { CitizenView } from '../../electron/contract/citizen-screen.ts';
import type { Dossier } from '../../electron/contract/dossier.ts';
import { STEPS } from '../../electron/core/dossier/steps.ts';
import { EMPTY_PERSON, type Person } from '../../electron/core/person/person.ts';
import { renderApp, signIn } from '../testing/render-app.tsx';
import { sampleAnswers } from '../testing/sample-answers.ts';
import { CheckPanel } from '../citizen/CheckPanel.tsx';
import { EnrolmentScreen } from './enrolment/EnrolmentScreen.tsx';
import { FindStep } from './enrolment/find/FindStep.tsx';
import { renderScreen } from './enrolment/testing/render-screen.tsx';
import { DOSSIER_ID, sampleDossier } from './enrolment/testing/sample-dossier.ts';
import { TestCounter } from './enrolment/testing/test-counter.ts';
import { DossierView } from './review/DossierView.tsx';
import { ReviewDesk } from './review/ReviewDesk.tsx';

/** One word for a name and a bare year of birth, as among the S'tiêng and for many elderly people. */
const DIEU: Person = { ...EMPTY_PERSON, fullName: 'ĐIỂU', pid: '070052000001', birthDate: '1952', sex: '1', nationality: 'Việt Nam', residence: 'xã Bù Gia Mập, thành phố Đồng Nai', motherName: 'THỊ LỤA' };
const SUBMITTED: Partial<Dossier> = { state: 'submitted', step: 'submit', gaps: [], submittedAt: '2026-11-20T03:00:00.000Z', submittedBy: 'Nguyễn Thị An' };
const counterWith = (part: Partial<Dossier> = {}): TestCounter => {
  const counter = new TestCounter(sampleDossier({ fullName: DIEU.fullName, pid: DIEU.pid, birthDate: DIEU.birthDate, sex: '1', person: DIEU, databasePerson: DIEU, ...part }));
  counter.people = [DIEU];
  return counter;
};
/** The name and the year stand there as they are, and nothing of a name in parts or a date in parts shows through. */
async function standsThere(): Promise<void> {
  await waitFor(() => expect(document.body.textContent).toMatch(/ĐIỂU/));
  expect(document.body.textContent).toMatch(/(?<![\d/])1952(?![\d])/);
  expect(document.body.textContent).not.toMatch(/undefined|NaN|Invalid|null|01\/01\/1952|31\/12\/1952/);
}

afterEach(() => {
  cleanup();
  localStorage.clear();
});
const user = userEvent.setup();

it('is looked for and found by number, or by the name with the year', async () => {
  const counter = counterWith();
  renderScreen(<FindStep supersedes={null} />, counter);
  const box = screen.getByLabelText(/Số định danh, số CMND/);
  await user.type(box, '070052000001{Enter}');
  await screen.findByRole('option', { name: /ĐIỂU/ });
  await standsThere();
  await user.clear(box);
  await user.type(box, 'Điểu 1952{Enter}');
  await waitFor(() => expect(counter.calls.findLast(({ name }) => name === 'population.search')?.input).toMatchObject({ query: { by: 'name', fullName: 'Điểu', birthDate: '1952' } }));
});

it.each(STEPS)('goes through the step %s', async (step) => {
  renderScreen(<EnrolmentScreen dossierId={DOSSIER_ID} />, counterWith({ step }));
  await standsThere();
  expect(screen.getByText(/73 hoặc 74 tuổi/)).toBeTruthy();
});

it.each([
  ['the view of a dossier', () => <DossierView dossierId={DOSSIER_ID} />, 'officer'], ['the chief\'s desk', () => <ReviewDesk />, 'chief'],
] as const)('stands on %s', async (_where, place, role) => {
  renderScreen(place(), counterWith(SUBMITTED), role);
  await standsThere();
});

it('stands in the desk\'s list', async () => {
  const { dossier: { id, number, state, version, fullName, pid, birthDate, sex, kind, step, openedAt, updatedAt, officerId, officerName } } = counterWith();
  const row = { id, number, state, version, fullName, pid, birthDate, sex, kind, step, openedAt, updatedAt, officerId, officerName };
  const { user: officer } = renderApp({ ...sampleAnswers(0), 'dossier.list': () => ({ rows: [row], next: null, counts: { draft: 1 } }) });
  await signIn(officer, 'officer');
  await screen.findByText('ĐIỂU');
  expect(screen.getByText('1952')).toBeTruthy();
});

it('is read by the citizen on their own screen', async () => {
  const view: Extract<CitizenView, { phase: 'check' }> = { phase: 'check', version: 1, complete: true, fields: [{ field: 'fullName', value: DIEU.fullName }, { field: 'birthDate', value: DIEU.birthDate }], images: [], wrong: [], confirmed: false };
  renderScreen(<CheckPanel view={view} call={{} as never} />, counterWith());
  await standsThere();
});

it('is corrected into a name of several words and a whole date, and back', async () => {
  const counter = counterWith({ step: 'check' });
  renderScreen(<EnrolmentScreen dossierId={DOSSIER_ID} />, counter);
  const birth = await screen.findByLabelText('Sửa Ngày sinh');
  await user.clear(birth);
  await user.type(birth, '5/3/1952');
  await user.tab();
  await waitFor(() => expect(counter.dossier.person.birthDate).toBe('1952-03-05'));
  await user.clear(birth);
  await user.type(birth, '1952');
  await user.tab();
  await waitFor(() => expect(counter.dossier.person.birthDate).toBe('1952'));
});
