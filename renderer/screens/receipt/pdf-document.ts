import type { PDFDocumentProxy } from 'pdfjs-dist';

/**
 * pdfjs wants a worker from a script address, which the page's policy (Trusted Types, CSP) leaves to nobody. Given its
 * worker code on `globalThis.pdfjsWorker` it runs on this thread instead; a receipt is one page of text, about 50 ms.
 */
async function loadLibrary() {
  const [library, worker] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')]);
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
  return library;
}

/** Opens PDF bytes for drawing. Fonts come embedded, so nothing is fetched. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument } = await loadLibrary();
  // pdfjs takes the buffer over; the caller keeps its own for printing.
  return getDocument({ data: new Uint8Array(bytes), isEvalSupported: false, useWasm: false, useWorkerFetch: false, disableFontFace: false }).promise;
}
