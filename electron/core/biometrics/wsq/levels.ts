import type { GrayImage } from '../image/gray-image.ts';
import type { Workspace } from './workspace.ts';

/** How pixels became samples: sample = (pixel - shift) / scale. */
export type Levels = { readonly shift: number; readonly scale: number };

const VECTOR_PIXELS = 16;

/** Shifts by the mean and scales so that the farther extreme is 128. A flat image keeps scale 1. */
export function normalise(image: GrayImage, workspace: Workspace): Levels {
  const { pixels, widthPx, heightPx } = image;
  const { plane, simd } = workspace;
  if (simd !== undefined) new Uint8Array(simd.buffer, simd.pixelsAt, pixels.length).set(pixels);
  const { least, most, sum } = measure(pixels, workspace);
  const shift = sum / pixels.length;
  const scale = Math.max(shift - least, most - shift) / 128 || 1;
  const factor = 1 / scale;
  for (let y = 0, from = 0; y < heightPx; y++) {
    const start = y * plane.stride;
    if (simd !== undefined) simd.kernels.normalise(simd.pixelsAt + y * widthPx, simd.planeAt + 4 * start, widthPx, shift, factor);
    else for (let i = start; i < start + widthPx; i++) plane.samples[i] = (pixels[from++]! - shift) * factor;
  }
  return { shift, scale };
}

type Range = { least: number; most: number; sum: number };

function measure(pixels: Uint8Array, workspace: Workspace): Range {
  const { simd } = workspace;
  const range: Range = { least: 255, most: 0, sum: 0 };
  let measured = 0;
  if (simd !== undefined) {
    measured = pixels.length - (pixels.length % VECTOR_PIXELS);
    simd.kernels.range(simd.pixelsAt, simd.scratchAt, measured);
    range.least = Math.min(...new Uint8Array(simd.buffer, simd.scratchAt, VECTOR_PIXELS));
    range.most = Math.max(...new Uint8Array(simd.buffer, simd.scratchAt + VECTOR_PIXELS, VECTOR_PIXELS));
    range.sum = new Uint32Array(simd.buffer, simd.scratchAt + 2 * VECTOR_PIXELS, 4).reduce((total, part) => total + part, 0);
  }
  for (let i = measured; i < pixels.length; i++) {
    const pixel = pixels[i]!;
    if (pixel < range.least) range.least = pixel;
    if (pixel > range.most) range.most = pixel;
    range.sum += pixel;
  }
  return range;
}

/** Pixels of the plane, rounded and kept within 0..255. */
export function denormalise(workspace: Workspace, levels: Levels): Uint8Array {
  const { plane, simd, widthPx, heightPx } = workspace;
  if (simd !== undefined) {
    for (let y = 0; y < heightPx; y++) {
      simd.kernels.denormalise(simd.planeAt + 4 * y * plane.stride, simd.pixelsAt + y * widthPx, widthPx, levels.scale, levels.shift);
    }
    return new Uint8Array(simd.buffer, simd.pixelsAt, widthPx * heightPx).slice();
  }
  const pixels = new Uint8Array(widthPx * heightPx);
  for (let y = 0, at = 0; y < heightPx; y++) {
    for (let i = y * plane.stride; i < y * plane.stride + widthPx; i++) {
      const value = plane.samples[i]! * levels.scale + levels.shift + 0.5;
      pixels[at++] = value < 0 ? 0 : value > 255 ? 255 : value;
    }
  }
  return pixels;
}
