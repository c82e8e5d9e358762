import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { FormPrint, ReceiptInput, RenderForm, RenderReceipt } from '../seams.ts';

type Rendered = Awaited<ReturnType<RenderReceipt>>;
/** `none`: nothing is wanted, the thread gets ready. */
export type PaperOrder = { readonly paper: 'receipt'; readonly input: ReceiptInput } | { readonly paper: 'form'; readonly input: FormPrint } | { readonly paper: 'none' };
export type PaperAnswer = { readonly ok: true; readonly value: Rendered } | { readonly ok: false; readonly name: string };

/** Beside the bundle when built, one folder up when run from source. */
const HERE = fileURLToPath(import.meta.url);
const WORKER = HERE.endsWith('.ts') ? join(dirname(HERE), '..', 'receipt-worker.ts') : join(dirname(HERE), 'receipt-worker.cjs');

/** A thread that has its packages and fonts draws in a quarter of the time of a new one. It is kept for the next paper, then goes. */
const KEPT_MS = 2 * 60_000;
let idle: Worker | undefined;
let idleEnds: NodeJS.Timeout | undefined;

/** The receipt as a PDF. @throws {AppError} receipt.failed */
export const renderReceipt: RenderReceipt = (input) => render({ paper: 'receipt', input }, 'receipt.failed');
/** A form as a PDF. @throws {AppError} form.failed */
export const renderForm: RenderForm = (input) => render({ paper: 'form', input }, 'form.failed');

/** A paper will be wanted soon: a thread gets ready while the citizen still reads. Never rejects. */
export async function warmPapers(): Promise<void> {
  const worker = take();
  await draw(worker, { paper: 'none' }).then(() => keep(worker), () => worker.terminate());
}

/** Drawn in a worker thread: it takes a tenth of a second that the store doesn't have. */
async function render(order: PaperOrder, failure: 'receipt.failed' | 'form.failed'): Promise<Rendered> {
  const worker = take();
  let answer: PaperAnswer;
  try {
    answer = await draw(worker, order);
  } catch (error) {
    void worker.terminate();
    throw new AppError(failure, { why: 'worker' }, { cause: error });
  }
  keep(worker);
  if (!answer.ok) throw new AppError(failure, { why: answer.name });
  return answer.value;
}

async function draw(worker: Worker, order: PaperOrder): Promise<PaperAnswer> {
  const answered = once(worker, 'message') as Promise<[PaperAnswer]>;
  const ended = once(worker, 'exit').then(() => Promise.reject(new Error('the thread ended')));
  worker.postMessage(order);
  const [answer] = await Promise.race([answered, ended]);
  return answer;
}

function take(): Worker {
  const worker = idle ?? begin();
  clearTimeout(idleEnds);
  idle = undefined;
  worker.ref();
  return worker;
}

function begin(): Worker {
  const worker = new Worker(WORKER, { execArgv: [] });
  // Whoever waits for it hears of its end; one that dies while nobody does is simply not there next time.
  worker.on('error', () => undefined);
  worker.once('exit', () => {
    if (idle === worker) idle = undefined;
  });
  return worker;
}

function keep(worker: Worker): void {
  if (idle !== undefined) return void worker.terminate();
  idle = worker;
  worker.unref();
  idleEnds = setTimeout(() => void worker.terminate(), KEPT_MS).unref();
}
