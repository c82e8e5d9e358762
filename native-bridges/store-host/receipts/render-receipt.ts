import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { FormPrint, ReceiptInput, RenderForm, RenderReceipt } from '../seams.ts';

type Rendered = Awaited<ReturnType<RenderReceipt>>;
export type PaperOrder = { readonly paper: 'receipt'; readonly input: ReceiptInput } | { readonly paper: 'form'; readonly input: FormPrint };
export type PaperAnswer = { readonly ok: true; readonly value: Rendered } | { readonly ok: false; readonly name: string };

/** Beside the bundle when built, one folder up when run from source. */
const HERE = fileURLToPath(import.meta.url);
const WORKER = HERE.endsWith('.ts') ? join(dirname(HERE), '..', 'receipt-worker.ts') : join(dirname(HERE), 'receipt-worker.cjs');

/** The receipt as a PDF. @throws {AppError} receipt.failed */
export const renderReceipt: RenderReceipt = (input) => render({ paper: 'receipt', input }, 'receipt.failed');
/** A form as a PDF. @throws {AppError} form.failed */
export const renderForm: RenderForm = (input) => render({ paper: 'form', input }, 'form.failed');

/** Drawn in a worker thread: embedding the fonts takes a tenth of a second that the store doesn't have. */
async function render(order: PaperOrder, failure: 'receipt.failed' | 'form.failed'): Promise<Rendered> {
  const worker = new Worker(WORKER, { workerData: order, execArgv: [] });
  try {
    const [answer] = (await once(worker, 'message')) as [PaperAnswer];
    if (!answer.ok) throw new AppError(failure, { why: answer.name });
    return answer.value;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(failure, { why: 'worker' }, { cause: error });
  } finally {
    await worker.terminate();
  }
}
