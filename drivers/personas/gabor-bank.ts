/** Kernels are square, this many pixels from the middle to each side. */
export const RADIUS_PX = 5;
export const SIDE_PX = 2 * RADIUS_PX + 1;
/** A row of a kernel is filled up to whole vectors of four. */
export const ROW_FLOATS = 12;
export const KERNEL_FLOATS = SIDE_PX * ROW_FLOATS;
export const ANGLES = 32;
export const PERIODS = 6;
export const KERNELS = ANGLES * PERIODS;
/** Periods of the bank in pixels of the half-size field: 7.8 to 11 px at 500 ppi. */
const SHORTEST_PX = 3.9;
const LONGEST_PX = 5.5;

/** Number of the kernel for ridges that run along `angle` (radians), `period` pixels apart. */
export function kernelNumber(angle: number, period: number): number {
  const turns = angle / Math.PI;
  const direction = Math.round((turns - Math.floor(turns)) * ANGLES) % ANGLES;
  const step = Math.round(((period - SHORTEST_PX) / (LONGEST_PX - SHORTEST_PX)) * (PERIODS - 1));
  return Math.min(PERIODS - 1, Math.max(0, step)) * ANGLES + direction;
}

/** Direction across the ridges of a kernel, a quarter turn past the direction along them. Radians. */
export const normalOf = (kernel: number): number => ((kernel % ANGLES) * Math.PI) / ANGLES + Math.PI / 2;

/** Even kernels enhance ridges, odd ones tell where in the wave a point is. */
export type KernelPair = { readonly even: Float32Array; readonly odd: Float32Array };

/** Gaussian of 0.55 period times a wave across the ridges; the even one without mean, both answering 1 to their own wave. */
export function gaborPair(number: number): KernelPair {
  const period = SHORTEST_PX + ((LONGEST_PX - SHORTEST_PX) * Math.floor(number / ANGLES)) / (PERIODS - 1);
  const normal = normalOf(number);
  const spread = 2 * (0.55 * period) ** 2;
  const [even, odd] = [new Float32Array(KERNEL_FLOATS), new Float32Array(KERNEL_FLOATS)];
  const sums = { even: 0, envelope: 0, evenGain: 0, oddGain: 0 };
  const eachTap = (visit: (at: number, envelope: number, phase: number) => void): void => {
    for (let dy = -RADIUS_PX; dy <= RADIUS_PX; dy++) {
      for (let dx = -RADIUS_PX; dx <= RADIUS_PX; dx++) {
        const phase = ((dx * Math.cos(normal) + dy * Math.sin(normal)) * 2 * Math.PI) / period;
        visit((dy + RADIUS_PX) * ROW_FLOATS + dx + RADIUS_PX, Math.exp(-(dx * dx + dy * dy) / spread), phase);
      }
    }
  };
  eachTap((at, envelope, phase) => {
    even[at] = envelope * Math.cos(phase);
    odd[at] = envelope * Math.sin(phase);
    sums.even += even[at]!;
    sums.envelope += envelope;
  });
  eachTap((at, envelope, phase) => {
    even[at] = even[at]! - (envelope * sums.even) / sums.envelope;
    sums.evenGain += even[at]! * Math.cos(phase);
    sums.oddGain += odd[at]! * Math.sin(phase);
  });
  return { even: even.map((value) => value / sums.evenGain), odd: odd.map((value) => value / sums.oddGain) };
}
