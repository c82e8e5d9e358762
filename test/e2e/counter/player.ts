import type { Step } from '../../../electron/core/dossier/steps.ts';
import { CapturePlayer } from './capture-player.ts';
import { paperLine } from './papers.ts';
import { words, wordsLike } from './words.ts';

/** Plays the officer at the counter with one citizen, from the look-up to the receipt. */
export class CounterPlayer extends CapturePlayer {
  /** From the desk to an open dossier on its first step. */
  async openDossier(pid: string): Promise<void> {
    await this.page.keyboard.press('F2');
    await this.openDossierHere(pid);
  }

  /** The same from the look-up on. */
  async openDossierHere(pid: string): Promise<void> {
    const who = this.page.getByLabel(words('enrolment', 'find.who'));
    await who.waitFor();
    await this.watch.screen('find');
    await who.fill(pid);
    await this.page.keyboard.press('Enter');
    await this.watch.machine(() => this.button('enrolment', 'find.open').waitFor());
    await this.watch.screen('found');
    await this.page.keyboard.press('F12');
    await this.watch.machine(() => this.onStep('check'));
  }

  /** Settles when the dossier stands on `step`. */
  async onStep(step: Step): Promise<void> {
    await this.page.locator('li[aria-current=step]', { hasText: words('enrolment', `step.${step}`) }).waitFor();
  }

  /** By the rail, whatever lies between. */
  async jumpTo(step: Step): Promise<void> {
    await this.page.locator('nav.rail').getByRole('button', { name: new RegExp(words('enrolment', `step.${step}`)) }).click();
    await this.onStep(step);
  }

  async goOn(to: Step): Promise<void> {
    await this.answer('F12');
    await this.watch.machine(() => this.onStep(to));
  }

  /** The old card the citizen hands in, noted on the documents step. */
  async noteDocument(number: string): Promise<void> {
    await this.goOn('documents');
    await this.page.getByLabel(words('enrolment', 'documents.number'), { exact: true }).fill(number);
    await this.page.keyboard.press('Enter');
    await this.watch.machine(() => paperLine(this.page, number).waitFor());
    await this.watch.screen('documents');
  }

  /** Submits and waits until the receipt is drawn. */
  async submit(): Promise<void> {
    await this.answer('F12');
    await this.watch.machine(() => this.page.locator('.receipt-paper canvas').first().waitFor());
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
    await this.page.keyboard.press('F10');
    await this.page.getByText(wordsLike('receipt', 'outcome.printed')).waitFor();
    await this.watch.screen('receipt-printed');
  }
}
