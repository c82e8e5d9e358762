import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { Reply } from '../../contract/call.ts';
import type { BootView, HostStatus, PageHost } from '../../contract/page.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { log } from '../diagnostics/log.ts';
import { asBundle, type Bundle } from '../diagnostics/save-bundle.ts';
import type { PageEnd } from '../hosts/page-ports.ts';
import type { StationWindows } from '../windows/station-windows.ts';

/** What a page may ask main for. Everything else it asks the hosts, on their ports. */
export type BridgeCalls = {
  connect(page: PageEnd, host: PageHost): Reply<{ readonly generation: number }>;
  boot(): BootView;
  submitPassphrase(passphrase: string): Promise<void>;
  restartHost(host: HostStatus['host']): void;
  saveBundle(page: PageEnd, bundle: Bundle): Promise<Reply<{ readonly saved: boolean; readonly name: string }>>;
  quit(): void;
  /** @returns whether the citizen's window is open now */
  citizenWindow(open: boolean): boolean;
};

const PAGE_HOSTS: readonly unknown[] = ['store-host', 'device-host'] satisfies PageHost[];
const ALL_HOSTS: readonly unknown[] = ['store-host', 'device-host', 'practice-centre'] satisfies HostStatus['host'][];
const MAX_PASSPHRASE = 200;

/** The only file that listens on Electron's own channel. Whatever comes is answered; whoever is not our page gets `ipc.bad-sender`. */
export function serveBridge(calls: BridgeCalls, windows: StationWindows): void {
  const handle = (channel: string, arity: number, run: (page: PageEnd, input: unknown) => Promise<Reply<unknown>> | Reply<unknown>): void => {
    ipcMain.handle(channel, async (event: IpcMainInvokeEvent, ...args: unknown[]): Promise<Reply<unknown>> => {
      const page = windows.pageOf(event.sender, event.senderFrame);
      if (page === undefined || (page.window === 'citizen' && !isForCitizens(channel, args))) return refuse(channel);
      if (args.length !== arity) return badMessage(channel);
      return run(page, args[0]);
    });
  };
  handle('station:connect', 1, (page, host) => (PAGE_HOSTS.includes(host) ? calls.connect(page, host as PageHost) : badMessage('station:connect')));
  handle('station:boot', 0, () => ({ ok: true, value: calls.boot() }));
  handle('station:submit-passphrase', 1, async (_page, passphrase) => {
    if (typeof passphrase !== 'string' || passphrase.length > MAX_PASSPHRASE) return badMessage('station:submit-passphrase');
    return settled(() => calls.submitPassphrase(passphrase));
  });
  handle('station:restart-host', 1, (_page, host) => {
    if (!ALL_HOSTS.includes(host)) return badMessage('station:restart-host');
    calls.restartHost(host as HostStatus['host']);
    return DONE;
  });
  handle('station:citizen-window', 1, (_page, open) =>
    typeof open === 'boolean' ? { ok: true, value: { open: calls.citizenWindow(open) } } : badMessage('station:citizen-window'));
  handle('station:save-bundle', 1, async (page, input) => {
    const bundle = asBundle(input);
    return bundle === undefined ? badMessage('station:save-bundle') : calls.saveBundle(page, bundle);
  });
  handle('station:quit', 0, () => {
    calls.quit();
    return DONE;
  });
}

/** A citizen's window asks main for one thing: its port to the store, which serves it the citizen's contract. */
const isForCitizens = (channel: string, [host]: readonly unknown[]): boolean => channel === 'station:connect' && host === 'store-host';

const DONE: Reply<Record<string, never>> = { ok: true, value: {} };

async function settled(run: () => Promise<void>): Promise<Reply<Record<string, never>>> {
  try {
    await run();
    return DONE;
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.toWire() };
    log('ipc.internal', { name: error instanceof Error ? error.name : typeof error });
    return { ok: false, error: { code: 'ipc.internal', detail: {} } };
  }
}

function refuse(channel: string): Reply<never> {
  log('ipc.bad-sender', { channel });
  return { ok: false, error: { code: 'ipc.bad-sender', detail: {} } };
}

const badMessage = (call: string): Reply<never> => ({ ok: false, error: { code: 'ipc.bad-message', detail: { call } } });
