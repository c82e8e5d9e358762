import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, AUDITOR, CHIEF, CITIZEN_PID, OFFICER, TECHNICIAN } from '../counter/people.ts';
import { photographPage } from '../counter/papers.ts';
import { CounterPlayer } from '../counter/player.ts';
import { UNWATCHED } from '../counter/watcher.ts';
import { words } from '../counter/words.ts';
import { untilBoot } from '../security/raw-page.ts';
import { launchStation, type Station } from '../station.ts';

/** The smallest screen of a counter; twice the type on it; high contrast. */
const SETTINGS = ['1366x768', 'double-type', 'contrast'] as const;
type Setting = (typeof SETTINGS)[number];
const SIZE = { width: 1366, height: 768 } as const;

let station: Station;
let player: CounterPlayer;
beforeAll(async () => {
  station = await launchStation({ args: ['--citizens=200'] });
  await station.page.setViewportSize(SIZE);
  player = new CounterPlayer(station.page);
  await station.page.evaluate(`${axe.source}; window.axe = axe;`);
  await untilBoot(station.page, 'every-host-ready');
});
afterAll(() => station.close());

/** Chromium's own zoom, as Ctrl and + would: layout has half the room. */
async function set(setting: Setting): Promise<void> {
  const factor = setting === 'double-type' ? 2 : 1;
  await station.app.evaluate(({ BrowserWindow }, zoom) => BrowserWindow.getAllWindows()[0]!.webContents.setZoomFactor(zoom), factor);
  await station.page.evaluate(([theme]) => {
    document.documentElement.dataset['theme'] = theme!;
  }, [setting === 'contrast' ? 'contrast' : 'light']);
}

const violations = async (): Promise<readonly string[]> =>
  (await station.page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run(document))).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);

/** The one primary action of a screen stays within the window, and every control that has the focus shows it. */
const outOfReach = (): Promise<readonly string[]> =>
  station.page.evaluate(() => {
    const primary = [...document.querySelectorAll<HTMLElement>('.action-bar .button-primary')].filter((button) => button.getClientRects().length > 0);
    return primary.filter((button) => {
      const { right, bottom, left, top } = button.getBoundingClientRect();
      return left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1;
    }).map((button) => button.textContent ?? '');
  });

/** Station, counter, places, devices, line, person and time are all in the header, none cut off. */
const cutHeader = (): Promise<readonly string[]> =>
  station.page.evaluate(() => [...document.querySelectorAll<HTMLElement>('header.frame > *, header.frame .frame-name')].filter((part) => part.getClientRects().length > 0).filter((part) => {
    const { left, right } = part.getBoundingClientRect();
    return left < 0 || right > innerWidth + 1 || part.scrollWidth > part.clientWidth + 1;
  }).map((part) => `${part.className}: ${part.textContent}`));

/** Everything the walk finds; said at its end, so that one screen doesn't hide the next. */
const found: string[] = [];

async function look(name: string): Promise<void> {
  for (const setting of SETTINGS) {
    await set(setting);
    for (const one of [...(await violations()), ...(await outOfReach()).map((button) => `out of reach: ${button}`), ...(await cutHeader()).map((part) => `cut in the header: ${part}`)]) found.push(`${name} ${setting} ${one}`);
  }
  await set('1366x768');
}

/** Tab from the top: every stop shows where it is. */
async function tabThrough(name: string): Promise<void> {
  const seen = new Set<string>();
  for (let stop = 0; stop < 40; stop++) {
    await station.page.keyboard.press('Tab');
    const at = await station.page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (element === null || element === document.body) return undefined;
      const shown = [element, element.parentElement, element.closest('label'), element.closest('.mantine-Input-wrapper')].filter((one) => one !== null && one !== undefined);
      const visible = shown.some((one) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
        return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
      });
      return { html: element.outerHTML.slice(0, 120), visible };
    });
    if (at === undefined || seen.has(at.html)) break;
    seen.add(at.html);
    if (!at.visible) found.push(`${name} no visible focus: ${at.html}`);
  }
}

const TITLE = { receptions: ['forms', 'list.title'], calls: ['procedure', 'calls'], fees: ['fees', 'title'] } as const;
const stands = (): Promise<void> => station.page.locator('h1, [role=listbox], table, [role=table]').first().waitFor();

describe('every screen, small, with type of twice the size, in high contrast', () => {
  it('sign-in', async () => {
    await station.page.getByLabel(words('signin', 'login'), { exact: true }).waitFor();
    await look('sign-in');
  });

  it('the officer’s desk and search', async () => {
    await player.signIn(OFFICER);
    await stands();
    await look('desk');
    await tabThrough('desk');
    await station.page.keyboard.press('F2');
    await station.page.getByLabel(words('enrolment', 'find.who')).waitFor();
    await look('find');
    await station.page.getByLabel(words('enrolment', 'find.who')).fill(CITIZEN_PID);
    await station.page.keyboard.press('Enter');
    await player.button('enrolment', 'find.open').waitFor();
    await look('found');
  });

  it('every step of a dossier', async () => {
    await station.page.keyboard.press('F12');
    await player.onStep('check');
    await look('check');
    await tabThrough('check');
    await player.goOn('fingerprints');
    await player.live();
    await look('fingerprints');
    await player.keepPrints();
    await player.goOn('portrait');
    await player.live();
    await look('portrait');
    await player.keep('portrait');
    await player.goOn('signature');
    await look('signature');
    await player.keep('signature');
    await player.goOn('documents');
    await look('documents');
    await photographPage(station.page, UNWATCHED);
    await look('documents-page');
    await player.goOn('citizen-check');
    await player.portraitShown();
    await look('citizen-check');
    await player.goOn('submit');
    await look('submit');
    await player.submit();
    await look('submitted');
  });

  it('the officer’s lists: who waits, who is called, the fees of the day with its sheet', async () => {
    for (const place of ['receptions', 'calls', 'fees'] as const) {
      await player.goTo(place);
      await station.page.getByRole('heading', { name: words(TITLE[place][0], TITLE[place][1]) }).waitFor();
      await look(place);
      await tabThrough(place);
    }
    await station.page.locator('.fee-row[role=option]').first().waitFor();
    await station.page.keyboard.press('F10');
    await station.page.locator('.receipt-paper canvas').first().waitFor();
    await look('day-sheet');
    await station.page.keyboard.press('Escape');
    await station.page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('the list of keys and the lock', async () => {
    await station.page.keyboard.press('F1');
    await station.page.getByRole('dialog').waitFor();
    await look('keys');
    await station.page.keyboard.press('Escape');
    await station.page.getByRole('dialog').waitFor({ state: 'detached' });
    await player.lock();
    await look('lock');
    await player.unlock(OFFICER.password);
  });

  it.each([
    ['chief', CHIEF, ['review', 'desk', 'receptions', 'fees', 'outbox', 'audit']], ['technician', TECHNICIAN, ['technician']], ['auditor', AUDITOR, ['audit', 'desk', 'fees']], ['administrator', ADMINISTRATOR, []],
  ] as const)('the %s’s places', async (role, account, places) => {
    await player.signOut();
    await player.signIn(account);
    await stands();
    if (places.length < 2) await look(role);
    for (const place of places.length < 2 ? [] : places) {
      await player.goTo(place);
      await stands();
      await look(`${role}-${place}`);
    }
    for (const [n, pane] of (role === 'technician' ? ['devices', 'health', 'log', 'settings', 'bundle', 'devices'] : []).entries()) {
      // Round and back to the first; the digit is no shortcut inside a field, so the walk by Tab comes last.
      await station.page.keyboard.press(String((n % 5) + 1));
      await station.page.getByRole('tab', { name: words('technician', `pane.${pane}`), selected: true }).waitFor();
      if (n > 0 && n < 5) await look(`technician-${pane}`);
    }
    await tabThrough(role);
  });

  it('has no violation, nothing out of reach and no stop without a visible focus', () => {
    expect(found).toEqual([]);
  });
});
