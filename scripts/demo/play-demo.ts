import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { AuditPlayer } from '../../test/e2e/counter/audit-player.ts';
import { ChiefPlayer } from '../../test/e2e/counter/chief-player.ts';
import { ADMINISTRATOR, AUDITOR, CHIEF, CITIZEN_PID, OFFICER, TECHNICIAN } from '../../test/e2e/counter/people.ts';
import { photographPage } from '../../test/e2e/counter/papers.ts';
import { CounterPlayer } from '../../test/e2e/counter/player.ts';
import { words } from '../../test/e2e/counter/words.ts';
import { launchStation, type Station } from '../../test/e2e/station.ts';
import { centreAnswers, printedReceipt, sandboxOf, sealedDossier } from './evidence.ts';
import { PictureBook } from './picture-book.ts';
import { pagesOf } from './pdf-pages.ts';
import { printPlan } from './recorded-plan.ts';

/** `npm run demo`: one citizen's dossier from the counter to the centre, on the real program, by its real windows. */
const { values } = parseArgs({ options: { out: { type: 'string' }, input: { type: 'string' } } });
const outDir = values.out ?? mkdtempSync(join(tmpdir(), 'demo-'));
mkdirSync(outDir, { recursive: true });
const dataDir = mkdtempSync(join(tmpdir(), 'demo-station-'));
const printDir = join(dataDir, 'prints');
mkdirSync(printDir);

const book = new PictureBook(outDir);
const station = await book.step('start to sign-in', start);
try {
  const evidence = await play(station);
  await book.step('close', () => station.close());
  writeFileSync(join(outDir, 'summary.json'), `${JSON.stringify(summaryOf(evidence), null, 2)}\n`);
  console.log(`         dossier ${evidence.dossier.id} accepted, seal ${evidence.dossier.sha256.slice(0, 16)}…, ${evidence.dossier.bytes} bytes`);
  console.log(`         the program was waited for ${book.machineWaitMs} ms in all`);
} catch (error) {
  await book.screen('failed');
  console.error(station.output());
  await station.close().catch(() => undefined);
  throw error;
}

async function start(): Promise<Station> {
  const started = await launchStation({ dataDir, printDir, ...(values.input === undefined ? {} : { inputDir: values.input }) });
  await started.page.setViewportSize({ width: 1440, height: 900 });
  book.show(started.page);
  await started.page.getByLabel(words('signin', 'login'), { exact: true }).waitFor();
  return started;
}

async function play({ app, page }: Station) {
  const player = new CounterPlayer(page, book);
  await book.screen('sign-in');
  await book.step('officer signs in', () => player.signIn(OFFICER));
  await book.screen('desk-empty');
  await playOfficer(page, player);
  await book.step('receipt printed', () => player.printReceipt());
  await page.keyboard.press('Escape');
  await player.listed('submitted');
  await book.screen('desk-submitted');
  await player.signOut();
  await book.step('chief signs in', () => player.signIn(CHIEF));
  await book.step('chief reviews and approves', () => new ChiefPlayer(page, book).approveFirst());
  await player.goTo('desk');
  await book.step('sealed, uploaded, accepted', () => book.machine(() => player.listed('accepted')));
  await book.screen('desk-accepted');
  await page.keyboard.press('Enter');
  await page.getByText(words('states', 'accepted')).first().waitFor();
  await book.screen('dossier-accepted');
  await player.goTo('outbox');
  await book.screen('outbox');
  const audit = await book.step('audit chain verified', () => verifyAudit(new AuditPlayer(page, book)));
  await playOthers(page, player);
  return evidenceOf(app, audit);
}

async function playOfficer(page: Page, player: CounterPlayer): Promise<void> {
  await book.step('citizen found, dossier opened', () => player.openDossier(CITIZEN_PID));
  await book.screen('check');
  await player.goOn('fingerprints');
  await player.live();
  await book.screen('fingerprints-live');
  for (const { slap, slots, oneByOne } of await printPlan(values.input)) {
    await book.step(`fingerprints: ${oneByOne ? `${slap}, finger by finger` : slap}`, () => player.keepPrints(slots, oneByOne));
  }
  await book.screen('fingerprints-done');
  await player.goOn('portrait');
  await player.live();
  await book.screen('portrait-live');
  await book.step('portrait', () => player.keep('portrait'));
  await player.goOn('signature');
  await book.step('signature', () => player.keep('signature'));
  await book.step('documents', () => player.noteDocument('CC-079301000002'));
  await book.step('page photographed', () => photographPage(page, book));
  await player.goOn('citizen-check');
  await player.portraitShown();
  await book.screen('citizen-check');
  await book.step('citizen checks', () => player.goOn('submit'));
  await book.screen('submit');
  await book.step('submit, receipt drawn', () => player.submit());
  await book.screen('receipt');
}

/** The screens of those who are not on the citizen's way. */
async function playOthers(page: Page, player: CounterPlayer): Promise<void> {
  await page.keyboard.press('F1');
  await page.getByRole('dialog').waitFor();
  await book.screen('keys');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await player.lock();
  await book.screen('locked');
  await player.unlock(CHIEF.password);
  for (const [name, account] of [['technician', TECHNICIAN], ['auditor', AUDITOR], ['administrator', ADMINISTRATOR]] as const) {
    await player.signOut();
    await player.signIn(account);
    await page.locator('h1, [role=listbox], table, [role=table]').first().waitFor();
    await book.screen(name);
  }
}

async function verifyAudit(player: AuditPlayer): Promise<{ readonly entries: number; readonly ok: boolean }> {
  await player.goTo('audit');
  const entries = await player.verifyAudit();
  await book.screen('audit');
  return { entries, ok: true };
}

async function evidenceOf(app: Station['app'], audit: { readonly entries: number; readonly ok: boolean }) {
  const stationDir = join(dataDir, 'practice');
  const sandbox = await sandboxOf(app);
  const versions = await app.evaluate(() => ({ electron: process.versions.electron, node: process.versions.node }));
  const dossier = await sealedDossier(stationDir, outDir);
  const receipt = printedReceipt(printDir, outDir);
  const { state, ...centre } = centreAnswers(stationDir, outDir, dossier.sha256);
  return { versions, sandbox, dossier: { ...dossier, state }, centre, receipt: { path: receipt, pages: await pagesOf(join(outDir, receipt)) }, audit };
}

function summaryOf({ versions, sandbox, dossier, centre, receipt, audit }: Awaited<ReturnType<typeof evidenceOf>>) {
  return { electron: versions.electron, node: versions.node, sandbox, steps: book.steps, machineWaitMs: book.machineWaitMs, dossier, centre, receipt, audit };
}
