import { SLAPS, type CaptureSlot, type Finger, type FingerprintSlot } from '../../../electron/core/dossier/capture-slots.ts';
import { WindowPlayer } from './window-player.ts';
import { words } from './words.ts';

/** Plays the capture steps: prints, portrait and signature before the simulated devices. */
export class CapturePlayer extends WindowPlayer {
  /** The device's live image is on the screen. */
  async live(): Promise<void> {
    await this.page.locator('.live canvas').waitFor();
  }

  /** Waits for the device to capture `slot` and takes the image into the dossier; settles when it is kept. */
  async keep(slot: CaptureSlot): Promise<void> {
    await this.page.getByRole('button', { name: words('enrolment', 'capture.accept'), exact: true }).waitFor();
    await this.page.getByText(words('enrolment', `slot.${slot}`)).first().waitFor();
    await this.watch.screen(slot);
    await this.answer('F12');
    await this.watch.machine(() => this.kept(slot));
  }

  /** The screen said that the image of `slot` is in the dossier. */
  async kept(slot: CaptureSlot): Promise<void> {
    const sentence = words('enrolment', 'capture.kept', { slot: words('enrolment', `slot.${slot}`), time: '' }).trim();
    // By its attribute: looking for a role walks the whole page at each frame, which is just when this screen is drawn.
    await this.page.locator('[role=status]', { hasText: sentence }).waitFor();
  }

  /** @param oneByOne the fingers of a slap are taken singly (`F7`); the mode is left again afterwards */
  async keepPrints(slots: readonly FingerprintSlot[] = SLAPS, oneByOne = false): Promise<void> {
    if (oneByOne) await this.page.keyboard.press('F7');
    for (const slot of slots) await this.keep(slot);
    if (oneByOne) await this.page.keyboard.press('F7');
  }

  /** Uses the picture on the screen against the rules' advice, for a reason of the dialog. */
  async useAnyway(reason: string): Promise<void> {
    await this.button('enrolment', 'capture.use-anyway').waitFor();
    await this.page.keyboard.press('F8');
    await this.page.getByRole('dialog').getByRole('button', { name: words('enrolment', `capture.use-anyway.${reason}`) }).click();
  }

  async recordMissing(finger: Finger, reason: string): Promise<void> {
    await this.page.keyboard.press('F6');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(words('enrolment', 'missing.finger'), { exact: true }).selectOption(finger);
    await dialog.getByLabel(words('enrolment', 'missing.reason'), { exact: true }).selectOption(reason);
    await dialog.getByRole('button', { name: words('enrolment', 'missing.save'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Takes the portrait that stands on the screen though a criterion failed, for the first reason offered. */
  async keepWithReason(): Promise<void> {
    await this.button('portrait', 'accept-with-reason').waitFor();
    await this.page.keyboard.press('F12');
    const dialog = this.page.getByRole('dialog', { name: words('portrait', 'override.title') });
    await dialog.getByRole('button', { name: words('portrait', 'override.disability') }).click();
    await this.watch.machine(() => this.kept('portrait'));
  }

  async portraitShown(): Promise<void> {
    await this.page.locator('.citizen-portrait img').waitFor();
  }
}
