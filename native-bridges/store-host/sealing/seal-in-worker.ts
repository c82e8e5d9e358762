import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError, fromWire, type WireError } from '../../../electron/core/errors/app-error.ts';
import type { SealInput, SealedFile } from '../seams.ts';

export type SealAnswer = { readonly ok: true; readonly value: SealedFile } | { readonly ok: false; readonly error: WireError };

/** Beside the bundle when built, one folder up when run from source. */
const HERE = fileURLToPath(import.meta.url);
const WORKER = HERE.endsWith('.ts') ? join(dirname(HERE), '..', 'seal-worker.ts') : join(dirname(HERE), 'seal-worker.cjs');

/**
 * `sealDossier` in a worker thread of its own, so that six megabytes of hashing and AES never hold up the store.
 * @throws {AppError} seal.failed, also where the worker died
 */
export async function sealInWorker(input: SealInput): Promise<SealedFile> {
  const worker = new Worker(WORKER, { workerData: input, execArgv: [] });
  const { promise, resolve, reject } = Promise.withResolvers<SealAnswer>();
  worker.once('message', resolve);
  worker.once('error', (cause) => reject(new AppError('seal.failed', { why: 'worker' }, { cause })));
  // An error comes before the exit; an exit alone (out of memory, a killed thread) must not leave the caller waiting.
  worker.once('exit', () => reject(new AppError('seal.failed', { why: 'worker' })));
  try {
    const answer = await promise;
    if (!answer.ok) throw fromWire(answer.error);
    return answer.value;
  } finally {
    await worker.terminate();
  }
}
