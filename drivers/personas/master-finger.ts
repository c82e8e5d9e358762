import { FINGERS, type Finger } from '../../electron/core/dossier/capture-slots.ts';
import { fingerBuild } from './build.ts';
import { RADIUS_PX, kernelNumber } from './gabor-bank.ts';
import { drawClass } from './pattern-class.ts';
import { between, gaussian, joinSeeds, randomFrom, smoothNoise, type Random } from './persona-random.ts';
import { pierce } from './pores.ts';
import type { MasterFinger } from './prints.ts';
import { ridgeFlowOf, type RidgeFlow } from './ridge-flow.ts';
import { NO_SKIN, type Skin } from './ridge-engine.ts';
import { growRidges } from './ridges.ts';
import { trueMinutiae } from './true-minutiae.ts';
import { doubled } from './upsample.ts';

/** Skin of an average index finger from nail to nail and from tip to crease, pixels of the half-size field: 24 × 29 mm. */
const SKIN_PX = { widthPx: 240, heightPx: 290 };
/** The finger of a synthetic person: the same seed and finger give the same skin on every machine. */
export function masterFinger(seed: number, finger: Finger): MasterFinger {
  const random = randomFrom(joinSeeds(seed, FINGERS.indexOf(finger) + 1));
  const { scale, periodPx } = fingerBuild(seed, finger);
  const patternClass = drawClass(random, finger);
  const flow = ridgeFlowOf(patternClass, random);
  const skin = skinOf({ flow, scale, periodPx, random });
  const grown = growRidges(skin, random);
  const singular = [...flow.cores, ...flow.deltas].map(({ x, y }) => ({ x: (x * scale) / 2 + skin.widthPx / 2, y: (y * scale) / 2 + skin.heightPx / 2 }));
  const minutiae = trueMinutiae(grown, skin, singular);
  const size = { widthPx: skin.widthPx * 2, heightPx: skin.heightPx * 2 };
  const ridges = pierce({ ...size, ridges: doubled(grown.ridges, skin.widthPx, skin.heightPx) }, random);
  return { seed, finger, patternClass, ...size, ridges, scale, minutiae };
}

type SkinRequest = { readonly flow: RidgeFlow; readonly scale: number; readonly periodPx: number; readonly random: Random };

function skinOf({ flow, scale, periodPx, random }: SkinRequest): Skin {
  const widthPx = Math.round(SKIN_PX.widthPx * scale);
  const heightPx = Math.round(SKIN_PX.heightPx * scale);
  const kernelAt = new Uint16Array(widthPx * heightPx).fill(NO_SKIN);
  const uneven = smoothNoise(random, widthPx, heightPx, 38);
  const widening = between(random, 0.4, 2.2);
  const lopsided = gaussian(random) * 0.5;
  for (let y = RADIUS_PX; y < heightPx - RADIUS_PX; y++) {
    const v = (y - heightPx / 2) / (heightPx / 2 - RADIUS_PX);
    for (let x = RADIUS_PX; x < widthPx - RADIUS_PX; x++) {
      const u = (x - widthPx / 2) / (widthPx / 2 - RADIUS_PX);
      if (u * u + v * v - 0.5 * u * u * v * v > 1) continue;
      const at = y * widthPx + x;
      // Ridges widen towards the crease.
      const period = periodPx - 0.2 + 0.75 * uneven[at]! + lopsided * u + (widening * (y - heightPx * 0.45)) / heightPx;
      const angle = flow.angleAt(((x - widthPx / 2) * 2) / scale, ((y - heightPx / 2) * 2) / scale);
      kernelAt[at] = kernelNumber(angle, period / 2);
    }
  }
  return { widthPx, heightPx, kernelAt };
}
