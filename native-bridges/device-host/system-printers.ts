import { existsSync } from 'node:fs';
import { ok } from '../../electron/core/result/result.ts';
import { ippPrinter, type IppWire } from '../../drivers/ipp-printer/ipp-printer.ts';
import { listSystemQueues, type SystemQueue } from '../../drivers/ipp-printer/system-queues.ts';
import { sendIpp, type IppEndpoint } from '../transports/ipp-http.ts';
import type { DeviceRegistry } from './registry.ts';
import { systemClock } from './system-clock.ts';

const CUPS_SOCKET = '/run/cups/cups.sock';
const CUPS_PORT = 631;
const LIST_MS = 2_000;
const LOOK_EVERY_MS = 60_000;

/** The address of the machine's print server for one path on it. */
export type PrintServer = (path: string) => IppEndpoint;
/** CUPS on its socket where there is one (no port needs to be open), else on localhost. */
const localCups: PrintServer = (path) => (existsSync(CUPS_SOCKET) ? { kind: 'socket', socketPath: CUPS_SOCKET, path } : { kind: 'tcp', host: '127.0.0.1', port: CUPS_PORT, path });

/** Brings the machine's print queues into the registry, and takes out those that are gone. */
export class SystemPrinters {
  readonly #registry: DeviceRegistry;
  readonly #server: PrintServer;
  #timer: NodeJS.Timeout | undefined;
  #known: ReadonlySet<string> = new Set();

  constructor(registry: DeviceRegistry, server: PrintServer = localCups) {
    [this.#registry, this.#server] = [registry, server];
  }

  start(): void {
    void this.refresh();
    this.#timer = setInterval(() => void this.refresh(), LOOK_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** No print server is no failure: the list is simply empty. */
  async refresh(): Promise<void> {
    const queues = await listSystemQueues(this.#wire('/'), AbortSignal.timeout(LIST_MS));
    const found = queues.ok ? queues.value : [];
    const now = new Set(found.map((queue) => idOf(queue)));
    for (const queue of found) if (!this.#known.has(idOf(queue))) this.#registry.arrive(this.#entry(queue));
    for (const id of this.#known) if (!now.has(id)) this.#registry.leave(id);
    this.#known = now;
  }

  #entry(queue: SystemQueue): Parameters<DeviceRegistry['arrive']>[0] {
    const identity = { id: idOf(queue), maker: 'CUPS', model: queue.info, serial: queue.name, driver: 'ipp-printer', simulated: false };
    const wire = this.#wire(`/printers/${encodeURIComponent(queue.name)}`);
    return { kind: 'printer', identity, open: async () => ok(ippPrinter({ identity, printerUri: queue.uri, wire, clock: systemClock })) };
  }

  #wire(path: string): IppWire {
    return { send: (request, signal) => sendIpp(this.#server(path), request, signal) };
  }
}

const idOf = (queue: SystemQueue): string => `cups:${queue.name}`;
