import { AppError, type WireError } from '../../core/errors/app-error.ts';
import { log } from '../diagnostics/log.ts';
import type { KeySource } from './key-source.ts';

/** What the rest of main hears about the key. */
export type KeyEars = {
  onOpen(key: Uint8Array): void;
  onPassphraseNeeded(first: boolean): void;
  onFailed(error: WireError): void;
};

/** Opens the data key once, at start or when a person typed the passphrase or asked to try again. */
export class StationKey {
  readonly #source: () => Promise<KeySource>;
  readonly #ears: KeyEars;
  #open = false;
  #waiting: Extract<KeySource, { kind: 'passphrase' }> | undefined;

  /** @param source asked at every try: a person may have mended the policy or the key store in between */
  constructor(source: () => Promise<KeySource>, ears: KeyEars) {
    this.#source = source;
    this.#ears = ears;
  }

  get isOpen(): boolean { return this.#open; }

  /** The store refused the key: the next try asks its source anew. */
  forget(): void { this.#open = false; }

  async begin(): Promise<void> {
    if (this.#open) return;
    try {
      const source = await this.#source();
      if (source.kind === 'immediate') return this.#opened(await source.open());
      this.#waiting = source;
      this.#ears.onPassphraseNeeded(await source.isFirst());
    } catch (error) {
      this.#ears.onFailed(wireOf(error));
    }
  }

  /** @throws {AppError} `keys.wrong-passphrase`, `keys.weak-passphrase`: the screen stays; `host.not-ready` when nobody asked. */
  async submit(passphrase: string): Promise<void> {
    if (this.#waiting === undefined || this.#open) throw new AppError('host.not-ready');
    try {
      this.#opened(await this.#waiting.open(passphrase));
    } catch (error) {
      const wire = wireOf(error);
      if (wire.code !== 'keys.wrong-passphrase' && wire.code !== 'keys.weak-passphrase') this.#ears.onFailed(wire);
      throw new AppError(wire.code, wire.detail);
    }
  }

  #opened(key: Uint8Array): void {
    if (this.#open) return;
    this.#open = true;
    this.#waiting = undefined;
    this.#ears.onOpen(key);
  }
}

/** A folder that can't be read or written is the key store's failure, told by the system's own code (EACCES, ENOSPC …). */
function wireOf(error: unknown): WireError {
  if (error instanceof AppError) return error.toWire();
  const system = (error as NodeJS.ErrnoException).code;
  log('keys.failed', { system: system ?? 'none' });
  return { code: 'keys.unavailable', detail: { system: system ?? 'none' } };
}
