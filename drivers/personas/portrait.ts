import type { Raster } from '../contract/driver.ts';
import { drawEyes, drawGlasses, drawLines, drawMouth, drawNose } from './portrait-features.ts';
import { faceOf, type Face, type FaceOwner } from './portrait-face.ts';
import { lit } from './portrait-light.ts';
import { GOOD_LOOK, type PortraitLook } from './portrait-look.ts';
import { posed } from './portrait-pose.ts';
import { Painting, curve, flat, glow, mirrored, oval, shade, vertical, type Point } from './paint.ts';

/** The drawing is 1000 units wide; the face's middle line is at 500. */
const WIDTH = 1000;
const MIDDLE = 500;

export type PortraitRequest = {
  readonly seed: number; readonly widthPx: number; readonly heightPx: number; readonly look?: PortraitLook;
  /** Somebody of this sex and age, in what they wear on one occasion; without it whoever the seed gives. */
  readonly person?: FaceOwner;
};

/** A calm, plainly drawn person before a light grey wall, as a photo booth frames them. Nobody real: every line comes from the seed. */
export function drawPortrait({ seed, widthPx, heightPx, look = GOOD_LOOK, person }: PortraitRequest): Raster {
  const face = faceOf(seed, person);
  const painting = new Painting(widthPx, heightPx, WIDTH);
  const height = (WIDTH * heightPx) / widthPx;
  drawWall(painting, look, height);
  if (face.longHair) drawBackHair(painting, face);
  drawBody(painting, face, height);
  drawHead(painting, face);
  drawEyes(painting, face, look.eyes);
  drawNose(painting, face);
  drawMouth(painting, face, look.mouth === 'open');
  drawLines(painting, face);
  if (look.glasses === 'reflecting') drawGlasses(painting, face);
  drawFringe(painting, face);
  const still = look.yawDeg === 0 && look.pitchDeg === 0 && look.rollDeg === 0 && look.size === 1 && look.shift === 0;
  return lit(still ? painting.raster : posed(painting.raster, look), look);
}

function drawWall(painting: Painting, { background }: PortraitLook, height: number): void {
  const wall: readonly Point[] = [[0, 0], [WIDTH, 0], [WIDTH, height], [0, height]];
  painting.fill(wall, background === 'dark' ? vertical([74, 78, 84], [58, 62, 68], 0, height) : vertical([228, 232, 236], [206, 212, 219], 0, height));
  if (background !== 'patterned') return;
  for (let x = 30; x < WIDTH; x += 130) painting.fill([[x, 0], [x + 58, 0], [x + 58, height], [x, height]], flat([128, 96, 84]));
  painting.fill([[0, 150], [WIDTH, 110], [WIDTH, 210], [0, 250]], flat([84, 108, 140], 0.8));
}

function drawBackHair(painting: Painting, face: Face): void {
  const w = 262 * face.width;
  painting.fill(curve([[500, 232], [500 + w * 0.8, 300], [500 + w, 520], [500 + w * 1.02, 800], [500 + w * 0.92, 1010], [500, 1040],
    [500 - w * 0.92, 1010], [500 - w * 1.02, 800], [500 - w, 520], [500 - w * 0.8, 300]]), vertical(face.hair, shade(face.hair, 0.75), 250, 1000));
}

function drawBody(painting: Painting, face: Face, height: number): void {
  const cloth = face.clothes;
  painting.fill(curve([[500, 985], [650, 1000], [800, 1052], [912, 1120], [965, 1220], [1000, height + 120], [500, height + 200],
    [0, height + 120], [35, 1220], [88, 1120], [200, 1052], [350, 1000]]), vertical(cloth, shade(cloth, 0.78), 1000, height));
  const neck = 108 * face.width;
  painting.fill(curve([[500 - neck, 780], [500 + neck, 780], [500 + neck, 940], [500 + neck * 1.45, 1015], [500, 1130], [500 - neck * 1.45, 1015], [500 - neck, 940]]), flat(shade(face.skin, 0.93)));
  painting.fill(oval(500, 888, neck * 1.15, 84), glow(shade(face.skin, 0.55), 0.5, 500, 882, neck * 1.15, 84));
  const collar: readonly Point[] = [[500, 1138], [372, 968], [322, 1010], [398, 1168]];
  const inner: readonly Point[] = [[500, 1138], [384, 984], [350, 1030], [436, 1200], [500, height + 20]];
  for (const side of [inner, mirrored(inner, MIDDLE)]) painting.fill(side, flat([246, 247, 249]));
  for (const side of [collar, mirrored(collar, MIDDLE)]) {
    painting.fill(side.map(([x, y]): Point => [x, y + 9]), flat([120, 128, 140], 0.35));
    painting.fill(side, flat([252, 252, 253]));
  }
}

function drawHead(painting: Painting, face: Face): void {
  const w = 196 * face.width;
  for (const side of [-1, 1]) {
    painting.fill(oval(500 + side * (w + 6), 628, 27, 58, side * 0.12), flat(shade(face.skin, 0.94)));
    painting.fill(oval(500 + side * (w + 8), 630, 13, 36, side * 0.12), flat(shade(face.skin, 0.82), 0.7));
  }
  const outline = curve([[500, 318], [500 + w * 0.72, 368], [500 + w, 520], [500 + w * 0.98, 660], [500 + w * 0.8, 790], [500 + w * 0.42, 878], [500, 902],
    [500 - w * 0.42, 878], [500 - w * 0.8, 790], [500 - w * 0.98, 660], [500 - w, 520], [500 - w * 0.72, 368]]);
  painting.fill(outline, flat(face.skin));
  // Light from the front left: the right cheek and the jaw lie in soft shadow.
  painting.fill(outline, (x, y) => {
    const side = Math.max(0, (x - 560) / 220) * 0.16;
    const jaw = Math.max(0, (y - 800) / 150) * 0.14;
    return [...shade(face.skin, 0.6), Math.min(0.3, side + jaw)] as [number, number, number, number];
  });
  for (const x of [500 - w * 0.58, 500 + w * 0.58]) painting.fill(oval(x, 726, 76, 58), glow([222, 120, 100], face.longHair ? 0.18 : 0.1, x, 726, 76, 58));
}

function drawFringe(painting: Painting, face: Face): void {
  const w = 208 * face.width;
  const ink = vertical(shade(face.hair, 1.25), face.hair, 250, 480);
  const outline: readonly Point[] = face.longHair
    ? [[500, 236], [500 + w * 0.82, 296], [500 + w * 1.14, 470], [500 + w * 1.1, 760], [500 + w * 0.98, 700], [500 + w * 0.9, 520], [500 + w * 0.56, 436],
      [470, 356], [500 - w * 0.4, 440], [500 - w * 0.88, 540], [500 - w * 0.98, 700], [500 - w * 1.1, 760], [500 - w * 1.14, 470], [500 - w * 0.82, 296]]
    : [[500, 234], [500 + w * 0.78, 282], [500 + w * 1.08, 420], [500 + w * 1.03, 570], [500 + w * 0.94, 520], [500 + w * 0.8, 420], [500 + w * 0.3, 392],
      [440, 376], [500 - w * 0.74, 430], [500 - w * 0.93, 520], [500 - w * 1.03, 570], [500 - w * 1.08, 420], [500 - w * 0.78, 282]];
  painting.fill(curve(outline), ink);
  painting.fill(oval(430, 310, 120, 34, -0.35), glow([255, 255, 255], 0.14, 430, 310, 120, 34));
}
