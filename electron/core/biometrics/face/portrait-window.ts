import { NO_ADJUST, type PortraitAdjust } from './portrait-adjust.ts';
import { distancePx, between, type RgbaImage, type Spot } from './rgba-image.ts';

/** The portrait that the register keeps, px. Source: BSI TR-03121-3 Volume 2, face, 1244×1600, 24-bit sRGB. */
export const PORTRAIT_PX = { widthPx: 1_244, heightPx: 1_600 } as const;
/** The chip's copy, JPEG 2000 of at most 17 kB. */
export const CHIP_PORTRAIT_PX = { widthPx: 622, heightPx: 800, maxBytes: 17_000 } as const;

/**
 * Height of the head over that of the picture, and where the eyes stand, inside what ISO/IEC 19794-5 allows (0.6..0.9; 0.3..0.5).
 * Low, because the head's length is reckoned without the hair, which must be seen whole.
 */
const HEAD_SHARE = 0.63;
export const EYE_LINE = 0.45;
/** From the eyes to the chin over the whole head with hair. Source: OFIQ's note on T against head length. */
export const EYES_TO_CHIN_SHARE = 0.55;

export type Eyes = { readonly rightEye: Spot; readonly leftEye: Spot; readonly chin: Spot };

/**
 * A part of an image that becomes a portrait: the middle of the `eyes` (px of the image) comes to `at` (px of the portrait), `scale` = px
 * of the portrait per px of the image (never above 1: nothing is enlarged), turned by `turnRad` so that the eyes stand level.
 */
export type PortraitWindow = { readonly eyes: Spot; readonly at: Spot; readonly turnRad: number; readonly scale: number; readonly widthPx: number; readonly heightPx: number };

/** Where the portrait lies in the image, moved by hand or not. An image too small for 1244×1600 gives a smaller portrait of the same shape. */
export function portraitWindow({ rightEye, leftEye, chin }: Eyes, { right, down, zoom, turnDeg }: PortraitAdjust = NO_ADJUST): PortraitWindow {
  const eyes = between(rightEye, leftEye);
  const wanted = (zoom * HEAD_SHARE * PORTRAIT_PX.heightPx * EYES_TO_CHIN_SHARE) / distancePx(eyes, chin);
  const scale = Math.min(1, wanted);
  const widthPx = Math.max(1, Math.round((PORTRAIT_PX.widthPx * scale) / wanted));
  const heightPx = Math.max(1, Math.round((PORTRAIT_PX.heightPx * scale) / wanted));
  return {
    eyes, scale, widthPx, heightPx, at: { x: widthPx * (0.5 + right), y: heightPx * (EYE_LINE + down) },
    turnRad: Math.atan2(leftEye.y - rightEye.y, leftEye.x - rightEye.x) - (turnDeg * Math.PI) / 180,
  };
}

/** Where a place of the image lies in the portrait, px of the portrait. */
export function inPortrait({ eyes, at, turnRad, scale }: PortraitWindow, { x, y }: Spot): Spot {
  const [dx, dy] = [(x - eyes.x) * scale, (y - eyes.y) * scale];
  return { x: at.x + dx * Math.cos(turnRad) + dy * Math.sin(turnRad), y: at.y - dx * Math.sin(turnRad) + dy * Math.cos(turnRad) };
}

/** Where a place of the portrait lies in the image. */
export function inImage({ eyes, at, turnRad, scale }: PortraitWindow, { x, y }: Spot): Spot {
  const [u, v] = [(x - at.x) / scale, (y - at.y) / scale];
  return { x: eyes.x + u * Math.cos(turnRad) - v * Math.sin(turnRad), y: eyes.y + u * Math.sin(turnRad) + v * Math.cos(turnRad) };
}

/** How far the window reaches over the image's edge, as a share of its own width; 0 = it lies inside. */
export function outside(window: PortraitWindow, image: Pick<RgbaImage, 'widthPx' | 'heightPx'>): number {
  const corners = [[0, 0], [window.widthPx, 0], [0, window.heightPx], [window.widthPx, window.heightPx]].map(([x, y]) => inImage(window, { x: x!, y: y! }));
  const over = corners.flatMap(({ x, y }) => [-x, -y, x - image.widthPx, y - image.heightPx]);
  return (Math.max(0, ...over) * window.scale) / window.widthPx;
}
