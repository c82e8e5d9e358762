import type { Raster } from '../contract/driver.ts';
import { between, randomFrom, smoothNoise, type Random } from './persona-random.ts';
import { drawPattern, ridgeFlowOf } from './ridge-flow.ts';
import { growRidges, type RidgeField } from './ridges.ts';

/** Size of one printed fingertip at 500 ppi: about 17 × 26 mm. */
export const TIP_WIDTH_PX = 336;
export const TIP_HEIGHT_PX = 512;
const SCALE = 2;
const WIDTH = TIP_WIDTH_PX / SCALE;
const HEIGHT = TIP_HEIGHT_PX / SCALE;

/** One fingertip print, dark ridges on white, 500 ppi grey. The same seed gives the same finger. */
export function drawFingertip(seed: number): Raster {
  const random = randomFrom(seed);
  const flow = ridgeFlowOf(drawPattern(random), random);
  const contact = contactOf(random);
  const inside = Uint8Array.from(contact, (depth) => (depth > -0.2 ? 1 : 0));
  // Ridge period of an adult: about 0.46 mm = 9 px at 500 ppi.
  const ridges = growRidges({ width: WIDTH, height: HEIGHT, flow, period: between(random, 4.4, 4.9), inside, random });
  return { widthPx: TIP_WIDTH_PX, heightPx: TIP_HEIGHT_PX, channels: 1, pixels: ink(ridges, contact, random) };
}

/** How firmly skin touches glass: 1 in the middle, 0 at the edge of the print, negative outside. */
function contactOf(random: Random): Float32Array {
  const edge = smoothNoise(random, WIDTH, HEIGHT, 22);
  const contact = new Float32Array(WIDTH * HEIGHT);
  const tipY = 0.42;
  for (let y = 0; y < HEIGHT; y++) {
    const v = y / HEIGHT;
    for (let x = 0; x < WIDTH; x++) {
      const u = (x / WIDTH - 0.5) / 0.46;
      // A round tip above, nearly straight sides below, and the bend of the joint at the bottom.
      const above = v < tipY ? (tipY - v) / (tipY - 0.025) : (v - tipY) / (0.99 - tipY) * 0.99;
      const power = v < tipY ? 2.2 : 4.5;
      const radius = (Math.abs(u) ** power + Math.abs(above) ** power) ** (1 / power);
      contact[y * WIDTH + x] = (1 - radius) * 4 + edge[y * WIDTH + x]! * 0.22;
    }
  }
  return contact;
}

function ink({ values }: RidgeField, contact: Float32Array, random: Random): Uint8Array<ArrayBuffer> {
  const pressure = smoothNoise(random, WIDTH, HEIGHT, 40);
  const pixels = new Uint8Array(TIP_WIDTH_PX * TIP_HEIGHT_PX).fill(255);
  for (let y = 0; y < TIP_HEIGHT_PX - SCALE; y++) {
    for (let x = 0; x < TIP_WIDTH_PX - SCALE; x++) {
      const at = (y >> 1) * WIDTH + (x >> 1);
      const depth = contact[at]!;
      if (depth <= 0) continue;
      const wave = sample(values, at, x & 1, y & 1);
      const grain = (random() - 0.5) * 0.34;
      const touch = Math.min(1, depth * 1.4);
      const dark = smooth((wave + 0.14 * pressure[at]! + grain - (1 - touch) * 0.75) * 1.15 + 0.5);
      pixels[y * TIP_WIDTH_PX + x] = Math.round(252 - dark * (168 + 34 * pressure[at]!) * (0.55 + 0.45 * touch));
    }
  }
  return pixels;
}

/** Halfway points between the pixels of the half-size field. */
function sample(values: Float32Array, at: number, right: number, down: number): number {
  if (right === 0 && down === 0) return values[at]!;
  if (down === 0) return (values[at]! + values[at + 1]!) / 2;
  if (right === 0) return (values[at]! + values[at + WIDTH]!) / 2;
  return (values[at]! + values[at + 1]! + values[at + WIDTH]! + values[at + WIDTH + 1]!) / 4;
}

const smooth = (t: number): number => (t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t));
