import type { Finger, Slap } from '../../electron/core/dossier/capture-slots.ts';
import type { GrayImage } from '../../electron/core/biometrics/image/gray-image.ts';
import { impression } from '../../drivers/personas/impression.ts';
import { masterFinger } from '../../drivers/personas/master-finger.ts';
import type { ImpressionRequest, MasterFinger, SlapImpression, SlapRequest } from '../../drivers/personas/prints.ts';
import { slap } from '../../drivers/personas/slap.ts';

const grown = new Map<string, MasterFinger>();

/** Growing a finger is the slow part: each is grown once in a run. */
export function skinOf(seed: number, finger: Finger): MasterFinger {
  const key = `${seed}/${finger}`;
  const skin = grown.get(key) ?? masterFinger(seed, finger);
  grown.set(key, skin);
  return skin;
}

export const forgetSkins = (): void => grown.clear();

const at500 = ({ widthPx, heightPx, pixels }: Omit<GrayImage, 'ppi'>): GrayImage => ({ widthPx, heightPx, pixels, ppi: 500 });

export const printOf = (seed: number, finger: Finger, request: ImpressionRequest): GrayImage => at500(impression(skinOf(seed, finger), request).raster);

export function slapOf(seed: number, slot: Slap, request: SlapRequest): { readonly image: GrayImage; readonly fingers: SlapImpression['fingers'] } {
  const { raster, fingers } = slap(seed, slot, request, (finger) => skinOf(seed, finger));
  return { image: at500(raster), fingers };
}
