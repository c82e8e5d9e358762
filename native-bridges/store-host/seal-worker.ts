import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../electron/core/errors/app-error.ts';
import type { SealAnswer } from './sealing/seal-in-worker.ts';
import { sealDossier } from './sealing/seal.ts';
import type { SealInput } from './seams.ts';

/** Seals one dossier off the store's thread, answers and ends. Anything that is not an AppError kills the worker: a bug. */
async function answer(): Promise<SealAnswer> {
  try {
    return { ok: true, value: await sealDossier(workerData as SealInput) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.toWire() };
    throw error;
  }
}

// No top-level await: the bundle of this file is CommonJS. A rejection ends the worker with an `error` event.
void answer().then((message) => parentPort?.postMessage(message));
