import type { WebPreferences } from 'electron';
import type { AppInfo } from '../../contract/page.ts';

/** The page's own ground colours (renderer/ui/tokens.css), so that nothing flashes before it is drawn. */
export const GROUND = { light: '#f4f6f8', dark: '#14181d' } as const;

export type PageSetup = { readonly preload: string; readonly info: AppInfo; readonly packaged: boolean; readonly window: 'officer' | 'citizen' };

/** The same posture for every window: sandboxed, isolated, without Node. */
export const pagePreferences = ({ preload, info, packaged, window }: PageSetup): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !packaged,
  // Live previews and a capture in progress must not slow down behind another window.
  backgroundThrottling: false,
  // The preload is sandboxed and may not wait for main: what it needs to know at once comes with its command line.
  additionalArguments: [`--station-info=${Buffer.from(JSON.stringify(info)).toString('base64')}`, `--station-window=${window}`],
});
