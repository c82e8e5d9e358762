import { assign, f32x4, FunctionBuilder, i16x8, i32, i32x4, local, loopWhile, TYPE, u8x16, v128, type Code } from './assembler.ts';

type Kernel = { readonly builder: FunctionBuilder; readonly body: Code };

/**
 * Loops over one row, four or sixteen values at a time. They run past the row's end by less than one vector: callers go
 * through rows in rising order and leave `VECTOR_SLACK_BYTES` after the last.
 */
export const VECTOR_SLACK_BYTES = 64;

const [FROM, TO, COUNT, FIRST, SECOND] = [0, 1, 2, 3, 4] as const;
const rowBuilder = (name: string): FunctionBuilder => new FunctionBuilder(name, [TYPE.i32, TYPE.i32, TYPE.i32, TYPE.f32, TYPE.f32]);
const advance = (pointer: number, bytes: number): Code => assign(pointer, i32.add(local(pointer), i32.constant(bytes)));

/** Calls `body` once per `lanes` values; FROM and TO move by the given bytes. */
const overRow = (body: Code, step: { readonly lanes: number; readonly fromBytes: number; readonly toBytes: number }): Code =>
  loopWhile(i32.lessThan(i32.constant(0), local(COUNT)), [
    ...body, ...advance(FROM, step.fromBytes), ...advance(TO, step.toBytes), ...assign(COUNT, i32.subtract(local(COUNT), i32.constant(step.lanes))),
  ]);

/** float = (pixel - FIRST) * SECOND */
export function normaliseKernel(): Kernel {
  const wide = f32x4.fromUnsigned(i32x4.extendLowUnsigned(i16x8.extendLowUnsigned(v128.load32Zero(local(FROM)))));
  const value = f32x4.multiply(f32x4.subtract(wide, f32x4.splat(local(FIRST))), f32x4.splat(local(SECOND)));
  return { builder: rowBuilder('normalise'), body: overRow(v128.store(local(TO), value), { lanes: 4, fromBytes: 4, toBytes: 16 }) };
}

/** pixel = float * FIRST + SECOND + 0.5, cut off below and at 0..255 */
export function denormaliseKernel(): Kernel {
  const builder = rowBuilder('denormalise');
  const words = builder.take(TYPE.v128);
  const value = f32x4.add(f32x4.add(f32x4.multiply(v128.load(local(FROM)), f32x4.splat(local(FIRST))), f32x4.splat(local(SECOND))), f32x4.constant(0.5));
  const body: Code = [
    ...assign(words, f32x4.truncate(value)),
    ...assign(words, i32x4.narrowToSigned16(local(words), local(words))),
    ...v128.store32Lane(local(TO), i32x4.narrowToUnsigned8(local(words), local(words)), 0, 0),
  ];
  return { builder, body: overRow(body, { lanes: 4, fromBytes: 16, toBytes: 4 }) };
}

/** 16-bit bin = 0 within FIRST of 0, else sign * trunc((|float| - FIRST) * SECOND + 1) */
export function quantizeKernel(): Kernel {
  const builder = rowBuilder('quantize');
  const [value, magnitude, sign, bin] = builder.takeMany(TYPE.v128, 4) as [number, number, number, number];
  const half = f32x4.splat(local(FIRST));
  const body: Code = [
    ...assign(value, v128.load(local(FROM))),
    ...assign(magnitude, f32x4.absolute(local(value))),
    ...assign(sign, i32x4.shiftRightSigned(local(value), i32.constant(31))),
    ...assign(bin, f32x4.truncate(f32x4.add(f32x4.multiply(f32x4.subtract(local(magnitude), half), f32x4.splat(local(SECOND))), f32x4.constant(1)))),
    ...assign(bin, v128.and(local(bin), f32x4.greaterThan(local(magnitude), half))),
    ...assign(bin, i32x4.subtract(v128.xor(local(bin), local(sign)), local(sign))),
    ...v128.store64Lane(local(TO), i32x4.narrowToSigned16(local(bin), local(bin))),
  ];
  return { builder, body: overRow(body, { lanes: 4, fromBytes: 16, toBytes: 8 }) };
}

/** Least, most (16 bytes each) and four partial sums of COUNT pixels, a multiple of 16, to TO. */
export function rangeKernel(): Kernel {
  const builder = new FunctionBuilder('range', [TYPE.i32, TYPE.i32, TYPE.i32]);
  const [pixels, least, most, sum] = builder.takeMany(TYPE.v128, 4) as [number, number, number, number];
  const body: Code = [
    ...assign(least, v128.load(local(FROM))),
    ...loopWhile(i32.lessThan(i32.constant(0), local(COUNT)), [
      ...assign(pixels, v128.load(local(FROM))),
      ...assign(least, u8x16.least(local(least), local(pixels))),
      ...assign(most, u8x16.most(local(most), local(pixels))),
      ...assign(sum, i32x4.add(local(sum), i32x4.pairwiseAddUnsigned(i16x8.pairwiseAddUnsigned(local(pixels))))),
      ...advance(FROM, 16), ...assign(COUNT, i32.subtract(local(COUNT), i32.constant(16))),
    ]),
    ...v128.store(local(TO), local(least)),
    ...v128.store(i32.add(local(TO), i32.constant(16)), local(most)),
    ...v128.store(i32.add(local(TO), i32.constant(32)), local(sum)),
  ];
  return { builder, body };
}
