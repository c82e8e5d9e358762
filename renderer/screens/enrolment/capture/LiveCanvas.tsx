import { useEffect, useRef } from 'react';
import { fillRgba, isWhole } from './frame-pixels.ts';
import type { PortraitSource } from './portrait-source.ts';

/** The live image: every frame straight onto the canvas, none through React. */
export function LiveCanvas({ session, label }: { readonly session: Pick<PortraitSource, 'onFrame'>; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const picture = useRef<ImageData>(undefined);
  useEffect(() => session.onFrame((frame) => {
    const element = canvas.current;
    if (element === null || !isWhole(frame)) return;
    const { widthPx, heightPx } = frame;
    if (element.width !== widthPx || element.height !== heightPx) {
      element.width = widthPx;
      element.height = heightPx;
    }
    const context = element.getContext('2d');
    if (context === null) return;
    // One picture is kept for all frames of a size: a new one for each would be 20 MB a second to be cleared away while keys wait.
    if (picture.current?.width !== widthPx || picture.current.height !== heightPx) picture.current = context.createImageData(widthPx, heightPx);
    fillRgba(picture.current.data, frame);
    context.putImageData(picture.current, 0, 0);
  }), [session]);
  return <canvas ref={canvas} className="live-canvas" role="img" aria-label={label} width={640} height={600} />;
}
