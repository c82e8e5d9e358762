import { curve, flat, glow, mirrored, oval, shade, type Painting, type Point } from './paint.ts';
import type { Face } from './portrait-face.ts';
import type { PortraitLook } from './portrait-look.ts';

const MIDDLE = 500;
const EYE_Y = 604;

/** Brows, lids and irises; both eyes are one drawing and its mirror image. */
export function drawEyes(painting: Painting, face: Face, eyes: PortraitLook['eyes']): void {
  const x = MIDDLE - 88 * face.eyeSpan;
  const lash = shade(face.hair, 0.8);
  const both = (outline: readonly Point[], ink: Parameters<Painting['fill']>[1]): void => {
    painting.fill(outline, ink);
    painting.fill(mirrored(outline, MIDDLE), (px, py) => ink(2 * MIDDLE - px, py));
  };
  both(oval(x, EYE_Y - 6, 66, 40), glow(shade(face.skin, 0.55), 0.3, x, EYE_Y - 6, 66, 40));
  const brow = EYE_Y - 62 - face.browLift;
  both(curve([[x - 62, brow + 12], [x - 20, brow - 10], [x + 30, brow - 8], [x + 58, brow + 6], [x + 30, brow + 8], [x - 20, brow + 6]]), flat(face.hair, 0.88));
  if (eyes === 'closed') {
    both(curve([[x - 46, EYE_Y + 2], [x, EYE_Y + 15], [x + 46, EYE_Y + 4], [x, EYE_Y + 22]]), flat(lash));
    return;
  }
  const white: readonly Point[] = curve([[x - 48, EYE_Y + 3], [x - 20, EYE_Y - 17], [x + 16, EYE_Y - 18], [x + 46, EYE_Y + 5], [x + 16, EYE_Y + 16], [x - 20, EYE_Y + 15]]);
  both(white, flat([250, 248, 245]));
  // Both eyes look the same way, so the irises are not mirrored.
  const aside = eyes === 'aside' ? 22 : 0;
  for (const centre of [x, 2 * MIDDLE - x]) {
    painting.fill(oval(centre + aside, EYE_Y - 1, 19, 19), flat([62, 42, 32]));
    painting.fill(oval(centre + aside, EYE_Y - 1, 9, 9), flat([16, 12, 12]));
  }
  both(curve([[x - 52, EYE_Y + 4], [x - 22, EYE_Y - 22], [x + 18, EYE_Y - 23], [x + 48, EYE_Y + 4], [x + 17, EYE_Y - 14], [x - 21, EYE_Y - 13]]), flat(lash));
  both(curve([[x - 44, EYE_Y + 6], [x - 18, EYE_Y + 18], [x + 18, EYE_Y + 19], [x + 44, EYE_Y + 8], [x + 18, EYE_Y + 22], [x - 18, EYE_Y + 21]]), flat(shade(face.skin, 0.62), 0.55));
  // Both catch-lights come from the same lamp, so this one is not mirrored.
  for (const centre of [x, 2 * MIDDLE - x]) painting.fill(oval(centre + aside - 6, EYE_Y - 8, 5, 5), flat([255, 255, 255], 0.95));
}

export function drawNose(painting: Painting, face: Face): void {
  const tip = 608 + 118 * face.noseLength;
  const dark = shade(face.skin, 0.62);
  painting.fill(curve([[516, 606], [524, 660], [544, tip - 16], [534, tip + 6], [516, tip - 20], [512, 660]]), flat(dark, 0.16));
  painting.fill(oval(500, tip + 6, 52, 26), glow(dark, 0.34, 500, tip + 8, 52, 26));
  for (const side of [-1, 1]) painting.fill(oval(500 + side * 19, tip + 3, 11, 5.5, side * 0.35), flat(shade(face.skin, 0.4), 0.75));
  painting.fill(oval(494, tip - 26, 16, 26), glow([255, 250, 240], 0.4, 494, tip - 26, 16, 26));
}

/** A thin frame with the lamp mirrored in both glasses. */
export function drawGlasses(painting: Painting, face: Face): void {
  for (const side of [-1, 1]) {
    const x = MIDDLE + side * 90 * face.eyeSpan;
    painting.fill(oval(x, EYE_Y + 4, 76, 56), flat([40, 40, 44], 0.5));
    painting.fill(oval(x, EYE_Y + 4, 70, 50), flat([250, 252, 255], 0.3));
    painting.fill(oval(x - 18, EYE_Y - 8, 42, 20, -0.5), flat([255, 255, 255], 0.97));
  }
  painting.fill([[MIDDLE - 20, EYE_Y - 6], [MIDDLE + 20, EYE_Y - 6], [MIDDLE + 20, EYE_Y + 2], [MIDDLE - 20, EYE_Y + 2]], flat([40, 40, 44], 0.8));
}

export function drawMouth(painting: Painting, face: Face, open: boolean): void {
  const half = 66 * face.mouthWidth;
  const y = 812;
  const redness = face.longHair ? 0.6 : 0.68;
  const lip: [number, number, number] = [face.skin[0] * 0.84, face.skin[1] * redness, face.skin[2] * redness];
  if (open) {
    painting.fill(oval(500, y + 14, half * 0.86, 44), flat(lip));
    painting.fill(oval(500, y + 14, half * 0.7, 31), flat([60, 20, 24]));
    painting.fill(oval(500, y - 5, half * 0.52, 9), flat([244, 240, 232]));
    painting.fill(oval(500, y + 84, 60, 18), glow(shade(face.skin, 0.6), 0.25, 500, y + 82, 60, 18));
    return;
  }
  painting.fill(curve([[500 - half, y], [500 - half * 0.4, y - 15], [500, y - 10], [500 + half * 0.4, y - 15], [500 + half, y], [500, y + 3]]), flat(shade(lip, 0.92)));
  painting.fill(curve([[500 - half, y], [500, y + 3], [500 + half, y], [500 + half * 0.5, y + 19], [500, y + 25], [500 - half * 0.5, y + 19]]), flat(lip));
  painting.fill(curve([[500 - half - 4, y], [500, y], [500 + half + 4, y], [500, y + 5]]), flat(shade(lip, 0.55), 0.85));
  painting.fill(oval(500, y + 52, 60, 18), glow(shade(face.skin, 0.6), 0.25, 500, y + 50, 60, 18));
}

/** What years draw: from the nose to the corners of the mouth, under the eyes, across the forehead. */
export function drawLines(painting: Painting, face: Face): void {
  if (face.lines === 0) return;
  const ink = flat(shade(face.skin, 0.6), 0.5 * face.lines);
  const both = (outline: readonly Point[]): void => [outline, mirrored(outline, MIDDLE)].forEach((side) => painting.fill(side, ink));
  both(curve([[448, 722], [428, 764], [424, 806], [419, 806], [422, 762], [444, 720]]));
  both(curve([[372, 640], [410, 654], [446, 646], [410, 659]]));
  for (const y of [438, 466]) painting.fill(curve([[418, y + 4], [500, y - 3], [582, y + 4], [500, y + 1]]), ink);
}
