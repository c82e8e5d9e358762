import { useEffect, useRef } from 'react';
import type { PreviewFrame } from '../../../../electron/contract/device.ts';
import type { PortraitSource } from './portrait-source.ts';

/** RGBA for the canvas out of a grey or RGBA frame; a frame whose size is not what it claims gives `undefined`. */
export function toRgba(frame: Pick<PreviewFrame, 'widthPx' | 'heightPx' | 'channels' | 'pixels'>): Uint8ClampedArray<ArrayBuffer> | undefined {
  const count = frame.widthPx * frame.heightPx;
  if (count === 0 || frame.pixels.length !== count * frame.channels) return undefined;
  const rgba = new Uint8ClampedArray(count * 4);
  if (frame.channels === 4) {
    rgba.set(frame.pixels);
    return rgba;
  }
  for (let i = 0; i < count; i++) {
    const grey = frame.pixels[i] ?? 0;
    rgba[i * 4] = grey;
    rgba[i * 4 + 1] = grey;
    rgba[i * 4 + 2] = grey;
    rgba[i * 4 + 3] = 255;
  }
  return rgba;
}

/** The live image: every frame straight onto the canvas, none through React. */
export function LiveCanvas({ session, label }: { readonly session: Pick<PortraitSource, 'onFrame'>; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => session.onFrame((frame) => {
    const element = canvas.current;
    const rgba = toRgba(frame);
    if (element === null || rgba === undefined) return;
    if (element.width !== frame.widthPx || element.height !== frame.heightPx) {
      element.width = frame.widthPx;
      element.height = frame.heightPx;
    }
    element.getContext('2d')?.putImageData(new ImageData(rgba, frame.widthPx, frame.heightPx), 0, 0);
  }), [session]);
  return <canvas ref={canvas} className="live-canvas" role="img" aria-label={label} width={640} height={600} />;
}
