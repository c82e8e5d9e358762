import { KERNELS, KERNEL_FLOATS, RADIUS_PX, gaborPair } from './gabor-bank.ts';
import { ENTRY_BYTES, assembleRidgeKernels } from './ridge-kernel.ts';

/** Pixels of the half-size field that bear skin, with the kernel of each; `NO_SKIN` elsewhere, and always within a kernel's reach of the edges. */
export type Skin = { readonly widthPx: number; readonly heightPx: number; readonly kernelAt: Uint16Array };
export const NO_SKIN = 0xffff;

/** The part of the WebAssembly interface used here; drivers get no ambient types. */
type Memory = { readonly buffer: ArrayBuffer; grow(pages: number): number };
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Memory: new (size: { readonly initial: number }) => Memory;
  readonly Instance: new (module: object, imports: { readonly env: { readonly memory: Memory } }) => { readonly exports: unknown };
};
type Kernels = {
  readonly grow: (list: number, count: number, strideBytes: number, most: number) => void;
  readonly answer: (list: number, count: number, strideBytes: number, apart: number) => void;
};

const PAGE_BYTES = 65_536;
const BANK_BYTES = KERNELS * KERNEL_FLOATS * 4;
/** Memory: 16 bytes for results, the saturating bank, the two plain banks, then field, answers and list of one finger. */
const GROW_BANK = 16;
const EVEN_BANK = GROW_BANK + BANK_BYTES;
const ODD_BANK = EVEN_BANK + BANK_BYTES;
const FIELD = ODD_BANK + BANK_BYTES;
/** Gain of the growth before it saturates. */
const GAIN = 2.6;

let opened: { readonly memory: Memory; readonly kernels: Kernels } | undefined;

/** Kernels at work on the skin of one finger. One at a time: they share their memory. */
export class RidgeEngine {
  readonly #memory: Memory;
  readonly #kernels: Kernels;
  readonly #skin: Skin;
  readonly #list: number;

  constructor(skin: Skin) {
    ({ memory: this.#memory, kernels: this.#kernels } = open());
    this.#skin = skin;
    const fieldBytes = skin.kernelAt.length * 4;
    this.#list = FIELD + 2 * fieldBytes;
    // A kernel's last vector reads one value past the field.
    const missing = Math.ceil((this.#list + skin.kernelAt.length * ENTRY_BYTES + 16 - this.#memory.buffer.byteLength) / PAGE_BYTES);
    if (missing > 0) this.#memory.grow(missing);
    this.field.fill(0);
  }

  /** Ridge heights, -1..1. A view that is good until the next engine. */
  get field(): Float32Array {
    return new Float32Array(this.#memory.buffer, FIELD, this.#skin.kernelAt.length);
  }

  /** Lays down which pixels `grow` visits, and in which order. */
  order(pixels: Uint32Array): void {
    this.#fill(pixels, GROW_BANK);
  }

  /** Filters `count` of the ordered pixels in place; answers how far one moved at most. */
  grow(first: number, count: number): number {
    this.#kernels.grow(this.#list + first * ENTRY_BYTES, count, this.#skin.widthPx * 4, 0);
    return new Float32Array(this.#memory.buffer, 0, 1)[0]!;
  }

  /** Answers of the even and the odd kernels over the given pixels, 0 elsewhere. Overwrites the order. */
  quadrature(pixels: Uint32Array): { readonly even: Float32Array; readonly odd: Float32Array } {
    return { even: this.#answers(pixels, EVEN_BANK), odd: this.#answers(pixels, ODD_BANK) };
  }

  #answers(pixels: Uint32Array, bank: number): Float32Array {
    const fieldBytes = this.#skin.kernelAt.length * 4;
    this.#fill(pixels, bank);
    const answers = new Float32Array(this.#memory.buffer, FIELD + fieldBytes, this.#skin.kernelAt.length).fill(0);
    this.#kernels.answer(this.#list, pixels.length, this.#skin.widthPx * 4, fieldBytes);
    return answers.slice();
  }

  #fill(pixels: Uint32Array, bank: number): void {
    const { kernelAt, widthPx } = this.#skin;
    const list = new Int32Array(this.#memory.buffer, this.#list, pixels.length * 2);
    for (let n = 0; n < pixels.length; n++) {
      const at = pixels[n]!;
      list[2 * n] = FIELD + (at - RADIUS_PX * widthPx - RADIUS_PX) * 4;
      list[2 * n + 1] = bank + kernelAt[at]! * KERNEL_FLOATS * 4;
    }
  }
}

function open(): { readonly memory: Memory; readonly kernels: Kernels } {
  if (opened !== undefined) return opened;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(FIELD / PAGE_BYTES) });
  const banks = new Float32Array(memory.buffer, 0, FIELD / 4);
  for (let n = 0; n < KERNELS; n++) {
    const { even, odd } = gaborPair(n);
    banks.set(even.map((value) => value * GAIN), GROW_BANK / 4 + n * KERNEL_FLOATS);
    banks.set(even, EVEN_BANK / 4 + n * KERNEL_FLOATS);
    banks.set(odd, ODD_BANK / 4 + n * KERNEL_FLOATS);
  }
  const instance = new WebAssembly.Instance(new WebAssembly.Module(assembleRidgeKernels()), { env: { memory } });
  opened = { memory, kernels: instance.exports as Kernels };
  return opened;
}
