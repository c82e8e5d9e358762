import { watch, type FSWatcher } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { DeviceKind } from '../../../drivers/contract/driver.ts';
import type { DeviceRegistry } from '../registry.ts';
import type { DeviceSource } from './device-source.ts';

/** From one look to the next: an unplug must be on screen within 2 s, a replug ready within 5 s. */
const LOOK_EVERY_MS = 1_200;
/** The kernel makes several nodes for one plug: they are looked at together. */
const SETTLE_MS = 150;
const NODES_DIR = '/dev';

type Setup = { readonly registry: DeviceRegistry; readonly sources: readonly DeviceSource[]; readonly wanted: (kind: DeviceKind) => boolean; readonly everyMs?: number };

/**
 * Looks for real devices again and again and tells the registry who came and who went. Never while a device is at work:
 * asking a bus may disturb it, so a look is put off, and one that runs when work begins is broken off and believed in nothing.
 */
export class DeviceWatch {
  readonly #setup: Setup;
  readonly #over = new AbortController();
  readonly #known = new Map<DeviceSource, ReadonlySet<string>>();
  #nodes: FSWatcher | undefined;
  #wake: () => void = () => undefined;

  constructor(setup: Setup) {
    this.#setup = setup;
  }

  /** Resolves when it has looked once. */
  start(): Promise<void> {
    if (process.platform === 'linux') {
      this.#nodes = watch(NODES_DIR, { persistent: false }, (_event, name) => {
        if (/^(hidraw|ttyUSB|ttyACM)/.test(name ?? '')) setTimeout(() => this.#wake(), SETTLE_MS).unref();
      });
      this.#nodes.on('error', () => this.#nodes?.close());
    }
    const first = this.look();
    void first.then(() => this.#run());
    return first;
  }

  /** Ends looking; resolves with the devices it had brought in, for whoever takes them out. */
  stop(): readonly string[] {
    this.#over.abort();
    this.#nodes?.close();
    this.#wake();
    return [...this.#known.values()].flatMap((ids) => [...ids]);
  }

  async #run(): Promise<void> {
    const { registry, everyMs = LOOK_EVERY_MS } = this.#setup;
    while (!this.#over.signal.aborted) {
      const early = new Promise<void>((resolve) => void (this.#wake = resolve));
      const waited = new AbortController();
      await Promise.race([early, pause(everyMs, undefined, { signal: waited.signal, ref: false }).catch(() => undefined)]);
      waited.abort();
      if (!registry.busy && !this.#over.signal.aborted) await this.look();
    }
  }

  /** One look at every source, all at once. */
  async look(): Promise<void> {
    const { registry, sources, wanted } = this.#setup;
    const stop = new AbortController();
    const deaf = registry.onChange(() => registry.busy && stop.abort());
    const onOver = (): void => stop.abort();
    this.#over.signal.addEventListener('abort', onOver, { once: true });
    await Promise.all(sources.filter(({ kinds }) => kinds.some(wanted)).map((source) => this.#lookAt(source, stop.signal)));
    this.#over.signal.removeEventListener('abort', onOver);
    deaf();
  }

  async #lookAt(source: DeviceSource, signal: AbortSignal): Promise<void> {
    const { registry, wanted } = this.#setup;
    const found = (await source.look(signal)).filter(({ kind }) => wanted(kind));
    if (signal.aborted) return;
    const now = new Set(found.map(({ identity }) => identity.id));
    for (const id of this.#known.get(source) ?? []) {
      const open = registry.state(id)?.kind === 'ready';
      if (!now.has(id) && (source.knowsAbsence || !open)) registry.leave(id);
    }
    for (const entry of found) registry.sighted(entry);
    this.#known.set(source, new Set([...(this.#known.get(source) ?? []), ...now]));
  }
}
