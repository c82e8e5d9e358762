import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { HostName } from '../../electron/contract/host.ts';
import type { BootView, PageHost } from '../../electron/contract/page.ts';
import { clientOn, type PortClient } from '../../electron/contract/port-client.ts';
import type { Port } from '../../electron/contract/port.ts';
import { launchChild } from '../../electron/main/hosts/child-launch.ts';
import type { MainPort } from '../../electron/main/hosts/host-process.ts';
import type { PageEnd } from '../../electron/main/hosts/page-ports.ts';
import { StationHosts } from '../../electron/main/hosts/station-hosts.ts';
import type { probeContract } from './supervisor-contract.ts';

const ENTRY = join(import.meta.dirname, 'supervisor-host.ts');

/** Node's port in the shape of Electron's. */
const mainPort = (port: MessagePort): MainPort => ({
  postMessage: (message) => port.postMessage(message),
  on(event: 'message' | 'close', listener: (event: { data: unknown }) => void) {
    port.on(event, (data: unknown) => listener({ data }));
  },
  start: () => port.start(),
  close: () => port.close(),
});
const pagePort = (port: MainPort): Port => ({
  post: (message) => port.postMessage(message),
  onMessage(listener) {
    port.on('message', ({ data }) => listener(data));
    port.start();
  },
  onClose: (listener) => void port.on('close', () => listener()),
  close: () => port.close(),
});

export type Probe = Pick<PortClient<typeof probeContract, Record<never, never>>, 'call' | 'closed'>;

/** Programs to run instead of the small one that answers probes. */
export type Entries = Partial<Readonly<Record<HostName, string>>>;

/** A station of three real processes, and a page that is nothing but its ports. */
export class SupervisorRig {
  readonly hosts: StationHosts;
  readonly #contract: typeof probeContract;
  readonly #launches = new Map<HostName, number>();
  #given: { host: PageHost; generation: number; port: MainPort } | undefined;

  constructor(contract: typeof probeContract, centreSeed = 0, entries: Entries = {}) {
    this.#contract = contract;
    this.hosts = new StationHosts({
      centre: null,
      launch: (host) => (ears) => {
        this.#launches.set(host, this.launches(host) + 1);
        return launchChild({ host, entry: entries[host] ?? ENTRY, node: process.execPath }, ears);
      },
      centreInit: { host: 'practice-centre', dataDir: '', seed: centreSeed, citizens: 1, port: 0 },
      deviceInit: { host: 'device-host', simulated: true, inputDir: null, printDir: null },
      storeInit: (key, centreUrl) => ({
        host: 'store-host', dataDir: '', key: new Uint8Array(key), practice: true, centreUrl, appVersion: '', electronVersion: '', runtime: '', policyFile: null,
      }),
      channel: () => {
        const { port1, port2 } = new MessageChannel();
        return [mainPort(port1), mainPort(port2)];
      },
    });
  }

  launches(host: HostName): number { return this.#launches.get(host) ?? 0; }

  /** Settles with the first view that fits, the present one included. */
  until(fits: (view: BootView) => boolean): Promise<BootView> {
    if (fits(this.hosts.view)) return Promise.resolve(this.hosts.view);
    return new Promise((resolve) => this.hosts.onView((view) => { if (fits(view)) resolve(view); }));
  }

  untilReady(...hosts: readonly HostName[]): Promise<BootView> {
    return this.until((view) => view.phase === 'running' && hosts.every((host) => stateOf(view, host) === 'ready'));
  }

  /** What a page does: ask for a port and talk on it. */
  connect(host: PageHost, windowId = 1): Probe { return clientOn(this.#contract, {}, this.port(host, windowId)); }

  port(host: PageHost, windowId = 1): Port {
    const page: PageEnd = { windowId, window: 'officer', give: (of, generation, port) => { this.#given = { host: of, generation, port }; } };
    const reply = this.hosts.connect(page, host);
    if (!reply.ok) throw new Error(reply.error.code);
    return pagePort(this.#given!.port);
  }

  close(): Promise<void> { return this.hosts.stop(2_000); }
}

export const stateOf = (view: BootView, host: HostName): string | undefined =>
  view.phase === 'running' ? view.hosts.find((status) => status.host === host)?.state : undefined;
