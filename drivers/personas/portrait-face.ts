import type { Sitter } from '../../electron/core/device/sitter.ts';
import type { Colour } from './paint.ts';
import { between, joinSeeds, randomFrom, type Random } from './persona-random.ts';

const SKINS: readonly Colour[] = [[240, 207, 178], [232, 194, 162], [222, 180, 145], [208, 163, 128]];
const HAIRS: readonly Colour[] = [[28, 24, 26], [38, 30, 28], [52, 40, 34], [96, 92, 92]];
const CLOTHES: readonly Colour[] = [[47, 62, 92], [72, 84, 98], [104, 66, 72], [58, 92, 88], [120, 110, 96]];
const WHITE_HAIR: Colour = [188, 186, 184];

export type Face = {
  readonly skin: Colour;
  readonly hair: Colour;
  readonly clothes: Colour;
  readonly longHair: boolean;
  /** factors about 1 */
  readonly width: number;
  readonly eyeSpan: number;
  readonly browLift: number;
  readonly noseLength: number;
  readonly mouthWidth: number;
  /** 0 = a smooth face, 1 = deep lines */
  readonly lines: number;
};

/** What a face has of the person; what they wear is the occasion's. */
export type FaceOwner = Pick<Sitter, 'sex' | 'ageYears'> & { readonly occasion: number };

const pick = <T>(random: Random, choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!;

/** Without an owner whoever the seed gives; with one, the bones stay the seed's and sex and years show in them. */
export function faceOf(seed: number, owner?: FaceOwner): Face {
  const random = randomFrom(seed ^ 0x51ed270b);
  const face: Face = {
    skin: pick(random, SKINS), hair: pick(random, HAIRS), clothes: pick(random, CLOTHES), longHair: random() < 0.5,
    width: between(random, 0.94, 1.05), eyeSpan: between(random, 0.96, 1.05), browLift: between(random, -5, 6),
    noseLength: between(random, 0.94, 1.06), mouthWidth: between(random, 0.92, 1.1), lines: 0,
  };
  return owner === undefined ? face : grown(face, seed, owner);
}

function grown(face: Face, seed: number, { sex, ageYears, occasion }: FaceOwner): Face {
  const child = Math.min(1, Math.max(0, (16 - ageYears) / 10));
  return {
    ...face,
    hair: greyed(HAIRS[joinSeeds(seed, 1) % 3]!, (ageYears - 42) / 35),
    clothes: CLOTHES[joinSeeds(seed, occasion) % CLOTHES.length]!,
    longHair: sex === 0 ? face.longHair : sex === 2,
    width: face.width * (1 + 0.02 * child),
    browLift: face.browLift + 3 * child,
    noseLength: face.noseLength * (1 - 0.06 * child),
    mouthWidth: face.mouthWidth * (1 - 0.08 * child),
    lines: Math.min(1, Math.max(0, (ageYears - 38) / 40)),
  };
}

function greyed(hair: Colour, share: number): Colour {
  const white = Math.min(1, Math.max(0, share));
  return [0, 1, 2].map((c) => hair[c]! + (WHITE_HAIR[c]! - hair[c]!) * white) as unknown as Colour;
}
