import type { PreviewFrame } from '../../../../electron/contract/device.ts';

type Frame = Pick<PreviewFrame, 'widthPx' | 'heightPx' | 'channels' | 'pixels'>;

/** Whether a frame holds as many pixels as it claims. */
export const isWhole = ({ widthPx, heightPx, channels, pixels }: Frame): boolean =>
  widthPx > 0 && heightPx > 0 && pixels.length === widthPx * heightPx * channels;

/** Writes a whole frame, grey or RGBA, into `rgba` of its size. Twenty frames a second pass here while keys wait: one write a pixel. */
export function fillRgba(rgba: Uint8ClampedArray<ArrayBuffer>, { channels, pixels }: Frame): void {
  if (channels === 4) return rgba.set(pixels);
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, pixels.length);
  // Every machine the program runs on stores the lowest byte first: red, green, blue, then opacity.
  for (let i = 0; i < words.length; i++) words[i] = (pixels[i]! * 0x010101) | 0xff000000;
}
