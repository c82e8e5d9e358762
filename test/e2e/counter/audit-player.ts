import { WindowPlayer } from './window-player.ts';
import { wordsLike } from './words.ts';

/** Plays whoever verifies the audit chain. */
export class AuditPlayer extends WindowPlayer {
  /** @returns how many entries the whole chain has */
  async verifyAudit(): Promise<number> {
    await this.button('audit', 'verify').click();
    const said = await this.page.getByText(wordsLike('audit', 'ok')).textContent();
    return Number(/(\d[\d.]*) mục/.exec(said ?? '')?.[1]?.replaceAll('.', '') ?? Number.NaN);
  }
}
