import type { BrowserWindow, MessagePortMain, WebContents } from 'electron';
import type { BootView } from '../../contract/page.ts';
import { log } from '../diagnostics/log.ts';
import type { PageEnd, PagePorts } from '../hosts/page-ports.ts';
import { isTrustedSender, STATION_URL, type Frame } from '../security/trusted-frame.ts';

/** A page that dies this often in a minute dies for a reason that loading it again won't mend. */
const RELOADS_PER_MINUTE = 3;
const MINUTE_MS = 60_000;

/** The windows that are ours. Only their top frames are listened to and only they are given ports. */
export class StationWindows {
  readonly #windows = new Map<number, BrowserWindow>();
  readonly #ports: PagePorts;
  readonly #onHopeless: () => void;

  constructor(ports: PagePorts, onHopeless: () => void) {
    this.#ports = ports;
    this.#onHopeless = onHopeless;
  }

  register(window: BrowserWindow): void {
    const { webContents } = window;
    const { id } = webContents;
    this.#windows.set(id, window);
    const revoke = (): void => this.#ports.revokeAll(id);
    // `did-start-navigation` comes before the old page is taken down: it loses its ports first.
    webContents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) revoke();
    });
    webContents.on('render-process-gone', (_event, { reason }) => {
      revoke();
      log('window.gone', { reason });
      if (reason !== 'clean-exit') this.#reload(window);
    });
    webContents.once('destroyed', () => {
      revoke();
      this.#windows.delete(id);
    });
  }

  isOurs(contents: WebContents | null): boolean {
    return contents !== null && this.#windows.has(contents.id);
  }

  /** The page behind a message, or `undefined` where the sender is anybody but the top frame of one of our windows. */
  pageOf(contents: WebContents, senderFrame: Frame | null): PageEnd | undefined {
    if (!this.isOurs(contents) || !isTrustedSender({ frame: senderFrame, mainFrame: contents.mainFrame })) return undefined;
    return {
      windowId: contents.id,
      window: 'officer',
      give: (host, generation, port) => contents.mainFrame.postMessage('station:port', { host, generation }, [port as unknown as MessagePortMain]),
    };
  }

  tell(view: BootView): void {
    for (const { webContents } of this.#windows.values()) {
      if (!webContents.isDestroyed() && !webContents.isCrashed()) webContents.send('station:boot', view);
    }
  }

  focus(): void {
    const [window] = this.#windows.values();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  }

  readonly #crashes: number[] = [];

  #reload(window: BrowserWindow): void {
    const nowMs = performance.now();
    this.#crashes.push(nowMs);
    if (this.#crashes.filter((at) => nowMs - at < MINUTE_MS).length > RELOADS_PER_MINUTE) return this.#onHopeless();
    setImmediate(() => {
      if (!window.isDestroyed()) void window.loadURL(STATION_URL);
    });
  }
}
