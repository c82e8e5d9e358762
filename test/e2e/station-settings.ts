import { expect } from 'vitest';
import { TECHNICIAN } from './counter/people.ts';
import { connect, listen, post } from './security/raw-page.ts';
import type { Station } from './station.ts';

/** The technician has set these before anybody signs in; asked for by the page's own port, so that no screen has to be played for it. */
export async function setSettings({ page }: Station, settings: Readonly<Record<string, string | number>>): Promise<void> {
  const home = page.url();
  const sheet = await page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')!.href);
  await page.goto(sheet);
  await listen(page);
  const store = await connect(page, 'store-host');
  const calls = [['session.sign-in', TECHNICIAN], ...Object.entries(settings).map(([key, value]) => ['settings.set', { key, value }] as const), ['session.sign-out', {}]] as const;
  for (const [n, [call, input]] of calls.entries()) expect(await post(page, store, { id: n + 1, call, input })).toMatchObject({ reply: { ok: true } });
  await page.goto(home);
}
