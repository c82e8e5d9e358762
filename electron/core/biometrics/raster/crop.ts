import type { GrayImage } from '../image/gray-image.ts';

/** A rectangle in pixels from the top left of its image. */
export type Box = { readonly leftPx: number; readonly topPx: number; readonly widthPx: number; readonly heightPx: number };

/** The part of `box` that lies inside the image; empty (0 × 0) when none does. */
export function clampBox(box: Box, image: { readonly widthPx: number; readonly heightPx: number }): Box {
  const leftPx = Math.max(0, Math.min(image.widthPx, Math.floor(box.leftPx)));
  const topPx = Math.max(0, Math.min(image.heightPx, Math.floor(box.topPx)));
  const right = Math.max(leftPx, Math.min(image.widthPx, Math.ceil(box.leftPx + box.widthPx)));
  const bottom = Math.max(topPx, Math.min(image.heightPx, Math.ceil(box.topPx + box.heightPx)));
  return { leftPx, topPx, widthPx: right - leftPx, heightPx: bottom - topPx };
}

export function crop(image: GrayImage, box: Box): GrayImage {
  const { leftPx, topPx, widthPx, heightPx } = clampBox(box, image);
  const pixels = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    const start = (topPx + y) * image.widthPx + leftPx;
    pixels.set(image.pixels.subarray(start, start + widthPx), y * widthPx);
  }
  return { widthPx, heightPx, pixels, ppi: image.ppi };
}

/** Intersection over union of two boxes, 0..1. */
export function overlapOf(a: Box, b: Box): number {
  const width = Math.min(a.leftPx + a.widthPx, b.leftPx + b.widthPx) - Math.max(a.leftPx, b.leftPx);
  const height = Math.min(a.topPx + a.heightPx, b.topPx + b.heightPx) - Math.max(a.topPx, b.topPx);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (a.widthPx * a.heightPx + b.widthPx * b.heightPx - shared);
}
