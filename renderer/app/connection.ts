import type { z } from 'zod';
import type { Client, Contract, Events, Reply } from '../../electron/contract/call.ts';
import type { PageHost, StationBridge } from '../../electron/contract/page.ts';
import { callerOn, clientBy, type PortCaller } from '../../electron/contract/port-client.ts';
import type { Port } from '../../electron/contract/port.ts';
import { Observable } from './observable.ts';
import { pagePort } from './page-port.ts';

/** After a port closed: at once, then slower, until the host answers again. Main also calls `hurry` when the host is ready. */
const RETRY_DELAYS_MS = [0, 150, 300, 600, 1_200, 2_400] as const;
/**
 * How long the port itself may take after main agreed to send it. Main takes an earlier port back when it is asked again, and
 * with it the calls in flight: on a busy machine a second request made too soon would cost somebody their click.
 */
const PORT_ARRIVES_MS = 15_000;
/** How long a call waits for a restarting host before it fails; a restart takes about 100 ms, a slow one a second. */
const WAIT_FOR_PORT_MS = 8_000;
/** The same at the program's start: opening and checking a large store on a slow disk takes longer than a restart. */
const WAIT_FOR_FIRST_PORT_MS = 60_000;

export type ConnectionState = 'connecting' | 'open' | 'lost';

type Options<C extends Contract> = {
  readonly host: PageHost;
  readonly bridge: Pick<StationBridge, 'connect'>;
  /** Runs on every new port before waiting calls go out, for example to take the session up again. */
  readonly greet?: (call: Client<C>) => Promise<void>;
};

/**
 * One host as the screens see it: the same object over every restart. Calls wait for the port while the host restarts,
 * and subscriptions are made anew on every port.
 */
export class HostConnection<C extends Contract, E extends Events> {
  readonly state = new Observable<ConnectionState>('connecting');
  readonly call: Client<C>;
  readonly #options: Options<C>;
  readonly #listeners = new Map<string, Set<(payload: never) => void>>();
  #client: PortCaller | undefined;
  #port: Port | undefined;
  #opened = Promise.withResolvers<void>();
  #arrived = Promise.withResolvers<void>();
  #asking = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: Options<C>) {
    this.#options = options;
    this.call = clientBy<C>((name, input) => this.#send(name, input));
  }

  /** Asks main for a port now, whatever the back-off says. */
  hurry(): void {
    if (this.#client !== undefined || this.#asking) return;
    this.#failures = 0;
    this.#schedule();
  }

  /** Takes the port that main sent. A newer port replaces an older one. */
  async accept(port: MessagePort): Promise<void> {
    clearTimeout(this.#timer);
    const older = this.#port;
    this.#port = pagePort(port);
    const client = callerOn(this.#port);
    this.#client = client;
    older?.close();
    this.#arrived.resolve();
    this.#arrived = Promise.withResolvers();
    for (const event of this.#listeners.keys()) this.#relay(client, event);
    void client.closed.then(() => this.#lost(client));
    await this.#options.greet?.(clientBy<C>(client.send));
    if (this.#client !== client) return;
    this.#failures = 0;
    this.state.set('open');
    this.#opened.resolve();
  }

  on<K extends keyof E & string>(event: K, listener: (payload: z.output<E[K]>) => void): () => void {
    const known = this.#listeners.get(event);
    const set = known ?? new Set();
    set.add(listener as (payload: never) => void);
    if (known === undefined) {
      this.#listeners.set(event, set);
      if (this.#client !== undefined) this.#relay(this.#client, event);
    }
    return () => void set.delete(listener as (payload: never) => void);
  }

  #relay(client: PortCaller, event: string): void {
    client.on(event, (payload) => {
      for (const listener of this.#listeners.get(event) ?? []) listener(payload);
    });
  }

  async #send(name: string, input: unknown): Promise<Reply<unknown>> {
    if (this.state.get() !== 'open') {
      const limitMs = this.state.get() === 'connecting' ? WAIT_FOR_FIRST_PORT_MS : WAIT_FOR_PORT_MS;
      const waited = await Promise.race([this.#opened.promise.then(() => true), after(limitMs).then(() => false)]);
      if (!waited || this.#client === undefined) return { ok: false, error: { code: 'host.not-ready', detail: {} } };
    }
    return this.#client!.send(name, input);
  }

  #lost(client: PortCaller): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    if (this.state.get() === 'open') this.#opened = Promise.withResolvers();
    this.state.set('lost');
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const delayMs = RETRY_DELAYS_MS[Math.min(this.#failures, RETRY_DELAYS_MS.length - 1)]!;
    this.#failures += 1;
    this.#timer = setTimeout(() => void this.#ask(), delayMs);
  }

  /** An accepted request is followed by the port itself; only when it doesn't come is the next try made. */
  async #ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    const reply = await this.#options.bridge.connect(this.#options.host);
    if (reply.ok && this.#client === undefined) await Promise.race([this.#arrived.promise, after(PORT_ARRIVES_MS)]);
    this.#asking = false;
    if (this.#client === undefined) this.#schedule();
  }
}

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
