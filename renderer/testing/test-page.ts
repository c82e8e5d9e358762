import type { Reply } from '../../electron/contract/call.ts';
import type { BootView, PageHost, StationBridge } from '../../electron/contract/page.ts';
import type { ErrorCode, SafeDetail } from '../../electron/core/errors/app-error.ts';

/** Answers of a host by call name. A thrown `refuse(…)` becomes a failed reply. */
export type Answers = Record<string, (input: never) => unknown>;
type Refusal = { readonly code: ErrorCode; readonly detail: SafeDetail };
export const refuse = (code: ErrorCode, detail: SafeDetail = {}): never => {
  throw Object.assign(new Error(code), { refusal: { code, detail } satisfies Refusal });
};

/**
 * A window with its preload and two hosts behind real message ports, as startStation meets them. A host can be crashed
 * (its port closes, new ones are refused) and brought back.
 */
export class TestPage {
  readonly asked: { readonly host: PageHost; readonly call: string; readonly input: unknown }[] = [];
  readonly quits: string[] = [];
  /** What was typed as the kiosk's passphrase; every one is refused. */
  readonly passphrases: string[] = [];
  readonly #answers: Record<PageHost, Answers>;
  readonly #events = new EventTarget();
  readonly #ports = new Map<PageHost, MessagePort>();
  readonly #down = new Set<PageHost>();
  readonly #boots = new Set<(view: BootView) => void>();
  #boot: BootView = running();
  #generation = 0;
  readonly window: Window;

  constructor(store: Answers, devices: Answers = { 'device.list': () => [] }) {
    this.#answers = { 'store-host': store, 'device-host': devices };
    this.window = Object.assign(this.#events, { station: this.#bridge() }) as unknown as Window;
  }

  tell(view: BootView): void {
    this.#boot = view;
    for (const listener of this.#boots) listener(view);
  }

  emit(host: PageHost, event: string, payload: unknown): void {
    this.#ports.get(host)?.postMessage({ event, payload });
  }

  crash(host: PageHost): void {
    this.#down.add(host);
    this.#ports.get(host)?.close();
  }

  revive(host: PageHost): void {
    this.#down.delete(host);
    this.tell(running());
  }

  /** Ends what would keep the test's process alive. */
  close(): void {
    for (const port of this.#ports.values()) port.close();
  }

  #bridge(): StationBridge {
    const done = async () => ({ ok: true, value: {} }) as const;
    return {
      info: { appVersion: '0.1.0', electron: '45', chrome: '140', node: '24', runtime: 'official', practice: true, simulated: true },
      connect: async (host) => this.#connect(host),
      boot: async () => ({ ok: true, value: this.#boot }),
      onBoot: (listener) => {
        this.#boots.add(listener);
        return () => void this.#boots.delete(listener);
      },
      submitPassphrase: async (passphrase) => (this.passphrases.push(passphrase), { ok: false, error: { code: 'keys.wrong-passphrase', detail: {} } }),
      restartHost: async (host) => (this.quits.push(`restart ${host}`), done()),
      saveBundle: async ({ name }) => (this.quits.push(`save ${name}`), { ok: true, value: { saved: true, name } }),
      quit: async () => (this.quits.push('quit'), done()),
      citizenWindow: async (open) => ({ ok: true, value: { open } }),
    };
  }

  #connect(host: PageHost): Reply<{ readonly generation: number }> {
    if (this.#down.has(host)) return { ok: false, error: { code: 'host.not-ready', detail: {} } };
    const { port1, port2 } = new MessageChannel();
    this.#ports.set(host, port2);
    port2.addEventListener('message', (event) => this.#answer(host, port2, event.data as { id: number; call: string; input: unknown }));
    port2.start();
    const generation = ++this.#generation;
    const message = Object.assign(new Event('message'), { source: this.window, data: { type: 'station-port', host, generation }, ports: [port1] });
    queueMicrotask(() => this.#events.dispatchEvent(message));
    return { ok: true, value: { generation } };
  }

  #answer(host: PageHost, port: MessagePort, { id, call, input }: { id: number; call: string; input: unknown }): void {
    this.asked.push({ host, call, input });
    const answer = this.#answers[host][call];
    if (answer === undefined) return port.postMessage({ id, reply: { ok: false, error: { code: 'ipc.unknown-call', detail: {} } } });
    try {
      const value = answer(input as never);
      if (value !== NEVER) port.postMessage({ id, reply: { ok: true, value } });
    } catch (error) {
      port.postMessage({ id, reply: { ok: false, error: (error as { refusal: Refusal }).refusal } });
    }
  }
}

/** An answer that never comes. */
export const NEVER = Symbol('never');

export const running = (): BootView => ({
  phase: 'running',
  hosts: [{ host: 'store-host', state: 'ready', error: null }, { host: 'device-host', state: 'ready', error: null }],
});
