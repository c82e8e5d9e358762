import type { WireError } from '../core/errors/app-error.ts';
import type { Reply } from './call.ts';

/** The page's two hosts. */
export type PageHost = 'store-host' | 'device-host';

export type HostStatus = {
  readonly host: PageHost | 'practice-centre';
  readonly state: 'starting' | 'ready' | 'unresponsive' | 'restarting' | 'parked' | 'blocked';
  /** Why it is parked or blocked (for example store.corrupt). */
  readonly error: WireError | null;
};

/**
 * What stands before the sign-in screen. `passphrase`: kiosk policy, the key store needs the station's passphrase;
 * `blocked`: the station can't start, the error says why and what to do.
 */
export type BootView =
  | { readonly phase: 'starting' }
  | { readonly phase: 'passphrase'; readonly first: boolean }
  | { readonly phase: 'blocked'; readonly error: WireError }
  | { readonly phase: 'running'; readonly hosts: readonly HostStatus[] };

export type AppInfo = {
  readonly appVersion: string;
  readonly electron: string;
  readonly chrome: string;
  readonly node: string;
  /** `official` or the name of the development runtime, shown in diagnostics. */
  readonly runtime: string;
  readonly practice: boolean;
  readonly simulated: boolean;
};

/**
 * `window.station`, the whole surface of the preload; frozen. Ports arrive as window messages
 * `{ type: 'station-port', host, generation }` from the page's own origin, with the port in `event.ports[0]`.
 */
export type StationBridge = {
  readonly info: AppInfo;
  /** Asks main for a port to a host. The port itself comes by window message. `ipc.bad-sender` for anybody but the window's own top frame. */
  connect(host: PageHost): Promise<Reply<{ readonly generation: number }>>;
  boot(): Promise<Reply<BootView>>;
  /** Tells of every change of the boot view; returns how to stop. */
  onBoot(listener: (view: BootView) => void): () => void;
  submitPassphrase(passphrase: string): Promise<Reply<Record<string, never>>>;
  /** Parked host: try again now. */
  restartHost(host: HostStatus['host']): Promise<Reply<Record<string, never>>>;
  quit(): Promise<Reply<Record<string, never>>>;
  /** Opens or closes the citizen's window; on a second display it opens by itself. */
  citizenWindow(open: boolean): Promise<Reply<{ readonly open: boolean }>>;
  /**
   * Asks the person where to save a diagnostic bundle and writes it there. `saved: false` = they chose no place.
   * Fails with bundle.not-saved; ipc.bad-message for anything that is no ZIP under a bundle's name.
   */
  saveBundle(bundle: { readonly name: string; readonly zip: Uint8Array }): Promise<Reply<{ readonly saved: boolean; readonly name: string }>>;
};

/** `window.station` in the citizen's window: a port to store-host and nothing else. */
export type CitizenBridge = Pick<StationBridge, 'connect' | 'info'>;


/** The documented keys of `window.station`, checked by a test. */
export const STATION_KEYS = ['boot', 'citizenWindow', 'connect', 'info', 'onBoot', 'quit', 'restartHost', 'saveBundle', 'submitPassphrase'] as const;
export const CITIZEN_KEYS = ['connect', 'info'] as const;
