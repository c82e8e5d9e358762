/** A part of an image that bears ink: 0 = none, 1 = as dark as this scanner prints. */
export type InkPatch = { readonly left: number; readonly top: number; readonly widthPx: number; readonly heightPx: number; readonly ink: Float32Array };

/** Softens as the optics do, about 0.7 px. */
export function blur({ widthPx, heightPx, ink }: InkPatch): void {
  const side = 0.2;
  for (let y = 0; y < heightPx; y++) blurLine(ink, y * widthPx, 1, widthPx, side);
  let above = ink.slice(0, widthPx);
  for (let y = 1; y < heightPx - 1; y++) {
    const row = y * widthPx;
    const here = ink.slice(row, row + widthPx);
    for (let x = 0; x < widthPx; x++) ink[row + x] = here[x]! * (1 - 2 * side) + (above[x]! + ink[row + widthPx + x]!) * side;
    above = here;
  }
}

function blurLine(ink: Float32Array, start: number, step: number, length: number, side: number): void {
  let before = ink[start]!;
  for (let n = 1; n < length - 1; n++) {
    const at = start + n * step;
    const here = ink[at]!;
    ink[at] = here * (1 - 2 * side) + (before + ink[at + step]!) * side;
    before = here;
  }
}

/** The mean of the patch seen along a path: what a finger that moves during the exposure leaves. */
export function average(patch: InkPatch, path: readonly { readonly dx: number; readonly dy: number }[], weightAt: (x: number, y: number) => number): void {
  const { widthPx, heightPx, ink } = patch;
  const still = ink.slice();
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const weight = weightAt(x, y);
      if (weight <= 0) continue;
      let sum = 0;
      for (const { dx, dy } of path) {
        const [fromX, fromY] = [x - Math.round(dx * weight), y - Math.round(dy * weight)];
        if (fromX >= 0 && fromY >= 0 && fromX < widthPx && fromY < heightPx) sum += still[fromY * widthPx + fromX]!;
      }
      ink[y * widthPx + x] = sum / path.length;
    }
  }
}
