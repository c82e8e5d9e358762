import { DEVICE_KINDS, deviceContract, deviceEvents, spoolContract, type DeviceContract, type DeviceView, type SpoolContract } from '../../electron/contract/device.ts';
import type { DeviceSettings } from '../../electron/contract/device-settings.ts';
import type { Client } from '../../electron/contract/call.ts';
import { spoolEvents, type KeptPrint } from '../../electron/contract/kept-print.ts';
import { deskContract, type DeskContract } from '../../electron/contract/technician.ts';
import { clientOn } from '../../electron/contract/port-client.ts';
import type { Port } from '../../electron/contract/port.ts';
import { DeviceDesk } from '../../native-bridges/device-host/device-desk.ts';

export type DeskOptions = {
  readonly simulated: boolean;
  /** Full path. */
  readonly trustFile: string;
  readonly lines: string;
  /** Plain prints that the dossier already holds, as a store would answer; without it no dossier holds any. */
  readonly keptPrints?: readonly KeptPrint[];
};

/** Device-host's own desk in this process, asked as the page and the store ask it. */
export type DeskSession = {
  readonly page: Client<DeviceContract>;
  readonly store: Client<SpoolContract & DeskContract>;
  /** Waits for a device that fits, undefined when none comes in time. */
  find(wanted: (view: DeviceView) => boolean, withinMs: number): Promise<DeviceView | undefined>;
  /** Every device, once none is being opened any more. */
  settled(): Promise<readonly DeviceView[]>;
  close(): Promise<void>;
};

const OPENING_MS = 4_000;

/** Opens the desk and looks for devices once. */
export async function openDesk({ simulated, trustFile, lines, keptPrints = [] }: DeskOptions): Promise<DeskSession> {
  const desk = new DeviceDesk();
  const pages = clientOn(deviceContract, deviceEvents, portTo((port) => desk.servePage(port)));
  const { call: store, on } = clientOn({ ...spoolContract, ...deskContract }, spoolEvents, portTo((port) => desk.serveStore(port)));
  on('spool.prints-wanted', ({ subject }) => void store['spool.recall']({ subject, prints: [...keptPrints], whole: true }));
  await desk.start({ host: 'device-host', simulated, inputDir: null, printDir: null });
  const source = simulated ? 'simulated' : 'real';
  const sources = Object.fromEntries(DEVICE_KINDS.map((kind) => [kind, source])) as DeviceSettings['sources'];
  await store['device.configure']({ sources, sbiTrustFile: trustFile, lines });
  const list = async (): Promise<readonly DeviceView[]> => {
    const reply = await pages.call['device.list']({});
    return reply.ok ? reply.value : [];
  };
  const until = async <T>(look: (views: readonly DeviceView[]) => T | undefined, withinMs: number): Promise<T | undefined> => {
    const found = Promise.withResolvers<T | undefined>();
    const limit = setTimeout(() => found.resolve(undefined), withinMs);
    const check = (views: readonly DeviceView[]): void => {
      const seen = look(views);
      if (seen !== undefined) found.resolve(seen);
    };
    const stop = pages.on('device.changed', check);
    check(await list());
    const result = await found.promise;
    clearTimeout(limit);
    stop();
    return result;
  };
  return {
    page: pages.call, store,
    find: (wanted, withinMs) => until((views) => views.find(wanted), withinMs),
    settled: async () => (await until((views) => (views.every(({ state }) => state.kind !== 'opening') ? views : undefined), OPENING_MS)) ?? list(),
    close: () => desk.stop(),
  };
}

/** Our end of a port within this process: messages are handed over a turn later, as a real port does. */
function portTo(give: (port: Port) => void): Port {
  const heard: [((message: unknown) => void)[], ((message: unknown) => void)[]] = [[], []];
  const end = (mine: 0 | 1): Port => ({
    post: (message) => setImmediate(() => heard[mine === 0 ? 1 : 0].forEach((listener) => listener(message))),
    onMessage: (listener) => void heard[mine].push(listener),
    onClose: () => undefined,
    close: () => undefined,
  });
  give(end(1));
  return end(0);
}
