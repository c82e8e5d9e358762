import type { MainPort } from './host-process.ts';
import { nextPortId } from './port-numbers.ts';
import type { Supervisor } from './supervisor.ts';

/** The wire between store-host and device-host, on which images travel without passing the page. Laid anew after either restarts. */
export class HostChannel {
  readonly #store: Supervisor;
  readonly #devices: Supervisor;
  readonly #channel: () => readonly [MainPort, MainPort];
  #laid = '';

  constructor(store: Supervisor, devices: Supervisor, channel: () => readonly [MainPort, MainPort]) {
    this.#store = store;
    this.#devices = devices;
    this.#channel = channel;
  }

  /** Call whenever a host changed state. */
  renew(): void {
    if (!this.#store.ready || !this.#devices.ready) return;
    const between = `${this.#store.generation}-${this.#devices.generation}`;
    if (between === this.#laid) return;
    this.#laid = between;
    const [storeEnd, deviceEnd] = this.#channel();
    this.#devices.attach({ portId: nextPortId(), peer: 'store-host', window: 'none' }, deviceEnd);
    this.#store.attach({ portId: nextPortId(), peer: 'device-host', window: 'none' }, storeEnd);
  }
}
