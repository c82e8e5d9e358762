/** 8-bit colour pixels, row-major, four bytes each (red, green, blue, unused), no padding. */
export type RgbaImage = { readonly widthPx: number; readonly heightPx: number; readonly pixels: Uint8Array | Uint8ClampedArray };

/** A place in an image, px from its top left. */
export type Spot = { readonly x: number; readonly y: number };

/** Luma of Rec. 709 without transfer, 0..255. */
export const lumaAt = ({ pixels }: RgbaImage, at: number): number => 0.2126 * pixels[at]! + 0.7152 * pixels[at + 1]! + 0.0722 * pixels[at + 2]!;

export const distancePx = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.y - b.y);
export const between = (a: Spot, b: Spot): Spot => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
