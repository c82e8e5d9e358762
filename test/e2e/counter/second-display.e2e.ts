import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPluggedDisplays, type PluggedDisplays } from '../plugged-displays.ts';
import { untilBoot } from '../security/raw-page.ts';
import { launchStation, type Station } from '../station.ts';
import { OFFICER } from './people.ts';
import { words } from './words.ts';

const OFFICERS = { x: 0, y: 0, width: 1920, height: 1080 } as const;
const RIGHT = { x: 1920, y: 0, width: 1280, height: 800 } as const;
const BELOW = { x: 0, y: 1080, width: 1024, height: 768 } as const;

let displays: PluggedDisplays;
let station: Station;
let citizen: Page;
let officersWindow: unknown;
beforeAll(async () => {
  displays = await openPluggedDisplays(`${OFFICERS.width}x${OFFICERS.height}`);
  station = await launchStation({ args: ['--citizens=50'], env: displays.env });
  await untilBoot(station.page, 'every-host-ready');
  await login().fill(OFFICER.login);
  officersWindow = await lookAtOfficers();
});
afterAll(async () => {
  await station?.close();
  await displays?.close();
});

const login = () => station.page.getByLabel(words('signin', 'login'), { exact: true });
/** The displays as Electron reads them from the X server, the first output's first. */
const seen = () => station.app.evaluate(({ screen }) => screen.getAllDisplays().toSorted((a, b) => a.id - b.id).map(({ bounds }) => bounds));

/** What must stay as it is, whatever is plugged in or out beside it. */
const lookAtOfficers = async () => ({
  window: await station.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) => !one.webContents.getURL().endsWith('citizen.html'))!;
    return { bounds: window.getBounds(), visible: window.isVisible(), focused: window.isFocused() };
  }),
  typed: await login().inputValue(),
  cursorInLogin: await login().evaluate((field) => field === document.activeElement),
  // A page that was loaded anew would have another one.
  loadedAt: await station.page.evaluate(() => performance.timeOrigin),
});

/** Where the citizen's window is, as main knows it and by its page's own measure of itself. */
const lookAtCitizens = async () => ({
  main: await station.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().endsWith('citizen.html'))!;
    return { ...window.getBounds(), visible: window.isVisible(), fullScreen: window.isFullScreen() };
  }),
  page: await citizen.evaluate(() => ({ x: screenX, y: screenY, width: innerWidth, height: innerHeight })),
});
const untilItFills = (area: typeof RIGHT | typeof BELOW) => expect.poll(lookAtCitizens, { timeout: 30_000 })
  .toEqual({ main: { ...area, visible: true, fullScreen: true }, page: area });

async function plugRight(): Promise<void> {
  const opening = station.app.waitForEvent('window');
  await displays.plug('1280x800', 'right-of');
  citizen = await opening;
  await citizen.getByRole('heading', { name: words('citizen', 'idle.title') }).waitFor();
}

async function unplug(): Promise<void> {
  const closed = citizen.waitForEvent('close');
  await displays.unplug();
  await closed;
}

describe('a second display on the desk', () => {
  it('is not there at first: one display, one window', async () => {
    expect(await seen()).toEqual([OFFICERS]);
    expect(station.app.windows()).toHaveLength(1);
  });

  it('is filled by the citizen’s window as soon as it is plugged in', async () => {
    await plugRight();
    await untilItFills(RIGHT);
    expect(await seen()).toEqual([OFFICERS, RIGHT]);
    expect(await lookAtOfficers()).toEqual(officersWindow);
  });

  it('is filled anew at another place and resolution', async () => {
    await displays.plug('1024x768', 'below');
    await untilItFills(BELOW);
    expect(await seen()).toEqual([OFFICERS, BELOW]);
    expect(await lookAtOfficers()).toEqual(officersWindow);
  });

  it('takes the window with it when it is unplugged, and the officer types on', async () => {
    await unplug();
    expect(await seen()).toEqual([OFFICERS]);
    expect(station.app.windows()).toHaveLength(1);
    expect(await lookAtOfficers()).toEqual(officersWindow);
    await station.page.keyboard.type('x');
    expect(await login().inputValue()).toBe(`${OFFICER.login}x`);
  });

  it('brings it back when it is plugged in again', async () => {
    await plugRight();
    await untilItFills(RIGHT);
    await unplug();
  });
});
