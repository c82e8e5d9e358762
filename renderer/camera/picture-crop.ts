/** Width to height of a portrait, 35 mm × 45 mm: live picture and still show the same part of what the camera sees. */
const ASPECT = 35 / 45;
/** As wide as the live picture of device-host's cameras. */
export const LIVE_WIDTH_PX = 480;

export type Crop = { readonly leftPx: number; readonly topPx: number; readonly widthPx: number; readonly heightPx: number };

/** The largest upright portrait in the middle of a picture; whole pixels. */
export function portraitCrop(widthPx: number, heightPx: number): Crop {
  const wide = Math.min(widthPx, Math.floor(heightPx * ASPECT));
  const high = Math.min(heightPx, Math.floor(wide / ASPECT));
  return { leftPx: (widthPx - wide) >> 1, topPx: (heightPx - high) >> 1, widthPx: wide, heightPx: high };
}

/** Size of the live picture for a crop: never enlarged. */
export function liveSize({ widthPx, heightPx }: Crop): { readonly widthPx: number; readonly heightPx: number } {
  const scale = Math.min(1, LIVE_WIDTH_PX / widthPx);
  return { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
}
