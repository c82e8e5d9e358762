import type { PDFDocumentProxy } from 'pdfjs-dist';

const IDLE_WITHIN_MS = 20_000;
let library: ReturnType<typeof load> | undefined;

/** Loads what draws PDFs in an idle moment, before anybody waits for a receipt. */
export function preparePdf(): void {
  globalThis.requestIdleCallback?.(() => void loaded().catch(() => undefined), { timeout: IDLE_WITHIN_MS });
}

function loaded(): ReturnType<typeof load> {
  library ??= load();
  library.catch(() => (library = undefined));
  return library;
}

/**
 * pdfjs wants a worker from a script address, which the page's policy (Trusted Types, CSP) leaves to nobody. Given its
 * worker code on `globalThis.pdfjsWorker` it runs on this thread instead; a receipt is one page of text, about 50 ms.
 */
async function load() {
  const [pdfjs, worker] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')]);
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
  return pdfjs;
}

/** Opens PDF bytes for drawing. Fonts come embedded, so nothing is fetched. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument } = await loaded();
  // pdfjs takes the buffer over; the caller keeps its own for printing.
  return getDocument({ data: new Uint8Array(bytes), isEvalSupported: false, useWasm: false, useWorkerFetch: false, disableFontFace: false }).promise;
}
