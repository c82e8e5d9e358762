import { WindowPlayer } from './window-player.ts';
import { words } from './words.ts';

/** Plays the technician, who decides what the simulated devices see. */
export class TechnicianPlayer extends WindowPlayer {
  /** The technician spoils the fingers that the simulated scanner sees next; `flaw` by the name of its words. */
  async spoilPrints(flaw: string): Promise<void> {
    await this.page.getByLabel(words('technician', 'prints.flaw'), { exact: true }).selectOption(flaw);
    await this.page.getByRole('status').filter({ hasText: words('technician', 'prints.flaw.holds', { flaw: words('technician', `prints.flaw.${flaw}`) }) }).waitFor();
  }
}
