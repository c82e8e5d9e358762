import { useEffect, useLayoutEffect, useRef, useState } from 'react';

const STEP = 1.25;
const MAX_ZOOM = 8;
const LEAST_FIT = 0.05;

export type PictureSize = {
  /** At 100 %, CSS pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Kept free on every side while it fits. */
  readonly marginPx?: number;
};
export type Zoomed = {
  /** The element that the picture is seen through. */
  readonly pane: React.RefObject<HTMLDivElement | null>;
  /** How large the picture is shown; 1 = 100 %, 0 = the pane's size is not known yet and nothing is shown. */
  readonly shown: number;
  readonly onKey: (key: string) => void;
};

/** Zoom by `factor` from what is shown now, never below 1/10. */
export const nextZoom = (shown: number, factor: number): number => Math.min(MAX_ZOOM, Math.max(0.1, shown * factor));

/** Fits at first and follows the pane's size; wheel and +/− zoom, 1 = true size, 0 = fit. */
export function useZoom({ widthPx, heightPx, marginPx = 0 }: PictureSize): Zoomed {
  const pane = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<number | 'fit'>('fit');
  const [fit, setFit] = useState(0);
  // Before anything is painted: a picture at its true size for one frame looks like a jump.
  useLayoutEffect(() => {
    const element = pane.current;
    if (element === null) return;
    const measure = (): void => {
      const wanted = Math.min((element.clientWidth - 2 * marginPx) / widthPx, (element.clientHeight - 2 * marginPx) / heightPx);
      setFit(Math.max(LEAST_FIT, wanted || 1));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [widthPx, heightPx, marginPx]);
  const shown = zoom === 'fit' ? fit : zoom;
  useWheel(pane, (factor) => setZoom((z) => nextZoom(z === 'fit' ? fit : z, factor)));
  const onKey = (key: string): void => {
    if (key === '+' || key === '=') setZoom(nextZoom(shown, STEP));
    if (key === '-') setZoom(nextZoom(shown, 1 / STEP));
    if (key === '0') setZoom('fit');
    if (key === '1') setZoom(1);
  };
  return { pane, shown, onKey };
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
