import { parentPort, workerData } from 'node:worker_threads';
import { drawReceipt } from './receipts/draw-receipt.ts';
import type { ReceiptAnswer } from './receipts/render-receipt.ts';
import type { ReceiptInput } from './seams.ts';

/** Draws one receipt off the store's thread, answers and ends. */
async function answer(): Promise<ReceiptAnswer> {
  try {
    return { ok: true, value: await drawReceipt(workerData as ReceiptInput) };
  } catch (error) {
    // The message could quote the citizen's data: only the kind of error leaves the thread.
    return { ok: false, name: error instanceof Error ? error.name : typeof error };
  }
}

void answer().then((message) => parentPort?.postMessage(message));
