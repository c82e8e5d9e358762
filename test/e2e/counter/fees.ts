import type { Locator, Page } from 'playwright';
import type { Watcher } from './watcher.ts';
import { words, wordsLike } from './words.ts';

type Picture = Watcher['screen'];

/** The line of a receipt on the screen of the day's fees. */
export const feeRow = (page: Page, receiptNumber: string): Locator => page.getByRole('option').filter({ hasText: receiptNumber });

/** From the day's fees: looks at the sheet, prints it, and turns to the empty day before and back. */
export async function printDaySheet(page: Page, picture: Picture): Promise<void> {
  await page.keyboard.press('F10');
  await page.locator('.receipt-paper canvas').first().waitFor();
  await picture('day-sheet');
  await page.keyboard.press('F10');
  await page.getByText(wordsLike('receipt', 'outcome.printed')).waitFor();
  await picture('day-sheet-printed');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('PageUp');
  await page.getByText(words('fees', 'empty'), { exact: true }).waitFor();
  await picture('fees-empty');
  await page.keyboard.press('PageDown');
}

/** The officer asks the chief to void a receipt of the day. */
export async function askVoid(page: Page, receiptNumber: string, picture: Picture): Promise<void> {
  await feeRow(page, receiptNumber).click();
  await page.keyboard.press('F7');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words('procedure', 'reason')).fill('Ghi nhầm số biên lai');
  await picture('ask-void');
  await dialog.getByRole('button', { name: words('procedure', 'fee.ask-void') }).click();
  await page.getByText(words('fees', 'waiting', { count: 1 })).waitFor();
  await picture('fees-asked');
}

/** The chief is told at their own desk and goes to what waits there. */
async function toWaitingVoid(page: Page, receiptNumber: string, picture: Picture): Promise<void> {
  const notice = page.locator('.notice').filter({ hasText: words('fees', 'voids.notice', { count: 1 }) });
  await notice.waitFor();
  await picture('review-voids');
  await notice.getByRole('button').click();
  await page.locator('.void-row').filter({ hasText: receiptNumber }).waitFor();
  await picture('voids');
}

/** The chief lets the receipt stand, for a reason of the list. */
export async function refuseVoid(page: Page, receiptNumber: string, picture: Picture): Promise<void> {
  await toWaitingVoid(page, receiptNumber, picture);
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words('fees', 'refuse.why'), { exact: true }).selectOption('cause-unclear');
  await picture('void-refuse');
  await dialog.getByRole('button', { name: words('fees', 'voids.refuse') }).click();
  await page.locator('.void-desk').waitFor({ state: 'detached' });
}

/** The officer reads beside the receipt why it stands. */
export const readsWhyRefused = (page: Page, receiptNumber: string): Promise<void> => feeRow(page, receiptNumber).getByText(words('fees', 'refusal.cause-unclear'), { exact: false }).waitFor();

/** The chief voids the receipt by two keys. */
export async function decideVoid(page: Page, receiptNumber: string, picture: Picture): Promise<void> {
  await toWaitingVoid(page, receiptNumber, picture);
  await page.keyboard.press('a');
  await page.getByRole('dialog').waitFor();
  await picture('void-confirm');
  await page.keyboard.press('Enter');
  await page.locator('.void-desk').waitFor({ state: 'detached' });
  await feeRow(page, receiptNumber).getByText(words('fees', 'state.voided')).waitFor();
}
