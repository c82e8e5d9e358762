import type { Page } from 'playwright';

/** What a person's hands did since counting began; `changes` = from a key to the next screen drawn, by the heading of that screen. */
export type Hands = { keys: number; clicks: number; typed: number; changes: { readonly to: string; readonly ms: number }[] };

/** Counts in the page what a person's hands did, and how long after a key a screen with another heading was drawn. */
export const countHands = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const hands: Hands = { keys: 0, clicks: 0, typed: 0, changes: [] };
    (window as unknown as { hands: Hands }).hands = hands;
    const heading = (): string => document.querySelector('.step-frame h1')?.textContent ?? '';
    let keyMs: number | undefined;
    let before = heading();
    window.addEventListener('keydown', () => {
      hands.keys += 1;
      keyMs = performance.now();
      before = heading();
    }, true);
    window.addEventListener('pointerdown', () => (hands.clicks += 1), true);
    window.addEventListener('change', () => (hands.typed += 1), true);
    new MutationObserver(() => {
      if (keyMs === undefined || heading() === before || heading() === '') return;
      const startMs = keyMs;
      keyMs = undefined;
      const to = heading();
      requestAnimationFrame(() => hands.changes.push({ to, ms: performance.now() - startMs }));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

export const handsOf = (page: Page): Promise<Hands> => page.evaluate(() => (window as unknown as { hands: Hands }).hands);
