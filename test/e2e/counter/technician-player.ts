import type { PortraitFault } from '../../../electron/core/device/portrait-faults.ts';
import { WindowPlayer } from './window-player.ts';
import { words } from './words.ts';

/** Plays the technician, who decides what the simulated devices see. */
export class TechnicianPlayer extends WindowPlayer {
  /** Who sits before the simulated camera, on the technician's desk. The camera that the page opens itself is another entry. */
  async seat(looks: PortraitFault | 'none'): Promise<void> {
    await this.page.getByRole('option').filter({ hasText: words('states', 'kind.camera') }).filter({ hasNotText: words('technician', 'pageCamera') }).click();
    await this.page.getByLabel(words('portrait', 'before'), { exact: true }).selectOption(looks);
  }

  /** The technician spoils the fingers that the simulated scanner sees next; `flaw` by the name of its words. */
  async spoilPrints(flaw: string): Promise<void> {
    await this.page.getByLabel(words('technician', 'prints.flaw'), { exact: true }).selectOption(flaw);
    await this.page.getByRole('status').filter({ hasText: words('technician', 'prints.flaw.holds', { flaw: words('technician', `prints.flaw.${flaw}`) }) }).waitFor();
  }
}
