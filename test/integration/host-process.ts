import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FromHost, HostInit, HostName, PortMeta, ToHost } from '../../electron/contract/host.ts';
import type { Port } from '../../electron/contract/port.ts';
import { safeForChannel } from '../../electron/contract/safe-for-channel.ts';
import type { ErrorCode } from '../../electron/core/errors/app-error.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Types are stripped and code compiled once for all the starts of a run; a host that is stopped writes what it learnt, a killed one doesn't. */
const COMPILED = join(tmpdir(), 'tram-can-cuoc-compiled');

export type Began =
  | { readonly ok: true; readonly info: Readonly<Record<string, string | number | boolean>> }
  | { readonly ok: false; readonly code: ErrorCode; readonly detail: Readonly<Record<string, string | number | boolean>> };

/** A host program started from its source on this Node, spoken to as main speaks to it: over the process channel, ports pumped. */
export class HostProcess {
  readonly #child: ChildProcess;
  readonly #ports = new Map<number, { message: (data: unknown) => void; close: () => void }>();
  readonly began: Promise<Began>;
  readonly exited: Promise<number | null>;
  /** What it wrote to its log. */
  log = '';
  #lastPort = 0;

  /** @param via a program that starts Node, for example a shell that first limits what the process may use */
  constructor(name: HostName, init: HostInit, via?: { readonly execPath: string; readonly env: Readonly<Record<string, string>> }) {
    this.#child = fork(join(ROOT, 'native-bridges', name, `${name}.ts`), {
      serialization: 'advanced', stdio: ['ignore', 'inherit', 'pipe', 'ipc'], execArgv: [], execPath: via?.execPath ?? process.execPath,
      env: { STATION_HOST: name, PATH: process.env['PATH'] ?? '', ...(via?.env ?? { NODE_COMPILE_CACHE: COMPILED }) },
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => (this.log += chunk.toString('utf8')));
    this.exited = once(this.#child, 'exit').then(([code]) => {
      for (const port of this.#ports.values()) port.close();
      return code as number | null;
    });
    const began = Promise.withResolvers<Began>();
    this.began = began.promise;
    this.#child.on('message', (message) => this.#receive(message as FromHost, began.resolve));
    void this.exited.then((code) => began.reject(new Error(`${name} ended with ${code} before it was ready\n${this.log}`)));
    began.promise.catch(() => undefined);
    this.send({ type: 'init', init });
  }

  get pid(): number {
    return this.#child.pid!;
  }

  port(peer: PortMeta['peer'], window: PortMeta['window'] = peer === 'page' ? 'officer' : 'none'): Port {
    const portId = ++this.#lastPort;
    const early: unknown[] = [];
    let onMessage: ((data: unknown) => void) | undefined;
    let onClose: () => void = () => undefined;
    let open = true;
    const close = (): void => {
      if (open) onClose();
      open = false;
      this.#ports.delete(portId);
    };
    this.#ports.set(portId, { message: (data) => (onMessage === undefined ? early.push(data) : onMessage(data)), close });
    this.send({ type: 'port', meta: { portId, peer, window }, pumped: true });
    return {
      // As main pumps a page's messages.
      post: (data) => this.send({ type: 'port-message', portId, data: safeForChannel(data) }),
      onMessage: (listener) => {
        onMessage = listener;
        for (const data of early.splice(0)) listener(data);
      },
      onClose: (listener) => (onClose = listener),
      close: () => {
        this.send({ type: 'port-close', portId });
        close();
      },
    };
  }

  send(message: ToHost): void {
    // A killed process takes its channel with it; whoever waits hears of it through the closed ports.
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.exited;
  }

  async stop(): Promise<void> {
    this.send({ type: 'shutdown' });
    await this.exited;
  }

  #receive(message: FromHost, began: (value: Began) => void): void {
    switch (message.type) {
      case 'ready': return began({ ok: true, info: message.info });
      case 'failed': return began({ ok: false, code: message.code as ErrorCode, detail: message.detail });
      case 'pong': return;
      case 'port-message': return this.#ports.get(message.portId)?.message(message.data);
      case 'port-close': return this.#ports.get(message.portId)?.close();
    }
  }
}
