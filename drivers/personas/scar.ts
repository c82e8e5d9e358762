import { FINGERS } from '../../electron/core/dossier/capture-slots.ts';
import { between, joinSeeds, randomFrom } from './persona-random.ts';
import type { MasterFinger } from './prints.ts';
import type { SkinMap, SkinPoints } from './skin-map.ts';
import { skinNoise } from './skin-noise.ts';
import { UNWORN, type Wear } from './wear.ts';

/** A deep cut that healed open: a bow of bare tissue. Lengths in px at 500 ppi, origin in the middle of the finger. */
type Cut = {
  readonly x: number;
  readonly y: number;
  readonly alongRad: number;
  /** Half its length and half its width. */
  readonly reach: number;
  readonly halfWidth: number;
  readonly bow: number;
  /** How far the skin on either side has slipped along it and was drawn up to it. */
  readonly slip: number;
  readonly pull: number;
};

/** Skin as it grew together again, and the ink it takes. */
type ScarredSkin = { readonly skin: SkinPoints; readonly inkAt: Float32Array };

/** How far beside a cut the skin is out of place. */
const SLIP_REACH_PX = 45;
const PULL_REACH_PX = 22;
/** Where the wound has grown over, and how far ridges have moved there. */
const SHRIVELLED_PX = 90;
const DRAG_PX = 15;
const BARE_INK = 0.05;

/** The one wound this finger could have, three cuts and a burn between them. It belongs to the finger, so each touch shows it in the same place. */
export function scarOn({ xAt, yAt }: SkinMap, master: MasterFinger): { readonly skin: SkinPoints; readonly wear: Wear } {
  const scarred: ScarredSkin = { skin: { xAt: xAt.slice(), yAt: yAt.slice() }, inkAt: new Float32Array(xAt.length).fill(1) };
  const cuts = cutsOf(master);
  for (const cut of cuts) open(scarred, cut);
  shrivel(scarred, master, cuts[0]!);
  return { skin: scarred.skin, wear: { ...UNWORN, inkAt: (at) => scarred.inkAt[at]! } };
}

/** The middle one first, one on either side of it. */
function cutsOf({ seed, finger, scale }: MasterFinger): readonly Cut[] {
  const random = randomFrom(joinSeeds(seed, FINGERS.indexOf(finger) + 1, 0x5ca2));
  const middle = { x: between(random, -25, 25) * scale, y: between(random, -50, 30) * scale };
  const alongRad = between(random, 0, Math.PI);
  return [0, 1, -1].map((side): Cut => {
    const aside = side * between(random, 45, 75) * scale;
    return {
      x: middle.x - Math.sin(alongRad) * aside, y: middle.y + Math.cos(alongRad) * aside, alongRad: alongRad + side * between(random, -0.5, 0.5),
      reach: between(random, 110, 190) * scale, halfWidth: between(random, 5, 8), bow: between(random, -0.003, 0.003),
      slip: between(random, 6, 11) * (random() < 0.5 ? -1 : 1), pull: between(random, 4, 6),
    };
  });
}

function open({ skin: { xAt, yAt }, inkAt }: ScarredSkin, { x, y, alongRad, reach, halfWidth, bow, slip, pull }: Cut): void {
  const [cos, sin] = [Math.cos(alongRad), Math.sin(alongRad)];
  for (let at = 0; at < xAt.length; at++) {
    const along = (xAt[at]! - x) * cos + (yAt[at]! - y) * sin;
    const across = -(xAt[at]! - x) * sin + (yAt[at]! - y) * cos - bow * along * along;
    const past = Math.max(0, Math.abs(along) - reach);
    const distance = Math.abs(across) + past;
    if (distance > 4 * SLIP_REACH_PX) continue;
    // It narrows towards its ends and its edge is torn.
    const torn = 1 + 0.3 * Math.sin(along * 0.21) + 0.2 * Math.sin(along * 0.57);
    if (past === 0 && distance < halfWidth * Math.min(1, 0.35 + 2 * (1 - Math.abs(along) / reach)) * torn) inkAt[at] = BARE_INK;
    const slipped = Math.sign(across) * slip * Math.exp(-distance / SLIP_REACH_PX);
    const pulled = -Math.sign(across) * pull * Math.exp(-distance / PULL_REACH_PX);
    xAt[at] = xAt[at]! + slipped * cos - pulled * sin;
    yAt[at] = yAt[at]! + slipped * sin + pulled * cos;
  }
}

/** About its middle the wound has grown over: islands of ridges out of their places in a web of bare tissue. */
function shrivel({ skin, inkAt }: ScarredSkin, master: MasterFinger, { x, y }: Cut): void {
  const { xAt, yAt } = skin;
  const web = skinNoise(skin, master, { purpose: 0x5ca3, cellPx: 24 });
  const dragX = skinNoise(skin, master, { purpose: 0x5ca4, cellPx: 38 });
  const dragY = skinNoise(skin, master, { purpose: 0x5ca5, cellPx: 38 });
  for (let at = 0; at < xAt.length; at++) {
    const depth = 1 - Math.hypot(xAt[at]! - x, yAt[at]! - y) / (SHRIVELLED_PX * master.scale);
    if (depth <= 0) continue;
    const grown = Math.min(1, depth * 2.5);
    if (Math.abs(web(at)) < 0.18 * grown) inkAt[at] = BARE_INK;
    const [dx, dy] = [dragX(at) * DRAG_PX * grown, dragY(at) * DRAG_PX * grown];
    xAt[at] = xAt[at]! + dx;
    yAt[at] = yAt[at]! + dy;
  }
}
