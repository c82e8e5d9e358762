import type { App, Session } from 'electron';
import { log } from '../diagnostics/log.ts';
import { isStationUrl } from './trusted-frame.ts';

/** The page's own files and the pictures it made in memory; everything else is the network, and the page has none. */
export const mayLoad = (url: string): boolean => isStationUrl(url) || url.startsWith('blob:app://station/');

/** Before `ready`: even what no request filter sees (prefetch of names, background services) finds no host. */
export function unplugChromiumNetwork(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'no-pings', 'no-proxy-server']) {
    app.commandLine.appendSwitch(name);
  }
}

/** Default deny for the window's session. Hosts talk to the centre themselves; Chromium never does. */
export function blockNetwork(session: Session, isInspector: (url: string) => boolean): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = mayLoad(details.url) || isInspector(details.url);
    if (!allowed) log('window.request-refused', { kind: details.resourceType });
    answer({ cancel: !allowed });
  });
}
