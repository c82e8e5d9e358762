import { FINGERS_OF, type Finger, type Slap } from '../../electron/core/dossier/capture-slots.ts';
import { digitOf } from './build.ts';
import type { Place } from './finger-ink.ts';
import { between, gaussian, randomFrom, joinSeeds } from './persona-random.ts';

/** A four-finger platen: 81 × 76 mm at 500 ppi. */
export const PLATEN_PX = { widthPx: 1600, heightPx: 1500 };

type Digit = { readonly widthPx: number; readonly lowerPx: number; readonly fanRad: number };
/**
 * Width of the print, how much lower the finger reaches than the middle one, and how it fans out on a right hand.
 * Lower ends of the usual ranges, plus up to the given play: index 100 to 170 px, ring 40 to 80, little 220 to 300.
 */
const DIGITS: Readonly<Record<string, Digit & { readonly playPx: number }>> = {
  index: { widthPx: 308, lowerPx: 100, playPx: 60, fanRad: -0.075 },
  middle: { widthPx: 318, lowerPx: 0, playPx: 0, fanRad: -0.02 },
  ring: { widthPx: 302, lowerPx: 42, playPx: 36, fanRad: 0.035 },
  little: { widthPx: 260, lowerPx: 215, playPx: 70, fanRad: 0.1 },
  thumb: { widthPx: 366, lowerPx: 0, playPx: 40, fanRad: -0.07 },
};
const GAP_PX = { four: [38, 76], thumbs: [150, 260] } as const;
/** The right hand comes in turned a little counter-clockwise, the left hand clockwise. */
const USUAL_TURN_RAD = 0.055;
const MOST_TURN_RAD = 0.26;

/** One place of the hand laid down, and whose finger lies there when the hand is the right one. */
export type HandPlace = Place & { readonly finger: Finger };
export type HandRequest = { readonly seed: number; readonly slot: Slap; readonly scale: number; readonly angleDeg?: number | undefined };

/** Places from left to right: index to little on a right hand, little to index on a left one, left before right thumb. */
export function handPlaces({ seed, slot, scale, angleDeg }: HandRequest): readonly HandPlace[] {
  const random = randomFrom(joinSeeds(seed, 0x4a));
  const mirrored = slot !== 'right-four';
  const fingers = mirrored ? [...FINGERS_OF[slot]].reverse() : FINGERS_OF[slot];
  const side = slot === 'thumbs' ? 0 : mirrored ? 1 : -1;
  const drawn = side * USUAL_TURN_RAD + gaussian(random) * (slot === 'thumbs' ? 0.05 : 0.075);
  const turnRad = angleDeg === undefined ? Math.min(MOST_TURN_RAD, Math.max(-MOST_TURN_RAD, drawn)) : (angleDeg * Math.PI) / 180;
  const [least, most] = slot === 'thumbs' ? GAP_PX.thumbs : GAP_PX.four;
  let edge = 0;
  const upright = fingers.map((finger): HandPlace => {
    const digit = DIGITS[digitOf(finger)]!;
    const x = edge + (digit.widthPx * scale) / 2;
    edge += digit.widthPx * scale + between(random, least, most);
    const fan = slot === 'thumbs' ? (finger === 'left-thumb' ? -digit.fanRad : digit.fanRad) : mirrored ? -digit.fanRad : digit.fanRad;
    // Shorter fingers leave shorter prints: half of the difference lowers their middle less than their tip.
    const y = (digit.lowerPx + random() * digit.playPx - (318 - digit.widthPx) * 0.66 * (slot === 'thumbs' ? 0 : 1)) * scale;
    return { finger, x, y, turnRad: fan + gaussian(random) * 0.02 };
  });
  return settled(upright, turnRad, { x: gaussian(random) * 12, y: gaussian(random) * 25 });
}

/** Turns the hand as a whole and lays it on the middle of the glass. */
function settled(places: readonly HandPlace[], turnRad: number, shift: { readonly x: number; readonly y: number }): readonly HandPlace[] {
  const [cos, sin] = [Math.cos(turnRad), Math.sin(turnRad)];
  const turned = places.map((place) => ({ ...place, x: place.x * cos - place.y * sin, y: place.x * sin + place.y * cos, turnRad: place.turnRad + turnRad }));
  const middleOf = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
  const dx = PLATEN_PX.widthPx / 2 - middleOf(turned.map(({ x }) => x)) + shift.x;
  const dy = PLATEN_PX.heightPx / 2 - middleOf(turned.map(({ y }) => y)) + shift.y;
  return turned.map((place) => ({ ...place, x: place.x + dx, y: place.y + dy }));
}
