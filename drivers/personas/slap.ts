import { FINGERS, FINGERS_OF, type Finger, type Slap } from '../../electron/core/dossier/capture-slots.ts';
import { buildOf } from './build.ts';
import { fingerInk } from './finger-ink.ts';
import { PLATEN_PX, handPlaces, type HandPlace } from './hand.ts';
import { masterFinger } from './master-finger.ts';
import { joinSeeds, randomFrom } from './persona-random.ts';
import { Platen } from './platen.ts';
import type { FingerTruth, MasterFinger, SlapImpression, SlapRequest } from './prints.ts';
import { layResidue } from './residue.ts';

const OTHER_HAND: Readonly<Record<Slap, Slap>> = { 'right-four': 'left-four', 'left-four': 'right-four', thumbs: 'thumbs' };

/** One touch of four fingers or of both thumbs. `skinOf` may hand in fingers that were grown before. */
export function slap(seed: number, slot: Slap, request: SlapRequest, skinOf: (finger: Finger) => MasterFinger = (finger) => masterFinger(seed, finger)): SlapImpression {
  const touchSeed = joinSeeds(seed, request.impressionSeed, FINGERS.length + FINGERS_OF[slot].length);
  const platen = new Platen(PLATEN_PX);
  const fingers = laidDown(seed, touchSeed, slot, request).map(({ spot, finger, place }): FingerTruth => {
    const master = skinOf(finger);
    const random = randomFrom(joinSeeds(touchSeed, FINGERS.indexOf(place) + 1));
    const flaw = request.flaws?.[place];
    const { patch, angleDeg, box, minutiae } = fingerInk({ master, place: spot, kind: 'plain', flaw, random });
    platen.lay(patch);
    if (flaw === 'residue') layResidue(platen, { master, place: spot, kind: 'plain', random });
    return { finger, place, patternClass: master.patternClass, angleDeg, box, minutiae, flaw };
  });
  return { raster: platen.read(randomFrom(joinSeeds(touchSeed, 0x77))), fingers };
}

type LaidDown = { readonly spot: HandPlace; readonly finger: Finger; readonly place: Finger };

/** Which finger lies where, from left to right, and which one ought to. */
function laidDown(seed: number, touchSeed: number, slot: Slap, { missing, wrongHand = false, instead, handAngleDeg }: SlapRequest): readonly LaidDown[] {
  const scale = buildOf(seed).size;
  const places = handPlaces({ seed: touchSeed, slot: wrongHand ? OTHER_HAND[slot] : slot, scale, angleDeg: handAngleDeg });
  const due = handPlaces({ seed: touchSeed, slot, scale }).map(({ finger }) => finger);
  const crossed = wrongHand && slot === 'thumbs';
  return places.flatMap((spot, n) => {
    const place = due[n]!;
    const own = crossed ? places[places.length - 1 - n]!.finger : spot.finger;
    const finger = instead?.[place] ?? own;
    return missing?.has(place) === true || missing?.has(own) === true ? [] : [{ spot, finger, place }];
  });
}
