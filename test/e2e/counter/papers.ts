import type { Locator, Page } from 'playwright';
import type { Watcher } from './watcher.ts';
import { words } from './words.ts';

/** The line of the paper list that says `text`. */
export const paperLine = (page: Page, text: string): Locator => page.locator('.paper-list').getByRole('option').filter({ hasText: text });

/** One page of the chosen paper under the document camera; settles when it is kept. */
export async function photographPage(page: Page, watch: Watcher): Promise<void> {
  await page.keyboard.press('F9');
  const keep = page.getByRole('button', { name: words('papers', 'capture.keep'), exact: true });
  await page.getByText(words('papers', 'hint.page-found')).or(keep).first().waitFor();
  await watch.screen('page-live');
  await keep.waitFor();
  await page.locator('.zoomable img').waitFor();
  await watch.screen('page-taken');
  await page.keyboard.press('F12');
  await watch.machine(() => paperLine(page, words('papers', 'state.photographed', { count: '1' })).waitFor());
  await page.locator('.page-large img').waitFor();
  await watch.screen('page-kept');
}
