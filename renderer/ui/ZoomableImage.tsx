import { useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/i18n.ts';
import { Button } from './Button.tsx';

export type ZoomableImageProps = {
  /** A blob: URL. */
  readonly src: string;
  readonly alt: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** What and when, always with the picture. */
  readonly caption: string;
};

const STEP = 1.25;
const MAX_ZOOM = 8;
type Zoom = number | 'fit';

/** Zoom by `factor` from what is shown now, never below the size that fits or 1/10. */
export const nextZoom = (shown: number, factor: number): number => Math.min(MAX_ZOOM, Math.max(0.1, shown * factor));

/** An image as evidence: fits at first, wheel and +/− zoom, 1 = true size, 0 = fit; never stretched. */
export function ZoomableImage({ src, alt, widthPx, heightPx, caption }: ZoomableImageProps) {
  const t = useT('shell');
  const pane = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [fit, setFit] = useState(1);
  useEffect(() => {
    const element = pane.current;
    if (element === null) return;
    const measure = (): void => setFit(Math.min(element.clientWidth / widthPx, element.clientHeight / heightPx) || 1);
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [widthPx, heightPx]);
  const shown = zoom === 'fit' ? fit : zoom;
  useWheel(pane, (factor) => setZoom((z) => nextZoom(z === 'fit' ? fit : z, factor)));
  const onKey = (key: string): void => {
    if (key === '+' || key === '=') setZoom(nextZoom(shown, STEP));
    if (key === '-') setZoom(nextZoom(shown, 1 / STEP));
    if (key === '0') setZoom('fit');
    if (key === '1') setZoom(1);
  };
  return (
    <figure className="zoomable">
      <div ref={pane} className="zoomable-pane" tabIndex={0} role="group" aria-label={alt} onKeyDown={(event) => onKey(event.key)}>
        <img src={src} alt={alt} draggable={false} style={{ width: Math.floor(widthPx * shown), height: Math.floor(heightPx * shown) }} />
      </div>
      <figcaption>
        <span>{caption}</span>
        <span className="zoomable-tools">
          <Button onClick={() => onKey('-')} title={t('zoomOut')}>−</Button>
          <span className="zoomable-scale">{Math.round(shown * 100)}%</span>
          <Button onClick={() => onKey('+')} title={t('zoomIn')}>+</Button>
          <Button onClick={() => onKey('0')} shortcut="0">{t('zoomFit')}</Button>
          <Button onClick={() => onKey('1')} shortcut="1">{t('zoomTrue')}</Button>
        </span>
      </figcaption>
    </figure>
  );
}

/** React's wheel listener is passive; this one keeps the page from scrolling under the picture. */
function useWheel(pane: React.RefObject<HTMLDivElement | null>, zoomBy: (factor: number) => void): void {
  const newest = useRef(zoomBy);
  useEffect(() => {
    newest.current = zoomBy;
  });
  useEffect(() => {
    const element = pane.current;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      newest.current(event.deltaY < 0 ? STEP : 1 / STEP);
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [pane]);
}
