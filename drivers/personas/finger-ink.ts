import { average, blur, type InkPatch } from './ink-patch.ts';
import { between, gaussian, smoothNoise, type Random } from './persona-random.ts';
import type { Box, Flaw, MasterFinger, TrueMinutia } from './prints.ts';
import { scarOn } from './scar.ts';
import { skinMap, type SkinPoints } from './skin-map.ts';
import { depthAt, drawTouch, type Touch } from './touch.ts';
import { wearOf, type Wear } from './wear.ts';

/** Where the middle of the finger lies in the image, px, and how the hand turns it besides its own turn. */
export type Place = { readonly x: number; readonly y: number; readonly turnRad: number };
export type FingerInkRequest = { readonly master: MasterFinger; readonly place: Place; readonly kind: 'plain' | 'rolled'; readonly flaw: Flaw | undefined; readonly random: Random };
export type FingerInk = { readonly patch: InkPatch; readonly box: Box; readonly angleDeg: number; readonly minutiae: readonly TrueMinutia[] };

/** What one finger leaves on the glass. */
export function fingerInk(request: FingerInkRequest): FingerInk {
  const { master, place, kind, flaw, random } = request;
  const touch = drawTouch(random, master, kind, flaw);
  const angleRad = touch.angleRad + place.turnRad;
  const map = skinMap({ master, touch, place, angleRad, random });
  const { skin, wear } = flaw === 'scar' ? scarOn(map, master) : { skin: map, wear: wearOf(flaw, map, master, random) };
  const patch: InkPatch = { left: map.left, top: map.top, widthPx: map.widthPx, heightPx: map.heightPx, ink: new Float32Array(map.widthPx * map.heightPx) };
  press({ patch, skin, master, touch, wear, random });
  if (flaw === 'motion') shake(patch, random);
  if (flaw === 'smear') smear(patch, random);
  blur(patch);
  const minutiae = master.minutiae.flatMap((minutia) => map.seen(minutia, touch.contact));
  return { patch, box: inkBox(patch), angleDeg: (angleRad * 180) / Math.PI, minutiae };
}

type Pressing = { readonly patch: InkPatch; readonly skin: SkinPoints; readonly master: MasterFinger; readonly touch: Touch; readonly wear: Wear | undefined; readonly random: Random };

function press({ patch, skin, master, touch, wear, random }: Pressing): void {
  const { widthPx, heightPx, ink } = patch;
  const edge = smoothNoise(random, widthPx, heightPx, 13);
  const bulge = smoothNoise(random, widthPx, heightPx, 95);
  const uneven = smoothNoise(random, widthPx, heightPx, 70);
  const { xAt, yAt } = skin;
  const { scale } = master;
  for (let at = 0; at < ink.length; at++) {
    const x = xAt[at]!;
    const y = yAt[at]!;
    const depth = depthAt(touch.contact, x / scale, y / scale) + edge[at]! * 0.16 + bulge[at]! * 0.3;
    if (depth <= 0) continue;
    const height = ridgeAt(master, x, y) * (wear?.reliefAt(at) ?? 1);
    const firm = Math.min(1, depth * 1.1);
    const threshold = touch.moisture + 0.16 * uneven[at]! + (wear?.moistureAt(at) ?? 0) - (1 - firm) * 0.8;
    const wave = (height + threshold + (random() - 0.5) * 0.55) * 1.15 * touch.pressure + 0.5;
    const printed = smooth(wave) * (0.82 + 0.18 * firm) + (wear?.filmAt(at) ?? 0) * firm;
    ink[at] = Math.min(1, printed) * (wear?.inkAt(at) ?? 1);
  }
}

function ridgeAt({ ridges, widthPx, heightPx }: MasterFinger, x: number, y: number): number {
  const u = x + widthPx / 2;
  const v = y + heightPx / 2;
  const left = Math.floor(u);
  const top = Math.floor(v);
  if (left < 0 || top < 0 || left >= widthPx - 1 || top >= heightPx - 1) return -1;
  const at = top * widthPx + left;
  const upper = ridges[at]! + (ridges[at + 1]! - ridges[at]!) * (u - left);
  const lower = ridges[at + widthPx]! + (ridges[at + widthPx + 1]! - ridges[at + widthPx]!) * (u - left);
  return (upper + (lower - upper) * (v - top)) / 127;
}

/** The finger moves 2 to 4 ridges during the exposure. */
function shake(patch: InkPatch, random: Random): void {
  const direction = between(random, 0, 2 * Math.PI);
  const reach = between(random, 17, 31);
  const bow = gaussian(random) * 4;
  const path = Array.from({ length: 15 }, (_, n) => {
    const t = n / 14 - 0.5;
    return { dx: Math.cos(direction) * reach * t + bow * t * t, dy: Math.sin(direction) * reach * t - bow * t * t };
  });
  average(patch, path, () => 1);
}

/** Part of the finger is wiped along the glass while the rest holds still. */
function smear(patch: InkPatch, random: Random): void {
  const { widthPx, heightPx } = patch;
  const direction = between(random, -0.5, 0.5) + (random() < 0.5 ? 0 : Math.PI);
  const tilt = between(random, -0.6, 0.6);
  const from = between(random, 0.28, 0.45);
  const reach = between(random, 30, 55);
  const path = Array.from({ length: 19 }, (_, n) => ({ dx: (Math.cos(direction) * reach * n) / 18, dy: (Math.sin(direction) * reach * n) / 18 }));
  average(patch, path, (x, y) => Math.min(1, (y / heightPx - from + (tilt * (x - widthPx / 2)) / widthPx) * 4));
}

function inkBox({ left, top, widthPx, heightPx, ink }: InkPatch): Box {
  let [minX, minY, maxX, maxY] = [widthPx, heightPx, -1, -1];
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      if (ink[y * widthPx + x]! < 0.3) continue;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      maxY = y;
    }
  }
  return { left: left + minX, top: top + minY, right: left + maxX + 1, bottom: top + maxY + 1 };
}

const smooth = (t: number): number => (t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t));
