import type { Transport } from '../../drivers/contract/driver.ts';

export type WirePair = { readonly host: Transport; readonly device: Transport; unplug(): void };

/** Two ends of one wire in memory: what one writes the other hears a turn later, in order. */
export function wirePair(): WirePair {
  const [left, right] = [new End(), new End()];
  left.other = right;
  right.other = left;
  return { host: left, device: right, unplug: () => left.end('unplugged') };
}

class End implements Transport {
  other: End | undefined;
  readonly #listeners = new Set<(bytes: Uint8Array) => void>();
  readonly #closing = Promise.withResolvers<'unplugged' | 'closed'>();
  #gone = false;
  readonly closed = this.#closing.promise;

  async write(bytes: Uint8Array): Promise<void> {
    if (this.#gone) throw new Error('wire is gone');
    const copy = bytes.slice();
    setImmediate(() => this.other?.hear(copy));
    await new Promise((resolve) => void setImmediate(resolve));
  }

  hear(bytes: Uint8Array): void {
    if (!this.#gone) for (const listener of this.#listeners) listener(bytes);
  }

  onData(listener: (bytes: Uint8Array) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  end(how: 'unplugged' | 'closed'): void {
    if (this.#gone) return;
    this.#gone = true;
    this.#closing.resolve(how);
    this.other?.end('unplugged');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.end('closed');
  }
}
