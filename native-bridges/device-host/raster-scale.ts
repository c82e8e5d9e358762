import type { Raster } from '../../drivers/contract/driver.ts';

/** Width at which a live picture is looked at and shown. */
export const LIVE_WIDTH_PX = 640;

/** Mean of every source pixel under each target pixel; never enlarges. Rows and columns are cut to whole pixels. */
export function fittedTo(raster: Raster, maxWidthPx: number): Raster {
  if (raster.widthPx <= maxWidthPx) return raster;
  const { channels } = raster;
  const scale = raster.widthPx / maxWidthPx;
  const heightPx = Math.max(1, Math.round(raster.heightPx / scale));
  const pixels = new Uint8Array(maxWidthPx * heightPx * channels);
  for (let y = 0; y < heightPx; y++) {
    const top = Math.floor(y * scale);
    const bottom = Math.max(top + 1, Math.min(raster.heightPx, Math.floor((y + 1) * scale)));
    for (let x = 0; x < maxWidthPx; x++) {
      const left = Math.floor(x * scale);
      const right = Math.max(left + 1, Math.min(raster.widthPx, Math.floor((x + 1) * scale)));
      for (let c = 0; c < channels; c++) pixels[(y * maxWidthPx + x) * channels + c] = meanOf(raster, { top, bottom, left, right }, c);
    }
  }
  return { widthPx: maxWidthPx, heightPx, channels, pixels };
}

type Box = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

function meanOf({ pixels, widthPx, channels }: Raster, { top, bottom, left, right }: Box, channel: number): number {
  let sum = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) sum += pixels[(y * widthPx + x) * channels + channel]!;
  }
  return Math.round(sum / ((bottom - top) * (right - left)));
}
