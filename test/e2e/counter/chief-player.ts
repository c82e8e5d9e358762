import { WindowPlayer } from './window-player.ts';
import { words, wordsLike } from './words.ts';

/** Plays the station chief at the queue of submitted dossiers. */
export class ChiefPlayer extends WindowPlayer {
  /** The chief looks at the first dossier of the queue and approves it. */
  async approveFirst(): Promise<void> {
    // A signature is drawn, everything else is a picture.
    await this.page.locator('.film-strip').locator('img, svg').first().waitFor();
    await this.watch.screen('review');
    await this.page.keyboard.press('a');
    // With exceptions on the dossier the same button signs for them first.
    const confirm = this.button('review', 'approve.confirm').or(this.button('procedure', 'exceptions.confirm'));
    await confirm.waitFor();
    await this.watch.screen('approve');
    await confirm.click();
    await this.watch.machine(() => this.page.getByText(wordsLike('review', 'approve.done')).waitFor());
    await this.watch.screen('approved');
  }

  /** The chief chooses somebody in the queue and approves; with exceptions on the dossier the same button signs for them first. */
  async approve(name: string): Promise<void> {
    const row = this.page.locator('.queue-row').filter({ hasText: name });
    await row.click();
    await this.page.locator('.strip-name').getByText(name).waitFor();
    await this.page.keyboard.press('a');
    await this.button('review', 'approve.confirm').or(this.button('procedure', 'exceptions.confirm')).click();
    await row.waitFor({ state: 'detached' });
  }

  /** The chief sends the first dossier of the queue back for a reason of the catalogue. */
  async returnFirst(reason: string, note: string): Promise<void> {
    await this.page.locator('.film-strip img').first().waitFor();
    await this.page.keyboard.press('r');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(words('review', 'return.reason'), { exact: true }).selectOption(reason);
    await dialog.getByLabel(words('review', 'return.note')).fill(note);
    await dialog.getByRole('button', { name: words('review', 'return.confirm') }).click();
    await this.page.getByText(wordsLike('review', 'return.done')).waitFor();
  }
}
