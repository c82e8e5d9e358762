import type { Result } from '../../result/result.ts';
import { attempt, CodecFault, type CodecError } from '../codec-error.ts';
import { assessPortrait, type AssessOrder, type PortraitAssessment } from './assess-portrait.ts';
import type { FaceFinder } from './detect/face-finder.ts';
import type { RgbaImage } from './rgba-image.ts';

/** `searchEvery`: in a live stream every so many frames the whole picture is searched. */
export type LookOrder = AssessOrder & { readonly searchEvery: number };

/**
 * Finds the face in an image and measures every criterion of the portrait.
 * Errors: `face.bad-image` for an image whose pixels are not what its size says; `face.bad-answer` for a network that answers
 * with too few numbers or with what is none. Either way the next image is searched whole.
 */
export function lookAtPortrait(finder: FaceFinder, image: RgbaImage, { searchEvery, ...order }: LookOrder): Result<PortraitAssessment, CodecError> {
  const looked = attempt(() => {
    expectImage(image);
    return assessPortrait(image, finder.find(image, searchEvery), order);
  });
  if (!looked.ok) finder.forget();
  return looked;
}

function expectImage({ widthPx, heightPx, pixels }: RgbaImage): void {
  const sides = [widthPx, heightPx].every((side) => Number.isInteger(side) && side > 0);
  if (!sides || pixels.length !== widthPx * heightPx * 4) throw new CodecFault('face.bad-image', 0, 'pixels are not what the size says');
}
