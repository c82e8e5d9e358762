import type { App, WebContents } from 'electron';
import { log } from '../diagnostics/log.ts';
import { openHelp } from './external-links.ts';
import { isHelpLink } from './help-links.ts';
import { isStationUrl } from './trusted-frame.ts';

/** Installed before any window: no page, ours or not, can navigate away, open a window or embed another page. A help link opens in the system's browser. */
export function guardWebContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => guard(contents));
}

function guard(contents: WebContents): void {
  const refuse = (why: string) => (event: { preventDefault(): void }): void => {
    event.preventDefault();
    log('window.navigation-refused', { why });
  };
  // Reloading the page is the one navigation that stays possible.
  contents.on('will-navigate', (event) => {
    if (!(isStationUrl(event.url) && event.url === contents.getURL())) refuse('navigate')(event);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) refuse('frame')(event);
  });
  contents.on('will-redirect', refuse('redirect'));
  contents.on('will-attach-webview', refuse('webview'));
  contents.setWindowOpenHandler(({ url }) => {
    if (isHelpLink(url) && isStationUrl(contents.getURL())) void openHelp(url);
    else log('window.navigation-refused', { why: 'open' });
    return { action: 'deny' };
  });
  // TCP to a proxy is all that WebRTC would have left, and there is no proxy.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
