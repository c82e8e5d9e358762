import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { RenderReceipt } from '../seams.ts';

type Rendered = Awaited<ReturnType<RenderReceipt>>;
export type ReceiptAnswer = { readonly ok: true; readonly value: Rendered } | { readonly ok: false; readonly name: string };

/** Beside the bundle when built, one folder up when run from source. */
const HERE = fileURLToPath(import.meta.url);
const WORKER = HERE.endsWith('.ts') ? join(dirname(HERE), '..', 'receipt-worker.ts') : join(dirname(HERE), 'receipt-worker.cjs');

/**
 * The receipt as a PDF, drawn in a worker thread: embedding the fonts takes a tenth of a second that the store doesn't have.
 * @throws {AppError} receipt.failed
 */
export const renderReceipt: RenderReceipt = async (input) => {
  const worker = new Worker(WORKER, { workerData: input, execArgv: [] });
  try {
    const [answer] = (await once(worker, 'message')) as [ReceiptAnswer];
    if (!answer.ok) throw new AppError('receipt.failed', { why: answer.name });
    return answer.value;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('receipt.failed', { why: 'worker' }, { cause: error });
  } finally {
    await worker.terminate();
  }
};
