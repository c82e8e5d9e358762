import type { FromHost, HostInit, PortMeta, ToHost } from '../../electron/contract/host.ts';
import type { Port } from '../../electron/contract/port.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { closeInheritedDescriptors } from './inherited-descriptors.ts';
import { log } from './log.ts';

/** What a host hears from main. */
export type HostProgram = {
  /** Runs once. Throwing an AppError reports `failed` with its code; anything else crashes the host, which the supervisor handles. */
  start(init: HostInit): Promise<Readonly<Record<string, string | number | boolean>>>;
  connect(port: Port, meta: PortMeta): void;
  onCentre?(url: string | null): void;
  onPower?(event: 'suspend' | 'resume'): void;
  /** Close files and devices in order; the process exits when it settles. */
  stop(): Promise<void>;
};

/** Electron's parentPort, typed here so that hosts need no electron types; absent under plain Node. */
type ElectronPort = { postMessage(message: unknown): void; on(event: string, listener: (event: { data: unknown }) => void): void; start(): void; close(): void };
type ParentPort = { postMessage(message: unknown): void; on(event: 'message', listener: (event: { data: unknown; ports: ElectronPort[] }) => void): void };

/**
 * Joins a host program to main, however it was launched: as a utility process (ports arrive as ports) or as a child of
 * plain Node (main pumps the messages of each port over the process channel, see `port-message`).
 */
export function runHost(program: HostProgram): void {
  process.on('unhandledRejection', (reason) => {
    log('host.unhandled-rejection', { name: reason instanceof Error ? reason.name : typeof reason, where: reason instanceof Error ? (reason.stack ?? '').split('\n')[1]?.trim() ?? '' : '' });
    process.exit(70);
  });
  const parentPort = (process as unknown as { parentPort?: ParentPort }).parentPort;
  if (parentPort === undefined) closeInheritedDescriptors();
  const send = (message: FromHost): void => {
    if (parentPort !== undefined) parentPort.postMessage(message);
    else if (process.connected) process.send!(message);
  };
  const pumped = new Map<number, PumpedPort>();
  const whole = new Map<number, ElectronPort>();

  const receive = (message: ToHost, ports: readonly ElectronPort[]): void => {
    switch (message.type) {
      case 'init': return void begin(program, message.init, send);
      case 'ping': return send({ type: 'pong', n: message.n });
      case 'port': {
        if (!message.pumped) {
          const port = ports[0]!;
          whole.set(message.meta.portId, port);
          port.on('close', () => void whole.delete(message.meta.portId));
          return program.connect(electronPort(port), message.meta);
        }
        const port = new PumpedPort(message.meta.portId, send, () => pumped.delete(message.meta.portId));
        pumped.set(message.meta.portId, port);
        return program.connect(port, message.meta);
      }
      case 'port-message': return pumped.get(message.portId)?.receive(message.data);
      // Main revokes a port: its page has navigated or died. What it still sends is dropped here.
      case 'port-close': {
        whole.get(message.portId)?.close();
        return pumped.get(message.portId)?.closeFromAfar();
      }
      case 'centre': return program.onCentre?.(message.url);
      case 'power': return program.onPower?.(message.event);
      case 'shutdown': return void program.stop().finally(() => process.exit(0));
    }
  };

  if (parentPort !== undefined) parentPort.on('message', (event) => receive(event.data as ToHost, event.ports));
  else {
    process.on('message', (message) => receive(message as ToHost, []));
    // Main is gone: nothing is left to serve, and everything acknowledged is on disk.
    process.on('disconnect', () => void program.stop().finally(() => process.exit(0)));
  }
}

async function begin(program: HostProgram, init: HostInit, send: (message: FromHost) => void): Promise<void> {
  try {
    send({ type: 'ready', info: await program.start(init) });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    send({ type: 'failed', code: error.code, detail: error.detail });
  }
}

function electronPort(port: ElectronPort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', (event) => listener(event.data));
      port.start();
    },
    onClose: (listener) => port.on('close', () => listener()),
    close: () => port.close(),
  };
}

/** A port whose messages main carries over the process channel. Messages that come before a listener wait for it. */
class PumpedPort implements Port {
  readonly #id: number;
  readonly #send: (message: FromHost) => void;
  readonly #forget: () => void;
  #listener: ((message: unknown) => void) | undefined;
  #closeListeners: (() => void)[] = [];
  #early: unknown[] = [];

  constructor(id: number, send: (message: FromHost) => void, forget: () => void) {
    this.#id = id;
    this.#send = send;
    this.#forget = forget;
  }

  post(message: unknown): void {
    this.#send({ type: 'port-message', portId: this.#id, data: message });
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#listener = listener;
    for (const message of this.#early.splice(0)) listener(message);
  }

  onClose(listener: () => void): void {
    this.#closeListeners.push(listener);
  }

  close(): void {
    this.#send({ type: 'port-close', portId: this.#id });
    this.closeFromAfar();
  }

  receive(message: unknown): void {
    if (this.#listener === undefined) this.#early.push(message);
    else this.#listener(message);
  }

  closeFromAfar(): void {
    this.#forget();
    for (const listener of this.#closeListeners.splice(0)) listener();
  }
}
