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
};

/** An image as evidence: fits at first, wheel and +/− zoom, 1 = true size, 0 = fit; never stretched. */
export function ZoomableImage({ src, alt, widthPx, heightPx, caption }: ZoomableImageProps) {
  const zoom = useZoom({ widthPx, heightPx });
  return (
    <ZoomFrame zoom={zoom} label={alt} caption={caption}>
      <img src={src} alt={alt} draggable={false} style={{ width: Math.floor(widthPx * zoom.shown), height: Math.floor(heightPx * zoom.shown) }} />
    </ZoomFrame>
  );
}
