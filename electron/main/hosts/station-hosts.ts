import type { HostInit, HostName, ToHost } from '../../contract/host.ts';
import type { BootView, HostStatus, PageHost } from '../../contract/page.ts';
import type { Reply } from '../../contract/call.ts';
import { bootView, type KeyState } from './boot-view.ts';
import { HostChannel } from './host-channel.ts';
import type { Launch, MainPort } from './host-process.ts';
import { PagePorts, type PageEnd } from './page-ports.ts';
import { Supervisor } from './supervisor.ts';

export type StationHostsSetup = {
  readonly launch: (host: HostName) => Launch;
  /** Address of a centre that runs by itself. */
  readonly centre: string | null;
  /** `null` where this station has no practice centre of its own. */
  readonly centreInit: HostInit | null;
  readonly deviceInit: HostInit;
  readonly storeInit: (key: Uint8Array, centreUrl: string | null) => HostInit;
  readonly channel: () => readonly [MainPort, MainPort];
};

/** The hosts of one station, wired to each other and to the windows. */
export class StationHosts {
  readonly #store: Supervisor;
  readonly #devices: Supervisor;
  readonly #centre: Supervisor | undefined;
  readonly #otherCentre: string | null;
  readonly #wire: HostChannel;
  readonly #listeners = new Set<(view: BootView) => void>();
  readonly pages: PagePorts;
  #key: Uint8Array | undefined;
  #keyState: KeyState = { kind: 'opening' };
  #storeWasReady = false;
  /** `undefined`: nothing told yet. */
  #toldCentre: string | null | undefined;

  constructor(setup: StationHostsSetup) {
    const onChange = (): void => this.#changed();
    const { centreInit } = setup;
    this.#otherCentre = setup.centre;
    this.#devices = new Supervisor({ host: 'device-host', launch: setup.launch('device-host'), init: () => setup.deviceInit, onChange });
    this.#centre = centreInit === null ? undefined : new Supervisor({ host: 'practice-centre', launch: setup.launch('practice-centre'), init: () => centreInit, onChange });
    this.#store = new Supervisor({
      host: 'store-host',
      launch: setup.launch('store-host'),
      init: () => {
        this.#toldCentre = this.#centreUrl();
        return setup.storeInit(this.#key!, this.#toldCentre);
      },
      onChange,
    });
    this.#wire = new HostChannel(this.#store, this.#devices, setup.channel);
    this.pages = new PagePorts((host) => (host === 'store-host' ? this.#store : this.#devices), setup.channel);
  }

  /** Everything that needs no key. */
  start(): void {
    this.#devices.start();
    this.#centre?.start();
  }

  keyOpened(key: Uint8Array): void {
    this.#key = key;
    this.#keyState = { kind: 'open' };
    if (this.keyIsWrong) this.#store.retry();
    else this.#store.start();
    this.#changed();
  }

  keyState(state: KeyState): void {
    this.#keyState = state;
    this.#changed();
  }

  /** The database was made with another key than the one at hand. */
  get keyIsWrong(): boolean { return this.#store.status.error?.code === 'store.wrong-key'; }

  get view(): BootView { return bootView(this.#keyState, this.#status(), this.#storeWasReady); }

  onView(listener: (view: BootView) => void): void { this.#listeners.add(listener); }

  connect(page: PageEnd, host: PageHost): Reply<{ readonly generation: number }> { return this.pages.connect(page, host); }

  /** For diagnostics; `undefined` while the host is away. */
  pidOf(host: HostName): number | undefined { return this.#all().find((supervisor) => supervisor.host === host)?.pid; }

  retry(host: HostName): void { this.#all().find((supervisor) => supervisor.host === host)?.retry(); }

  broadcast(message: Extract<ToHost, { type: 'power' }>): void {
    for (const supervisor of this.#all()) {
      supervisor.forgiveSilence();
      supervisor.send(message);
    }
  }

  /** The store last: the others may still have something to hand to it. */
  async stop(limitMs: number): Promise<void> {
    await Promise.all([this.#devices.stop(limitMs), this.#centre?.stop(limitMs)]);
    await this.#store.stop(limitMs);
  }

  #all(): readonly Supervisor[] {
    return [this.#store, this.#devices, ...(this.#centre === undefined ? [] : [this.#centre])];
  }

  #status(): readonly HostStatus[] { return this.#all().map(({ status }) => status); }

  #centreUrl(): string | null {
    const url = this.#centre?.info?.['url'];
    return typeof url === 'string' ? url : this.#otherCentre;
  }

  #changed(): void {
    if (this.#store.ready) this.#storeWasReady = true;
    this.#wire.renew();
    this.#tellCentre();
    const { view } = this;
    for (const listener of this.#listeners) listener(view);
  }

  /** A restarted centre listens on another port; while it is away the store keeps the last address and finds it offline. */
  #tellCentre(): void {
    const url = this.#centreUrl();
    if (url === null || url === this.#toldCentre || !this.#store.ready) return;
    this.#toldCentre = url;
    this.#store.send({ type: 'centre', url });
  }
}

