import { encode as encodePng } from 'fast-png';
import { expect, it } from 'vitest';
import { syntheticRidges } from '../../../electron/core/biometrics/image/synthetic-ridges.ts';
import { encodeJpeg2000 } from '../../kit/jpeg2000/encode.ts';
import { decodePicture } from './sbi-pictures.ts';

const { widthPx, heightPx, pixels } = syntheticRidges({ widthPx: 64, heightPx: 48, seed: 2 });
const lossless = await encodeJpeg2000({ widthPx, heightPx, channels: 1, pixels }, 'lossless');
const png = Uint8Array.from(encodePng({ width: widthPx, height: heightPx, data: pixels, channels: 1, depth: 8 }));

it.each([
  ['JPEG 2000 without loss, which registration devices give', 5, lossless.ok ? lossless.value : new Uint8Array()],
  ['JPEG 2000 under the lossy code', 4, lossless.ok ? lossless.value : new Uint8Array()],
  ['PNG', 6, png],
] as const)('opens %s by its code of ISO/IEC 19794-4:2011', async (_what, code, bytes) => {
  expect(await decodePicture(bytes, code)).toEqual({ widthPx, heightPx, channels: 1, pixels: Uint8Array.from(pixels) });
});

it('opens nothing under a code that says something else', async () => {
  expect(await decodePicture(png, 5)).toBe('damaged');
  expect(await decodePicture(png, 7)).toBeUndefined();
});
