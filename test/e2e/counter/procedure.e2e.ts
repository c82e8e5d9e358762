import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IssueKind } from '../../../electron/core/dossier/steps.ts';
import { launchStation, type Station } from '../station.ts';
import { ChiefPlayer } from './chief-player.ts';
import { askVoid, decideVoid, feeRow, printDaySheet, readsWhyRefused, refuseVoid } from './fees.ts';
import { CHIEF, CHILD_OF_EIGHT_PID, CHILD_OF_FOUR_PID, CITIZEN_PID, OFFICER, OTHER_CITIZEN_PID, OTHER_OFFICER } from './people.ts';
import { paperLine, photographPage } from './papers.ts';
import { CounterPlayer } from './player.ts';
import { UNWATCHED } from './watcher.ts';
import { words, wordsLike } from './words.ts';

/** Who keeps pictures of the screens gets one here; the tests need none. */
const picture = UNWATCHED.screen;
const PAGE_OF_CARD = words('papers', 'page.named', { paper: words('enrolment', 'documents.kind.old-card'), n: '1' });
let station: Station;
let player: CounterPlayer;
let chief: ChiefPlayer;
beforeAll(async () => {
  station = await launchStation({ args: ['--citizens=50'] });
  player = new CounterPlayer(station.page);
  chief = new ChiefPlayer(station.page);
  await player.signIn(OFFICER);
});
afterAll(() => station.close());

const page = (): Station['page'] => station.page;
const kind = async (of: IssueKind): Promise<void> => {
  await page().getByRole('radio', { name: words('enrolment', `kind.${of}`) }).click();
  await page().locator('.strip').getByText(words('enrolment', `kind.${of}`)).waitFor();
};
const dialog = () => page().getByRole('dialog');
const finding = (code: string) => page().locator('.finding').getByText(words('findings', code));
/** The mother that the database names, with the paper that was seen. */
async function motherWithProof(): Promise<void> {
  await page().keyboard.press('F6');
  await dialog().getByLabel(words('procedure', 'representation.proof'), { exact: true }).selectOption('birth-certificate');
  await dialog().getByLabel(words('procedure', 'representation.proofNumber')).fill('25/2018');
  await picture('representative');
  await dialog().getByRole('button', { name: words('procedure', 'representation.save') }).click();
  await dialog().waitFor({ state: 'detached' });
}
async function signAndNote(): Promise<void> {
  await player.goOn('signature');
  await player.keep('signature');
  await player.goOn('documents');
}
async function signAndSubmit(): Promise<void> {
  await signAndNote();
  await player.goOn('citizen-check');
  await player.goOn('submit');
}
async function toDesk(): Promise<void> {
  await page().keyboard.press('Escape');
  await page().getByRole('option').first().waitFor();
}

describe('a child of four', () => {
  it('comes with a parent, who signs; nothing is captured', async () => {
    await player.openDossier(CHILD_OF_FOUR_PID);
    await kind('first-issue');
    await finding('applicant.representative-missing').waitFor();
    await picture('child-findings');
    await motherWithProof();
    await finding('applicant.representative-missing').waitFor({ state: 'detached' });
    await picture('child-check');
    await signAndSubmit();
    await page().getByText(words('procedure', 'fee.state.exempt')).waitFor();
    await player.submit();
    await toDesk();
  });
});

describe('a child of eight', () => {
  it('gives prints and face, the parent signs', async () => {
    await player.openDossier(CHILD_OF_EIGHT_PID);
    await kind('first-issue');
    await motherWithProof();
    await player.goOn('fingerprints');
    await player.keepPrints();
    await player.goOn('portrait');
    await player.keep('portrait');
    await signAndSubmit();
    await player.submit();
    await toDesk();
  });
});

describe('a lost card', () => {
  it('takes the last biometrics; the fee is explained and collected', async () => {
    await player.openDossier(OTHER_CITIZEN_PID);
    await kind('reissue');
    await page().getByText(words('findings', 'capture.reuses-last')).waitFor({ state: 'attached' });
    await picture('lost-check');
    await player.goOn('signature');
  });

  it('is gone on with by the officer of the next shift', async () => {
    await player.signOut();
    await player.signIn(OTHER_OFFICER);
    await page().getByRole('option').filter({ hasText: 'NGUYỄN VĂN AN' }).click();
    await player.onStep('signature');
    await player.keep('signature');
    for (const step of ['documents', 'citizen-check', 'submit'] as const) await player.goOn(step);
    await picture('submit-fee');
    await page().keyboard.press('F6');
    await picture('collect');
    await dialog().getByLabel(words('procedure', 'fee.receiptNumber')).fill('BL-2026-0001');
    await page().keyboard.press('Enter');
    await page().getByText(words('procedure', 'fee.state.paid')).waitFor();
    await player.submit();
    await toDesk();
  });
});

describe('the fees of the day', () => {
  it('stand on a sheet that is shown, printed and counted; the day before has none', async () => {
    await player.goTo('fees');
    await feeRow(page(), 'BL-2026-0001').waitFor();
    await picture('fees');
    await printDaySheet(page(), picture);
  });

  it('let the officer ask for a void with a reason', async () => {
    await askVoid(page(), 'BL-2026-0001', picture);
    await toDesk();
  });
});

describe('two missing fingers', () => {
  it('are noted before the capture', async () => {
    await player.openDossier(CITIZEN_PID);
    await player.goOn('fingerprints');
    for (const finger of ['right-ring', 'right-little'] as const) await player.recordMissing(finger, 'amputated');
    await player.keepPrints();
    await player.goOn('portrait');
    await player.keep('portrait');
    await signAndNote();
    // The practice centre returns a dossier once for the reason that a paper's note names.
    await page().getByLabel(words('enrolment', 'documents.note'), { exact: true }).fill('tập huấn #R08');
    await page().keyboard.press('Enter');
    await paperLine(page(), 'tập huấn #R08').waitFor();
    await photographPage(page(), UNWATCHED);
    await player.goOn('citizen-check');
    await player.goOn('submit');
    await picture('submit-exceptions');
    await player.submit();
    await toDesk();
  });

  it('are signed for by the chief, who returns one dossier and approves the others', async () => {
    await player.signOut();
    await player.signIn(CHIEF);
    await page().locator('.queue').getByText('HOÀNG GIA HUY').click();
    await page().locator('.strip-name').getByText('HOÀNG GIA HUY').waitFor();
    await chief.returnFirst('R14', 'Mẹ cháu chưa ký');
    await page().locator('.queue').getByText('TRẦN THỊ BÌNH').click();
    await page().locator('.strip-name').getByText('TRẦN THỊ BÌNH').waitFor();
    await page().locator('.film-strip img').first().waitFor();
    await page().getByRole('tab', { name: PAGE_OF_CARD }).click();
    await page().locator('.film-large img').and(page().getByAltText(PAGE_OF_CARD)).waitFor();
    await picture('review-page');
    await page().keyboard.press('a');
    await dialog().getByText(wordsLike('procedure', 'exceptions.missing-finger')).first().waitFor();
    await picture('countersign');
    await player.button('procedure', 'exceptions.confirm').click();
    await page().getByText(wordsLike('review', 'approve.done')).waitFor();
    for (const name of ['PHẠM BẢO NGỌC', 'NGUYỄN VĂN AN']) await chief.approve(name);
    await page().getByText(words('review', 'queue.empty'), { exact: true }).waitFor();
  });

  it('are followed by the void that the officer asked for, which is refused for a reason', async () => {
    await refuseVoid(page(), 'BL-2026-0001', picture);
    await picture('refused');
  });
});

describe('a void that was refused', () => {
  it('is asked for anew by the officer who read why', async () => {
    await player.signOut();
    await player.signIn(OTHER_OFFICER);
    await player.goTo('fees');
    await readsWhyRefused(page(), 'BL-2026-0001');
    await askVoid(page(), 'BL-2026-0001', picture);
  });
});

describe('a returned dossier', () => {
  it('stands on the call list with what to say, until the citizen was told', async () => {
    await player.goTo('calls');
    await page().getByRole('option').filter({ hasText: 'HOÀNG GIA HUY' }).waitFor();
    await page().getByText(words('reasons', 'told.R14')).waitFor();
    await picture('calls');
    await player.button('procedure', 'calls.outcome.no-answer').click();
    await page().locator('.call-tries li').waitFor();
    await page().keyboard.press('F12');
    // The centre may have returned another dossier meanwhile: only this one is told.
    await page().getByRole('option').filter({ hasText: 'HOÀNG GIA HUY' }).waitFor({ state: 'detached' });
  });

  it('says what comes next, is put right and submitted again', async () => {
    await player.goTo('desk');
    await page().getByRole('option').filter({ hasText: 'HOÀNG GIA HUY' }).click();
    await page().getByText(wordsLike('procedure', 'returned.next')).first().waitFor();
    await picture('returned');
    await page().keyboard.press('F12');
    await player.onStep('submit');
    await player.submit();
    expect(await page().locator('.receipt-paper canvas').count()).toBeGreaterThan(0);
  });
});

describe('a dossier that the centre returns', () => {
  it('is told to the citizen, and taken up by a new one that keeps what is not doubted', async () => {
    await toDesk();
    await player.listed('rejected');
    await player.goTo('calls');
    await page().getByText(words('reasons', 'told.R08')).waitFor();
    await player.goTo('desk');
    await page().getByRole('option').filter({ hasText: words('states', 'rejected') }).click();
    await page().getByText(words('procedure', 'next.recapture'), { exact: false }).first().waitFor();
    await page().keyboard.press('F12');
    await player.openDossierHere(CITIZEN_PID);
    await player.goOn('fingerprints');
    await player.keepPrints();
    const rail = page().locator('nav.rail');
    await rail.locator('li', { hasText: words('enrolment', 'step.portrait') }).filter({ hasText: '✓' }).waitFor();
    await rail.locator('li', { hasText: words('enrolment', 'step.signature') }).filter({ hasText: '✓' }).waitFor();
    await player.jumpTo('documents');
    await paperLine(page(), words('papers', 'state.photographed', { count: '1' })).waitFor();
    await page().locator('.page-large img').waitFor();
    for (const step of ['citizen-check', 'submit'] as const) await player.goOn(step);
    await picture('again-submit');
    await player.submit();
  });
});

describe('everything that was submitted', () => {
  it('is approved, and accepted by the centre in the end', async () => {
    await player.signOut();
    await player.signIn(CHIEF);
    for (const name of ['HOÀNG GIA HUY', 'TRẦN THỊ BÌNH']) await chief.approve(name);
    await decideVoid(page(), 'BL-2026-0001', picture);
    await picture('voided');
    await player.goTo('desk');
    for (const name of ['PHẠM BẢO NGỌC', 'NGUYỄN VĂN AN', 'HOÀNG GIA HUY', 'TRẦN THỊ BÌNH']) await page().getByRole('option').filter({ hasText: name }).filter({ hasText: words('states', 'accepted') }).waitFor();
    await picture('accepted');
  });
});
