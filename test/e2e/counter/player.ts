import type { Locator, Page } from 'playwright';
import { SLAPS, type CaptureSlot, type Finger, type FingerprintSlot } from '../../../electron/core/dossier/capture-slots.ts';
import type { DossierState } from '../../../electron/core/dossier/lifecycle.ts';
import type { Step } from '../../../electron/core/dossier/steps.ts';
import { paperLine } from './papers.ts';
import { words, wordsLike } from './words.ts';

/** What a player does is told step by step: the demo takes pictures and times, tests ignore it. */
export type Watcher = {
  /** A screen stands still and is worth looking at. */
  screen(name: string): Promise<void>;
  /** `work` waits for the program alone: neither the person nor a device is needed. */
  machine<T>(work: () => Promise<T>): Promise<T>;
};
export const UNWATCHED: Watcher = { screen: () => Promise.resolve(), machine: (work) => work() };

/** Plays people at the counter on the real window, by keyboard and by the words they read. */
export class CounterPlayer {
  readonly #page: Page;
  readonly #watch: Watcher;

  constructor(page: Page, watch: Watcher = UNWATCHED) {
    this.#page = page;
    this.#watch = watch;
  }

  button(subject: string, key: string): Locator {
    return this.#page.getByRole('button', { name: words(subject, key), exact: true });
  }

  async signIn(account: { readonly login: string; readonly password: string }): Promise<void> {
    await this.#page.getByLabel(words('signin', 'login'), { exact: true }).fill(account.login);
    await this.#page.getByLabel(words('signin', 'password'), { exact: true }).fill(account.password);
    await this.#page.keyboard.press('Enter');
    await this.#watch.machine(() => this.#page.locator('header.frame').waitFor());
  }

  async signOut(): Promise<void> {
    await this.#page.getByRole('button', { name: wordsLike('shell', 'menu.of') }).click();
    await this.#page.getByRole('menuitem', { name: words('shell', 'menu.signOut') }).click();
    await this.#page.getByLabel(words('signin', 'login'), { exact: true }).waitFor();
  }

  /** From the desk to an open dossier on its first step. */
  async openDossier(pid: string): Promise<void> {
    await this.#page.keyboard.press('F2');
    await this.openDossierHere(pid);
  }

  /** The same from the look-up on. */
  async openDossierHere(pid: string): Promise<void> {
    const who = this.#page.getByLabel(words('enrolment', 'find.who'));
    await who.waitFor();
    await this.#watch.screen('find');
    await who.fill(pid);
    await this.#page.keyboard.press('Enter');
    await this.#watch.machine(() => this.button('enrolment', 'find.open').waitFor());
    await this.#watch.screen('found');
    await this.#page.keyboard.press('F12');
    await this.#watch.machine(() => this.onStep('check'));
  }

  /** Settles when the dossier stands on `step`. */
  async onStep(step: Step): Promise<void> {
    await this.#page.locator('li[aria-current=step]', { hasText: words('enrolment', `step.${step}`) }).waitFor();
  }

  /** By the rail, whatever lies between. */
  async jumpTo(step: Step): Promise<void> {
    await this.#page.locator('nav.rail').getByRole('button', { name: new RegExp(words('enrolment', `step.${step}`)) }).click();
    await this.onStep(step);
  }

  async goOn(to: Step): Promise<void> {
    await this.#page.keyboard.press('F12');
    await this.#watch.machine(() => this.onStep(to));
  }

  /** Takes the portrait that stands on the screen though a criterion failed, for the first reason offered. */
  async keepWithReason(): Promise<void> {
    await this.button('portrait', 'accept-with-reason').waitFor();
    await this.#page.keyboard.press('F12');
    const dialog = this.#page.getByRole('dialog', { name: words('portrait', 'override.title') });
    await dialog.getByRole('button', { name: words('portrait', 'override.disability') }).click();
    await this.#watch.machine(() => this.kept('portrait'));
  }

  /** Waits for the device to capture `slot` and takes the image into the dossier; settles when it is kept. */
  async keep(slot: CaptureSlot): Promise<void> {
    await this.#page.getByRole('button', { name: words('enrolment', 'capture.accept'), exact: true }).waitFor();
    await this.#page.getByText(words('enrolment', `slot.${slot}`)).first().waitFor();
    await this.#watch.screen(slot);
    await this.#page.keyboard.press('F12');
    await this.#watch.machine(() => this.kept(slot));
  }

  /** The screen said that the image of `slot` is in the dossier. */
  async kept(slot: CaptureSlot): Promise<void> {
    const sentence = words('enrolment', 'capture.kept', { slot: words('enrolment', `slot.${slot}`), time: '' }).trim();
    await this.#page.getByRole('status').filter({ hasText: sentence }).waitFor();
  }

  /** @param oneByOne the fingers of a slap are taken singly (`F7`); the mode is left again afterwards */
  async keepPrints(slots: readonly FingerprintSlot[] = SLAPS, oneByOne = false): Promise<void> {
    if (oneByOne) await this.#page.keyboard.press('F7');
    for (const slot of slots) await this.keep(slot);
    if (oneByOne) await this.#page.keyboard.press('F7');
  }

  /** The technician spoils the fingers that the simulated scanner sees next; `flaw` by the name of its words. */
  async spoilPrints(flaw: string): Promise<void> {
    await this.#page.getByLabel(words('technician', 'prints.flaw'), { exact: true }).selectOption(flaw);
    await this.#page.getByRole('status').filter({ hasText: words('technician', 'prints.flaw.holds', { flaw: words('technician', `prints.flaw.${flaw}`) }) }).waitFor();
  }

  /** Uses the picture on the screen against the rules' advice, for a reason of the dialog. */
  async useAnyway(reason: string): Promise<void> {
    await this.button('enrolment', 'capture.use-anyway').waitFor();
    await this.#page.keyboard.press('F8');
    await this.#page.getByRole('dialog').getByRole('button', { name: words('enrolment', `capture.use-anyway.${reason}`) }).click();
  }

  async recordMissing(finger: Finger, reason: string): Promise<void> {
    await this.#page.keyboard.press('F6');
    const dialog = this.#page.getByRole('dialog');
    await dialog.getByLabel(words('enrolment', 'missing.finger'), { exact: true }).selectOption(finger);
    await dialog.getByLabel(words('enrolment', 'missing.reason'), { exact: true }).selectOption(reason);
    await dialog.getByRole('button', { name: words('enrolment', 'missing.save'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** The device's live image is on the screen. */
  async live(): Promise<void> {
    await this.#page.locator('.live canvas').waitFor();
  }

  async portraitShown(): Promise<void> {
    await this.#page.locator('.citizen-portrait img').waitFor();
  }

  /** The old card the citizen hands in, noted on the documents step. */
  async noteDocument(number: string): Promise<void> {
    await this.goOn('documents');
    await this.#page.getByLabel(words('enrolment', 'documents.number'), { exact: true }).fill(number);
    await this.#page.keyboard.press('Enter');
    await this.#watch.machine(() => paperLine(this.#page, number).waitFor());
    await this.#watch.screen('documents');
  }

  async lock(): Promise<void> {
    await this.#page.keyboard.press('F4');
    await this.#page.getByText(words('signin', 'lock.title')).waitFor();
  }

  async unlock(password: string): Promise<void> {
    await this.#page.getByLabel(words('signin', 'password'), { exact: true }).fill(password);
    await this.#page.keyboard.press('Enter');
    await this.#page.getByText(words('signin', 'lock.title')).waitFor({ state: 'detached' });
  }

  /** The chief sends the first dossier of the queue back for a reason of the catalogue. */
  async returnFirst(reason: string, note: string): Promise<void> {
    await this.#page.locator('.film-strip img').first().waitFor();
    await this.#page.keyboard.press('r');
    const dialog = this.#page.getByRole('dialog');
    await dialog.getByLabel(words('review', 'return.reason'), { exact: true }).selectOption(reason);
    await dialog.getByLabel(words('review', 'return.note')).fill(note);
    await dialog.getByRole('button', { name: words('review', 'return.confirm') }).click();
    await this.#page.getByText(wordsLike('review', 'return.done')).waitFor();
  }

  /** Submits and waits until the receipt is drawn. */
  async submit(): Promise<void> {
    await this.#page.keyboard.press('F12');
    await this.#watch.machine(() => this.#page.locator('.receipt-paper canvas').first().waitFor());
  }

  /** All of the officer's work on one citizen, from the desk to the submitted dossier with its receipt in sight. */
  async enrol(pid: string): Promise<void> {
    await this.openDossier(pid);
    await this.captureAndSubmit();
  }

  /** From the check of the data to the receipt, everything right at once. */
  async captureAndSubmit(): Promise<void> {
    await this.goOn('fingerprints');
    await this.keepPrints();
    await this.goOn('portrait');
    await this.keep('portrait');
    await this.signAndSubmit();
  }

  /** The same from the portrait that is kept on. */
  async signAndSubmit(): Promise<void> {
    await this.goOn('signature');
    await this.keep('signature');
    await this.goOn('documents');
    await this.goOn('citizen-check');
    await this.goOn('submit');
    await this.submit();
  }

  /** Prints the receipt on the simulated printer and reads what became of it. */
  async printReceipt(): Promise<void> {
    await this.#page.keyboard.press('F10');
    await this.#page.getByText(wordsLike('receipt', 'outcome.printed')).waitFor();
    await this.#watch.screen('receipt-printed');
  }

  /** The chief looks at the first dossier of the queue and approves it. */
  async approveFirst(): Promise<void> {
    // A signature is drawn, everything else is a picture.
    await this.#page.locator('.film-strip').locator('img, svg').first().waitFor();
    await this.#watch.screen('review');
    await this.#page.keyboard.press('a');
    // With exceptions on the dossier the same button signs for them first.
    const confirm = this.button('review', 'approve.confirm').or(this.button('procedure', 'exceptions.confirm'));
    await confirm.waitFor();
    await this.#watch.screen('approve');
    await confirm.click();
    await this.#watch.machine(() => this.#page.getByText(wordsLike('review', 'approve.done')).waitFor());
    await this.#watch.screen('approved');
  }

  /** The chief chooses somebody in the queue and approves; with exceptions on the dossier the same button signs for them first. */
  async approve(name: string): Promise<void> {
    const row = this.#page.locator('.queue-row').filter({ hasText: name });
    await row.click();
    await this.#page.locator('.strip-name').getByText(name).waitFor();
    await this.#page.keyboard.press('a');
    await this.button('review', 'approve.confirm').or(this.button('procedure', 'exceptions.confirm')).click();
    await row.waitFor({ state: 'detached' });
  }

  /** @returns how many entries the whole chain has */
  async verifyAudit(): Promise<number> {
    await this.button('audit', 'verify').click();
    const said = await this.#page.getByText(wordsLike('audit', 'ok')).textContent();
    return Number(/(\d[\d.]*) mục/.exec(said ?? '')?.[1]?.replaceAll('.', '') ?? Number.NaN);
  }

  /** The desk lists a dossier in `state`. */
  async listed(state: DossierState): Promise<void> {
    await this.#page.getByRole('option').filter({ hasText: words('states', state) }).first().waitFor();
  }

  async goTo(place: string): Promise<void> {
    await this.#page.getByRole('navigation', { name: words('shell', 'places') }).getByRole('button', { name: words('shell', `place.${place}`), exact: true }).click();
  }
}
