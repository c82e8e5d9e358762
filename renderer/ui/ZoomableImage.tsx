import type { ReactNode } from 'react';
import { useZoom } from './use-zoom.ts';
import { ZoomFrame } from './ZoomFrame.tsx';

export type ZoomableImageProps = {
  /** A blob: URL. */
  readonly src: string;
  readonly alt: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** What and when, always with the picture. */
  readonly caption: string;
  /** Drawn over the picture and zoomed with it, for example boxes in an SVG of the picture's own size. */
  readonly overlay?: ReactNode;
};

/** An image as evidence: fits at first, wheel and +/− zoom, 1 = true size, 0 = fit; never stretched. */
export function ZoomableImage({ src, alt, widthPx, heightPx, caption, overlay }: ZoomableImageProps) {
  const zoom = useZoom({ widthPx, heightPx });
  const size = { width: Math.floor(widthPx * zoom.shown), height: Math.floor(heightPx * zoom.shown) };
  return (
    <ZoomFrame zoom={zoom} label={alt} caption={caption}>
      <span className="zoomable-picture" style={size}>
        <img src={src} alt={alt} draggable={false} style={size} />
        {overlay}
      </span>
    </ZoomFrame>
  );
}
