import type { FromHost, HostInit, HostName, PortMeta, ToHost } from '../../contract/host.ts';
import type { HostStatus } from '../../contract/page.ts';
import { isErrorCode, type WireError } from '../../core/errors/app-error.ts';
import { log } from '../diagnostics/log.ts';
import { Heartbeat } from './heartbeat.ts';
import type { HostProcess, Launch, MainPort } from './host-process.ts';
import { FIRST, step, type Supervision, type SupervisionEffect, type SupervisionEvent } from './supervision.ts';

export type SupervisorSetup = {
  readonly host: HostName;
  readonly launch: Launch;
  /** Asked at every start, so that a restarted host gets what is known then. */
  readonly init: () => HostInit;
  readonly onChange: () => void;
};
export type ReadyInfo = Extract<FromHost, { type: 'ready' }>['info'];

/** Keeps one host alive. Every start is a new generation: ports of an earlier one are dead. */
export class Supervisor {
  readonly host: HostName;
  readonly #setup: SupervisorSetup;
  #state: Supervision = FIRST;
  #process: HostProcess | undefined;
  #generation = 0;
  #readyAtMs: number | undefined;
  #info: ReadyInfo | undefined;
  #wait: NodeJS.Timeout | undefined;
  #heartbeat: Heartbeat | undefined;
  readonly #stopped = Promise.withResolvers<void>();

  constructor(setup: SupervisorSetup) {
    this.host = setup.host;
    this.#setup = setup;
  }

  get generation(): number { return this.#generation; }
  get pid(): number | undefined { return this.#process?.pid; }
  get ready(): boolean { return this.#state.kind === 'ready' || this.#state.kind === 'quiet'; }
  /** What the host said when it became ready; `undefined` while it is not. */
  get info(): ReadyInfo | undefined { return this.ready ? this.#info : undefined; }
  get status(): HostStatus {
    const { kind } = this.#state;
    return { host: this.host, state: kind === 'stopping' ? 'restarting' : kind === 'quiet' ? 'unresponsive' : kind, error: 'error' in this.#state ? this.#state.error : null };
  }

  start(): void {
    if (this.#generation === 0 && this.#state.kind === 'starting') this.#spawn();
  }

  retry(): void { this.#feed({ type: 'retry' }); }

  /** Asks the host to close its files and waits for its end; kills it when it takes too long. */
  stop(limitMs: number): Promise<void> {
    this.#feed({ type: 'stop' });
    if (this.#process === undefined) return Promise.resolve();
    const limit = setTimeout(() => this.#process?.kill(), limitMs);
    return this.#stopped.promise.finally(() => clearTimeout(limit));
  }

  send(message: Exclude<ToHost, { type: 'port' | 'init' | 'ping' }>): void { this.#process?.post(message); }

  /** @returns false, and closes the port, where the host can't take it now. */
  attach(meta: PortMeta, port: MainPort): boolean {
    if (!this.ready || this.#process === undefined) {
      port.close();
      return false;
    }
    this.#process.attach(meta, port);
    return true;
  }

  /** The machine slept: silence meanwhile is no sign of death. */
  forgiveSilence(): void { this.#heartbeat?.forgive(); }

  #feed(event: SupervisionEvent): void {
    const before = this.#state;
    const [next, ...effects] = step(before, event);
    this.#state = next;
    for (const effect of effects) this.#run(effect);
    if (next === before) return;
    log('host.state', { host: this.host, state: next.kind, ...('error' in next ? { code: next.error.code } : {}) });
    this.#setup.onChange();
  }

  #run(effect: SupervisionEffect): void {
    switch (effect.run) {
      case 'spawn': return this.#spawn();
      case 'kill': return this.#process?.kill();
      case 'ask-to-stop': {
        clearTimeout(this.#wait);
        return this.#process?.post({ type: 'shutdown' });
      }
      case 'wait': {
        this.#wait = setTimeout(() => this.#feed({ type: 'delay-over' }), effect.delayMs);
      }
    }
  }

  #spawn(): void {
    this.#heartbeat?.stop();
    const generation = ++this.#generation;
    this.#readyAtMs = undefined;
    const child = this.#setup.launch({
      onMessage: (message) => {
        if (this.#process === child && generation === this.#generation) this.#hear(message);
      },
      onGone: ({ reason, exitCode }) => {
        if (generation !== this.#generation) return;
        log('host.gone', { host: this.host, reason, exitCode: exitCode ?? -1 });
        this.#end();
      },
    });
    this.#process = child;
    this.#heartbeat = new Heartbeat({ ping: (n) => child.post({ type: 'ping', n }), onQuiet: () => this.#feed({ type: 'quiet' }), onSilent: () => this.#feed({ type: 'silent' }) });
    child.post({ type: 'init', init: this.#setup.init() });
  }

  #end(): void {
    const upMs = this.#readyAtMs === undefined ? 0 : performance.now() - this.#readyAtMs;
    this.#heartbeat?.stop();
    this.#heartbeat = undefined;
    this.#process = undefined;
    this.#stopped.resolve();
    this.#feed({ type: 'gone', upMs });
  }

  #hear(message: FromHost): void {
    switch (message.type) {
      case 'pong': {
        this.#heartbeat?.heard(message.n);
        return this.#feed({ type: 'heard' });
      }
      case 'ready': {
        this.#readyAtMs = performance.now();
        this.#info = message.info;
        this.#heartbeat?.started();
        return this.#feed({ type: 'ready' });
      }
      case 'failed': return this.#feed({ type: 'failed', error: reported(message) });
      case 'port-message':
      case 'port-close': return;
    }
  }
}

const reported = ({ code, detail }: { code: string; detail: WireError['detail'] }): WireError =>
  isErrorCode(code) ? { code, detail } : { code: 'ipc.internal', detail: {} };
