import { LEAST_SIMD_LENGTH } from './simd/line-order.ts';
import { openSimdEngine, type SimdKernels } from './simd/engine.ts';
import { VECTOR_SLACK_BYTES } from './simd/pixel-kernels.ts';
import { MIN_ENCODED_SIDE_PX } from './markers.ts';

/** A plane of samples; `stride` may exceed the width so that columns do not all fall on the same cache lines. */
export type Plane = { readonly samples: Float32Array; readonly stride: number };

/** Where the parts of a workspace lie in the engine's memory, byte offsets. */
export type SimdLayout = { readonly kernels: SimdKernels; readonly buffer: ArrayBuffer; readonly planeAt: number; readonly scratchAt: number; readonly coefficientsAt: number; readonly pixelsAt: number; readonly stateAt: number };

/** Everything one image needs while it is coded. Only one workspace is in use at a time in a worker. */
export type Workspace = {
  readonly plane: Plane;
  readonly scratch: Float32Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Absent: the plain loops run. */
  readonly simd: SimdLayout | undefined;
};

/** Bytes a column step must not be a multiple of: then a whole column competes for one cache set. */
const CACHE_ALIAS_BYTES = 1024;
/** Numbers a column's lifting keeps from one row to the next. */
const STATE_VECTORS = 4;
const aligned = (bytes: number): number => Math.ceil((bytes + VECTOR_SLACK_BYTES) / 64) * 64;

/** `samples` start as zeros. `plain` keeps to typed arrays (tests compare the two ways). */
export function openWorkspace(widthPx: number, heightPx: number, how: 'fastest' | 'plain' = 'fastest'): Workspace {
  const stride = (widthPx * 4) % CACHE_ALIAS_BYTES === 0 ? widthPx + 16 : widthPx;
  const count = stride * heightPx;
  const planeBytes = aligned(count * 4);
  const coefficientBytes = aligned(widthPx * heightPx * 2);
  const small = Math.min(widthPx, heightPx) < MIN_ENCODED_SIDE_PX;
  const engine = how === 'plain' || small ? undefined : openSimdEngine(2 * planeBytes + coefficientBytes + aligned(widthPx * heightPx) + aligned(4 * STATE_VECTORS * widthPx));
  if (engine === undefined) {
    return { plane: { samples: new Float32Array(count), stride }, scratch: new Float32Array(count), widthPx, heightPx, simd: undefined };
  }
  const { buffer } = engine.memory;
  const pixelsAt = 2 * planeBytes + coefficientBytes;
  const stateAt = pixelsAt + aligned(widthPx * heightPx);
  const simd = { kernels: engine.kernels, buffer, planeAt: 0, scratchAt: planeBytes, coefficientsAt: 2 * planeBytes, pixelsAt, stateAt };
  const samples = new Float32Array(buffer, simd.planeAt, count).fill(0);
  return { plane: { samples, stride }, scratch: new Float32Array(buffer, simd.scratchAt, count), widthPx, heightPx, simd };
}

/** The kernels work on four lines at least, each of eight samples at least. */
export const fitsSimd = (band: { readonly width: number; readonly height: number }): boolean => Math.min(band.width, band.height) >= LEAST_SIMD_LENGTH;
