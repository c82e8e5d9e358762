/** A seeded stream of numbers in [0, 1): the same persona looks the same on every machine. */
export type Random = () => number;

/** mulberry32 (public domain, Tommy Ettinger): small, good enough for drawings, never for secrets. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Joins numbers into one seed, so that finger 3 of persona 17 differs from finger 17 of persona 3. */
export const joinSeeds = (...parts: readonly number[]): number =>
  parts.reduce((seed, part) => (Math.imul(seed ^ (part + 0x9e3779b9), 0x85ebca6b) ^ (seed >>> 13)) >>> 0, 0x811c9dc5);

export const between = (random: Random, low: number, high: number): number => low + (high - low) * random();

/** Standard normal variate, by the sum of four: no tail beyond 3.5, which a drawing doesn't want. */
export const gaussian = (random: Random): number => (random() + random() + random() + random() - 2) * 1.732;

/** Smooth noise in about [-1, 1]: random values on a lattice `cellPx` apart, blended by a cubic. */
export function smoothNoise(random: Random, widthPx: number, heightPx: number, cellPx: number): Float32Array {
  const columns = Math.ceil(widthPx / cellPx) + 2;
  const rows = Math.ceil(heightPx / cellPx) + 2;
  const lattice = Float32Array.from({ length: columns * rows }, () => random() * 2 - 1);
  const field = new Float32Array(widthPx * heightPx);
  const columnAt = Uint16Array.from({ length: widthPx }, (_, x) => Math.floor(x / cellPx));
  const shareAt = Float32Array.from({ length: widthPx }, (_, x) => ease(x / cellPx - Math.floor(x / cellPx)));
  const line = new Float32Array(columns);
  for (let y = 0; y < heightPx; y++) {
    const row = Math.floor(y / cellPx) * columns;
    const v = ease(y / cellPx - Math.floor(y / cellPx));
    for (let column = 0; column < columns; column++) line[column] = lattice[row + column]! * (1 - v) + lattice[row + columns + column]! * v;
    for (let x = 0; x < widthPx; x++) {
      const from = line[columnAt[x]!]!;
      field[y * widthPx + x] = from + (line[columnAt[x]! + 1]! - from) * shareAt[x]!;
    }
  }
  return field;
}

const ease = (t: number): number => t * t * (3 - 2 * t);
