import { useEffect, useRef, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useT } from '../../app/hooks.ts';
import { openPdf } from './pdf-document.ts';

/** CSS pixels per PDF point on the screen: an A5 page becomes 630 px wide. */
const SCALE = 1.5;

/** A PDF as it will be printed: the same bytes, drawn page by page. */
export function PdfPages({ pdf, onFailed }: { readonly pdf: Uint8Array; readonly onFailed: () => void }) {
  const [document, setDocument] = useState<PDFDocumentProxy>();
  const failed = useRef(onFailed);
  useEffect(() => {
    failed.current = onFailed;
  });
  useEffect(() => {
    let wanted = true;
    const opening = openPdf(pdf);
    opening.then((opened) => wanted && setDocument(opened), () => wanted && failed.current());
    return () => {
      wanted = false;
      void opening.then((opened) => opened.loadingTask.destroy(), () => undefined);
    };
  }, [pdf]);
  if (document === undefined) return null;
  return <div className="pdf" data-pages={document.numPages}>{Array.from({ length: document.numPages }, (_, i) => <PdfPage key={i} document={document} number={i + 1} />)}</div>;
}

function PdfPage({ document, number }: { readonly document: PDFDocumentProxy; readonly number: number }) {
  const t = useT('receipt');
  const canvas = useRef<HTMLCanvasElement>(null);
  // Shown when whole: a half-drawn receipt looks like a broken one.
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    let cancel = (): void => undefined;
    void document.getPage(number).then((page) => {
      const element = canvas.current;
      if (element === null) return;
      const viewport = page.getViewport({ scale: SCALE * window.devicePixelRatio });
      element.width = viewport.width;
      element.height = viewport.height;
      element.style.width = `${viewport.width / window.devicePixelRatio}px`;
      const task = page.render({ canvas: element, viewport });
      cancel = () => task.cancel();
      task.promise.then(() => setDrawn(true), () => undefined);
    });
    return () => cancel();
  }, [document, number]);
  return <canvas ref={canvas} className="pdf-page" role="img" aria-label={t('preview', { page: number })} style={drawn ? {} : { visibility: 'hidden' }} />;
}
