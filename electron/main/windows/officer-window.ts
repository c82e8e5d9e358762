import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { AppInfo } from '../../contract/page.ts';
import { STATION_URL } from '../security/trusted-frame.ts';

/** The smallest screen a counter PC is expected to have, and the size the screens are drawn for. */
const SMALLEST = { width: 1366, height: 768 } as const;
const WISHED = { width: 1440, height: 900 } as const;
/** The page's own ground colours (renderer/ui/tokens.css), so that nothing flashes before it is drawn. */
const GROUND = { light: '#f4f6f8', dark: '#14181d' } as const;

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
    webPreferences: {
      preload: setup.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !setup.packaged,
      // Live previews and a capture in progress must not slow down behind another window.
      backgroundThrottling: false,
      // The preload is sandboxed and may not wait for main: what it needs to know at once comes with its command line.
      additionalArguments: [`--station-info=${Buffer.from(JSON.stringify(setup.info)).toString('base64')}`],
    },
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
