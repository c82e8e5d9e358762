import { assembleModule } from './assembler.ts';
import { emitKernel, tokeniseKernel } from './entropy-kernels.ts';
import { analysisKernel, synthesisKernel } from './lifting-kernels.ts';
import { denormaliseKernel, normaliseKernel, quantizeKernel, rangeKernel } from './pixel-kernels.ts';

/** The part of the WebAssembly interface used here; the core's type library has none. */
type Memory = { readonly buffer: ArrayBuffer; grow(pages: number): number };
declare const WebAssembly: {
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Memory: new (size: { readonly initial: number }) => Memory;
  readonly Instance: new (module: object, imports: { readonly env: { readonly memory: Memory } }) => { readonly exports: unknown };
};

type LineKernel = (from: number, to: number, lineCount: number, strideBytes: number, length: number, lowAt: number, highAt: number, state: number) => void;
type RowKernel = (from: number, to: number, count: number, first: number, second: number) => void;

/** Addresses are byte offsets into `memory`. */
export type SimdKernels = {
  readonly analyseRows: LineKernel;
  readonly analyseColumns: LineKernel;
  readonly analyseSweep: LineKernel;
  readonly synthesiseRows: LineKernel;
  readonly synthesiseColumns: LineKernel;
  readonly synthesiseSweep: LineKernel;
  readonly normalise: RowKernel;
  readonly denormalise: RowKernel;
  readonly quantize: RowKernel;
  /** Addresses of coefficients, tokens, histogram and result (the number of tokens). */
  readonly tokenise: (from: number, to: number, count: number, histogram: number, result: number) => void;
  /** Addresses of tokens, output, code table and result (three words: bytes written, bits left over, how many). */
  readonly emit: (from: number, to: number, count: number, table: number, result: number) => void;
  readonly range: (from: number, to: number, count: number) => void;
};
export type SimdEngine = { readonly kernels: SimdKernels; readonly memory: Memory };

const PAGE_BYTES = 65_536;
/** A worker keeps this much between images (a 1600 x 1500 slap needs 27 MB); larger images get memory of their own. */
const KEPT_BYTES = 48 * 1024 * 1024;

let compiled: object | undefined | 'refused';
let kept: SimdEngine | undefined;

/** Undefined where WebAssembly with SIMD is missing or forbidden; the plain loops then do the work. */
function compile(): object | undefined {
  if (compiled === undefined) {
    const kernels = [
      analysisKernel('analyseRows', 'rows'), analysisKernel('analyseColumns', 'columns'), analysisKernel('analyseSweep', 'sweep'),
      synthesisKernel('synthesiseRows', 'rows'), synthesisKernel('synthesiseColumns', 'columns'), synthesisKernel('synthesiseSweep', 'sweep'),
      normaliseKernel(), denormaliseKernel(), quantizeKernel(), rangeKernel(),
      tokeniseKernel(), emitKernel(),
    ];
    try {
      const bytes = assembleModule(kernels);
      compiled = WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : 'refused';
    } catch {
      compiled = 'refused';
    }
  }
  return compiled === 'refused' ? undefined : compiled;
}

/** An engine with at least `bytes` of memory, whose content is undefined. Valid until the next call. */
export function openSimdEngine(bytes: number): SimdEngine | undefined {
  const module = compile();
  if (module === undefined) return undefined;
  const pages = Math.ceil(bytes / PAGE_BYTES);
  if (bytes > KEPT_BYTES) return instantiate(module, pages);
  kept ??= instantiate(module, pages);
  const missing = pages - kept.memory.buffer.byteLength / PAGE_BYTES;
  if (missing > 0) kept.memory.grow(missing);
  return kept;
}

function instantiate(module: object, pages: number): SimdEngine {
  const memory = new WebAssembly.Memory({ initial: pages });
  return { memory, kernels: new WebAssembly.Instance(module, { env: { memory } }).exports as SimdKernels };
}
