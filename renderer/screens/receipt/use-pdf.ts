import { useEffect, useRef, useState } from 'react';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { openPdf } from './pdf-document.ts';

/** The pages of a PDF, `undefined` until they are read; `onFailed` hears of bytes that are no PDF. */
export function usePdf(pdf: Uint8Array, onFailed: () => void): readonly PDFPageProxy[] | undefined {
  const [pages, setPages] = useState<readonly PDFPageProxy[]>();
  const failed = useRef(onFailed);
  useEffect(() => {
    failed.current = onFailed;
  });
  useEffect(() => {
    let wanted = true;
    const opening = openPdf(pdf);
    opening.then(pagesOf).then((read) => wanted && setPages(read), () => wanted && failed.current());
    return () => {
      wanted = false;
      void opening.then((opened) => opened.loadingTask.destroy(), () => undefined);
    };
  }, [pdf]);
  return pages;
}

const pagesOf = (document: PDFDocumentProxy): Promise<PDFPageProxy[]> =>
  Promise.all(Array.from({ length: document.numPages }, (_, i) => document.getPage(i + 1)));
