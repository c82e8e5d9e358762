import { parentPort } from 'node:worker_threads';
import { drawForm } from './receipts/draw-form.ts';
import { drawReceipt } from './receipts/draw-receipt.ts';
import type { PaperAnswer, PaperOrder } from './receipts/render-receipt.ts';
import type { ReceiptInput } from './seams.ts';

/** Nobody's receipt: drawing it once loads fonts and compiles what draws. */
const BLANK: ReceiptInput = {
  number: '', dossierId: '', fullName: 'Ă', pid: '', birthDate: '2000', sex: '0', kind: 'exchange', receivedAt: '2000-01-01T00:00:00.000Z', dueOn: '2000-01-01',
  station: 'Ơ', counter: '', officerName: '', auditHead: '0'.repeat(64), code: 'TCC2:', signed: true, copy: 0, practice: true, issuedAt: '2000-01-01T00:00:00.000Z',
};

/** Draws one paper after the other off the store's thread. */
async function answer(order: PaperOrder): Promise<PaperAnswer> {
  try {
    return { ok: true, value: order.paper === 'form' ? await drawForm(order.input) : await drawReceipt(order.paper === 'receipt' ? order.input : BLANK) };
  } catch (error) {
    // The message could quote the citizen's data: only the kind of error leaves the thread.
    return { ok: false, name: error instanceof Error ? error.name : typeof error };
  }
}

parentPort?.on('message', (order: PaperOrder) => void answer(order).then((message) => parentPort?.postMessage(message)));
