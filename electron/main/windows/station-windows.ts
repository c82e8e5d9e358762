import type { BrowserWindow, MessagePortMain, WebContents } from 'electron';
import type { BootView } from '../../contract/page.ts';
import { log } from '../diagnostics/log.ts';
import type { PageEnd, PagePorts } from '../hosts/page-ports.ts';
import { CITIZEN_URL, isTrustedSender, STATION_URL, type Frame } from '../security/trusted-frame.ts';

/** A page that dies this often in a minute dies for a reason that loading it again won't mend. */
const RELOADS_PER_MINUTE = 3;
const MINUTE_MS = 60_000;

type Kind = PageEnd['window'];
const URL_OF: Readonly<Record<Kind, string>> = { officer: STATION_URL, citizen: CITIZEN_URL };

/** The windows that are ours. Only their top frames are listened to and only they are given ports. */
export class StationWindows {
  readonly #windows = new Map<number, { readonly window: BrowserWindow; readonly kind: Kind }>();
  readonly #ports: PagePorts;
  readonly #onHopeless: () => void;

  constructor(ports: PagePorts, onHopeless: () => void) {
    this.#ports = ports;
    this.#onHopeless = onHopeless;
  }

  /** What a window may ask for is decided here, by who it is for, and not by the page it shows. */
  register(window: BrowserWindow, kind: Kind): void {
    const { webContents } = window;
    const { id } = webContents;
    this.#windows.set(id, { window, kind });
    const revoke = (): void => this.#ports.revokeAll(id);
    // `did-start-navigation` comes before the old page is taken down: it loses its ports first.
    webContents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) revoke();
    });
    webContents.on('render-process-gone', (_event, { reason }) => {
      revoke();
      log('window.gone', { reason });
      if (reason !== 'clean-exit') this.#reload(window, kind);
    });
    webContents.once('destroyed', () => {
      revoke();
      this.#windows.delete(id);
    });
  }

  isOfficers(contents: WebContents | null): boolean {
    return contents !== null && this.#windows.get(contents.id)?.kind === 'officer';
  }

  /** The page behind a message, or `undefined` where the sender is anybody but the top frame of one of our windows. */
  pageOf(contents: WebContents, senderFrame: Frame | null): PageEnd | undefined {
    const own = this.#windows.get(contents.id);
    if (own === undefined || !isTrustedSender({ frame: senderFrame, mainFrame: contents.mainFrame })) return undefined;
    return {
      windowId: contents.id,
      window: own.kind,
      give: (host, generation, port) => contents.mainFrame.postMessage('station:port', { host, generation }, [port as unknown as MessagePortMain]),
    };
  }

  /** The window behind a page, for a dialog over it. */
  windowOf({ windowId }: Pick<PageEnd, 'windowId'>): BrowserWindow | undefined {
    return this.#windows.get(windowId)?.window;
  }

  tell(view: BootView): void {
    for (const { window: { webContents }, kind } of this.#windows.values()) {
      if (kind === 'officer' && !webContents.isDestroyed() && !webContents.isCrashed()) webContents.send('station:boot', view);
    }
  }

  focus(): void {
    const window = [...this.#windows.values()].find(({ kind }) => kind === 'officer')?.window;
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  }

  readonly #crashes: number[] = [];

  #reload(window: BrowserWindow, kind: Kind): void {
    const nowMs = performance.now();
    this.#crashes.push(nowMs);
    if (this.#crashes.filter((at) => nowMs - at < MINUTE_MS).length > RELOADS_PER_MINUTE) return this.#onHopeless();
    setImmediate(() => {
      if (!window.isDestroyed()) void window.loadURL(URL_OF[kind]);
    });
  }
}
