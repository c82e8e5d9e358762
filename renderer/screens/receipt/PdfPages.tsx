import { useEffect, useRef, useState } from 'react';
import type { PDFPageProxy } from 'pdfjs-dist';
import { useT } from '../../app/hooks.ts';
import { useZoom, ZoomFrame } from '../../ui/index.ts';
import { usePdf } from './use-pdf.ts';

/** A PDF point is 1/72 inch, a CSS pixel 1/96. */
const PX_PER_POINT = 96 / 72;
const MARGIN_PX = 12;

/** A PDF as it will be printed: the same bytes, drawn page by page; the first page is seen whole. */
export function PdfPages({ pdf, onFailed, title }: { readonly pdf: Uint8Array; readonly onFailed: () => void; /** Of the paper, where it is no receipt. */ readonly title?: string }) {
  const pages = usePdf(pdf, onFailed);
  return pages?.[0] === undefined ? null : <Sheets pages={pages} first={pages[0]} title={title} />;
}

type SheetsProps = { readonly pages: readonly PDFPageProxy[]; readonly first: PDFPageProxy; readonly title: string | undefined };

function Sheets({ pages, first, title }: SheetsProps) {
  const t = useT('receipt');
  const { width, height } = first.getViewport({ scale: PX_PER_POINT });
  const zoom = useZoom({ widthPx: width, heightPx: height, marginPx: MARGIN_PX });
  return (
    <ZoomFrame zoom={zoom} label={title ?? t('title')} caption={title ?? t('preview.short')}>
      <div className="pdf" data-pages={pages.length}>{pages.map((page) => <Sheet key={page.pageNumber} page={page} zoom={zoom.shown} />)}</div>
    </ZoomFrame>
  );
}

/** Drawn anew at every size, so that small letters stay sharp; until then the last drawing is stretched. */
function Sheet({ page, zoom }: { readonly page: PDFPageProxy; readonly zoom: number }) {
  const t = useT('receipt');
  const canvas = useRef<HTMLCanvasElement>(null);
  // Shown when whole: a half-drawn receipt looks like a broken one.
  const [drawn, setDrawn] = useState(false);
  const size = page.getViewport({ scale: PX_PER_POINT * zoom });
  useEffect(() => {
    const draft = document.createElement('canvas');
    const viewport = page.getViewport({ scale: PX_PER_POINT * zoom * window.devicePixelRatio });
    draft.width = viewport.width;
    draft.height = viewport.height;
    const task = page.render({ canvas: draft, viewport });
    task.promise.then(() => {
      if (canvas.current !== null) copy(draft, canvas.current);
      setDrawn(true);
    }, () => undefined);
    return () => task.cancel();
  }, [page, zoom]);
  return (
    <canvas
      ref={canvas} className="pdf-page" role="img" aria-label={t('preview', { page: page.pageNumber })}
      style={{ width: Math.floor(size.width), height: Math.floor(size.height), ...(drawn ? {} : { visibility: 'hidden' }) }}
    />
  );
}

function copy(from: HTMLCanvasElement, to: HTMLCanvasElement): void {
  to.width = from.width;
  to.height = from.height;
  to.getContext('2d')?.drawImage(from, 0, 0);
}
