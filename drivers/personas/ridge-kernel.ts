import { assembleModule, assign, f32x4, FunctionBuilder, i32, local, loopWhile, TYPE, v128, type Code } from '../../electron/core/biometrics/wsq/simd/assembler.ts';
import { ROW_FLOATS, SIDE_PX } from './gabor-bank.ts';

/** One pixel to filter: address of the first field value under the kernel, address of the kernel. */
export const ENTRY_BYTES = 8;

const loadI32 = (address: Code, offsetBytes: number): Code => [...address, 0x28, 2, offsetBytes];
const root = (value: Code): Code => [...value, 0xfd, 0xe3, 0x01];
const divide = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xe7, 0x01];
const larger = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xe9, 0x01];

const [LIST, COUNT, STRIDE, OUT] = [0, 1, 2, 3] as const;

/**
 * Both walk a list of entries and lay a kernel over the field at each, four values at a time.
 * `grow(list, count, strideBytes, most)` saturates the answer, puts it back in the middle, and leaves at `most` how far
 * a pixel moved at most. `answer(list, count, strideBytes, apart)` puts the bare answer `apart` bytes from the middle.
 */
export function assembleRidgeKernels(): Uint8Array<ArrayBuffer> {
  return assembleModule([growKernel(), answerKernel()]);
}

type Kernel = { readonly builder: FunctionBuilder; readonly body: Code };
type Locals = { readonly field: number; readonly kernel: number; readonly sum: number; readonly middle: number };

function builderOf(name: string): { readonly builder: FunctionBuilder; readonly locals: Locals } {
  const builder = new FunctionBuilder(name, [TYPE.i32, TYPE.i32, TYPE.i32, TYPE.i32]);
  return { builder, locals: { field: builder.take(TYPE.i32), kernel: builder.take(TYPE.i32), sum: builder.take(TYPE.v128), middle: builder.take(TYPE.i32) } };
}

/** Leaves the kernel's answer in every lane of `sum` and the address of the middle pixel in `middle`. */
function convolution({ field, kernel, sum, middle }: Locals): Code {
  const code: number[] = [...assign(field, loadI32(local(LIST), 0)), ...assign(kernel, loadI32(local(LIST), 4)), ...assign(sum, f32x4.constant(0))];
  const half = (SIDE_PX - 1) / 2;
  for (let row = 0; row < SIDE_PX; row++) {
    if (row === half) code.push(...assign(middle, i32.add(local(field), i32.constant(half * 4))));
    for (let lane = 0; lane < ROW_FLOATS; lane += 4) {
      const product = f32x4.multiply(v128.load(local(field), lane * 4), v128.load(local(kernel), (row * ROW_FLOATS + lane) * 4));
      code.push(...assign(sum, f32x4.add(local(sum), product)));
    }
    code.push(...assign(field, i32.add(local(field), local(STRIDE))));
  }
  for (const lanes of [[2, 3, 0, 1], [1, 0, 3, 2]] as const) code.push(...assign(sum, f32x4.add(local(sum), v128.pick(local(sum), local(sum), lanes))));
  return code;
}

const overList = (body: Code): Code => loopWhile(i32.lessThan(i32.constant(0), local(COUNT)), [
  ...body,
  ...assign(LIST, i32.add(local(LIST), i32.constant(ENTRY_BYTES))),
  ...assign(COUNT, i32.subtract(local(COUNT), i32.constant(1))),
]);

function growKernel(): Kernel {
  const { builder, locals } = builderOf('grow');
  const most = builder.take(TYPE.v128);
  const saturated = divide(local(locals.sum), root(f32x4.add(f32x4.constant(1), f32x4.multiply(local(locals.sum), local(locals.sum)))));
  const body = overList([
    ...convolution(locals),
    ...assign(locals.sum, saturated),
    ...assign(most, larger(local(most), f32x4.absolute(f32x4.subtract(local(locals.sum), v128.load32Zero(local(locals.middle)))))),
    ...v128.store32Lane(local(locals.middle), local(locals.sum), 0, 0),
  ]);
  return { builder, body: [...assign(most, f32x4.constant(0)), ...body, ...v128.store32Lane(local(OUT), local(most), 0, 0)] };
}

function answerKernel(): Kernel {
  const { builder, locals } = builderOf('answer');
  return { builder, body: overList([...convolution(locals), ...v128.store32Lane(i32.add(local(locals.middle), local(OUT)), local(locals.sum), 0, 0)]) };
}
