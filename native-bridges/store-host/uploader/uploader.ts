import { AppError } from '../../../electron/core/errors/app-error.ts';
import { MAX_TRIES, nextDelay } from '../../../electron/core/outbox/back-off.ts';
import { log } from '../../kit/log.ts';
import type { OutboxEntry, UploaderHandle, UploaderOptions } from '../seams.ts';
import { Bell } from './bell.ts';
import { deliver } from './deliver.ts';

/** How long the loop rests when the store itself could not write (a full disk, say). */
const STORE_TROUBLE_MS = 5_000;

/** Sends sealed dossiers to the centre, one at a time, the oldest due first; sleeps until the next is due. */
export class Uploader implements UploaderHandle {
  readonly #options: UploaderOptions;
  readonly #bell = new Bell();
  readonly #stopping = new AbortController();
  #loop: Promise<void> = Promise.resolve();

  constructor(options: UploaderOptions) {
    this.#options = options;
  }

  start(): void {
    this.#loop = this.#run();
  }

  wake(): void {
    this.#bell.ring();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#bell.ring();
    await this.#loop;
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        await this.#step();
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        log('uploader.store-trouble', { code: error.code });
        await this.#bell.wait(STORE_TROUBLE_MS);
      }
    }
  }

  async #step(): Promise<void> {
    const { outbox, clock } = this.#options;
    const centreUrl = this.#options.centreUrl();
    const entry = centreUrl === undefined ? undefined : outbox.due(clock.now());
    if (centreUrl !== undefined && entry !== undefined) return this.#send(entry, centreUrl);
    const nextMs = centreUrl === undefined ? undefined : outbox.nextDueMs();
    await this.#bell.wait(nextMs === undefined ? undefined : nextMs - clock.now());
  }

  async #send(entry: OutboxEntry, centreUrl: string): Promise<void> {
    const { outbox, onChanged, onLine, mayLeave } = this.#options;
    const leave = await mayLeave?.(entry);
    if (leave === 'later') this.#putBack(entry, new AppError('outbox.offline'));
    if (leave === 'later' || leave === 'set-aside') return onChanged(entry.dossierId);
    outbox.markUploading(entry.dossierId);
    onChanged(entry.dossierId);
    try {
      const { state, reason, reference, receivedAt } = await deliver({ entry, centreUrl, signal: this.#stopping.signal, options: this.#options });
      outbox.answered(entry.dossierId, { outcome: state, reason, reference, at: receivedAt });
    } catch (error) {
      // Asked to stop: the entry stays `uploading`, which the store turns into `queued` at its next start.
      if (this.#stopping.signal.aborted) return;
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'outbox.offline') onLine(false);
      this.#putBack(entry, error);
    }
    onChanged(entry.dossierId);
  }

  #putBack(entry: OutboxEntry, error: AppError): void {
    const { outbox, clock, random } = this.#options;
    const retryAfterMs = typeof error.detail['retryAfterMs'] === 'number' ? error.detail['retryAfterMs'] : 0;
    // A line that is down says nothing against the dossier: however long that lasts, it stays in the queue.
    const tries = error.code === 'outbox.offline' ? Math.min(entry.tries + 1, MAX_TRIES - 1) : entry.tries + 1;
    const delayMs = nextDelay(tries, random(), retryAfterMs);
    log('uploader.interrupted', { code: error.code, tries: entry.tries + 1, delayMs });
    if (delayMs === 'park') outbox.park(entry.dossierId, error.code);
    else outbox.interrupted(entry.dossierId, error.code, clock.now() + delayMs);
  }
}
