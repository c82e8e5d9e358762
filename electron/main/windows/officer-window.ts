import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { AppInfo } from '../../contract/page.ts';
import { STATION_URL } from '../security/trusted-frame.ts';
import { GROUND, pagePreferences } from './page-preferences.ts';

/** The smallest screen a counter PC is expected to have, and the size the screens are drawn for. */
const SMALLEST = { width: 1366, height: 768 } as const;
const WISHED = { width: 1440, height: 900 } as const;

export type OfficerWindowSetup = { readonly preload: string; readonly info: AppInfo; readonly packaged: boolean; readonly title: string };

/** The officer's window: sandboxed, without menu; shown when its first picture is ready. */
export function openOfficerWindow(setup: OfficerWindowSetup): BrowserWindow {
  const area = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    show: false,
    title: setup.title,
    width: Math.min(WISHED.width, area.width),
    height: Math.min(WISHED.height, area.height),
    minWidth: Math.min(SMALLEST.width, area.width),
    minHeight: Math.min(SMALLEST.height, area.height),
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    autoHideMenuBar: true,
    webPreferences: pagePreferences({ ...setup, window: 'officer' }),
  });
  window.setMenu(null);
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => {
    if (area.width <= WISHED.width || area.height <= WISHED.height) window.maximize();
    window.show();
  });
  void window.loadURL(STATION_URL);
  return window;
}
