import { parentPort, workerData } from 'node:worker_threads';
import { drawForm } from './receipts/draw-form.ts';
import { drawReceipt } from './receipts/draw-receipt.ts';
import type { PaperAnswer, PaperOrder } from './receipts/render-receipt.ts';

/** Draws one paper off the store's thread, answers and ends. */
async function answer(order: PaperOrder): Promise<PaperAnswer> {
  try {
    return { ok: true, value: order.paper === 'receipt' ? await drawReceipt(order.input) : await drawForm(order.input) };
  } catch (error) {
    // The message could quote the citizen's data: only the kind of error leaves the thread.
    return { ok: false, name: error instanceof Error ? error.name : typeof error };
  }
}

void answer(workerData as PaperOrder).then((message) => parentPort?.postMessage(message));
