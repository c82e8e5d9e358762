/**
 * Just enough of a WebAssembly assembler to write SIMD loops in TypeScript: the module is made when first used, so the
 * repository holds no binary and needs no other compiler. Expressions are byte sequences in the order of execution.
 * Source: WebAssembly Core Specification 2.0, 5 "Binary Format".
 */
export type Code = readonly number[];

export const TYPE = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const;
export type ValueType = (typeof TYPE)[keyof typeof TYPE];

/** Unsigned and signed variable-length integers. */
export function unsignedLeb(value: number): Code {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return bytes;
}

export function signedLeb(value: number): Code {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const byte = rest & 0x7f;
    rest >>= 7;
    const done = (rest === 0 && (byte & 0x40) === 0) || (rest === -1 && (byte & 0x40) !== 0);
    bytes.push(done ? byte : byte | 0x80);
    if (done) return bytes;
  }
}

const float32Bytes = (value: number): Code => [...new Uint8Array(Float32Array.of(value).buffer)];
const simd = (opcode: number): Code => [0xfd, ...unsignedLeb(opcode)];
const binary = (opcode: Code) => (a: Code, b: Code): Code => [...a, ...b, ...opcode];
const unary = (opcode: Code) => (a: Code): Code => [...a, ...opcode];
const at = (alignLog2: number, offsetBytes: number): Code => [alignLog2, ...unsignedLeb(offsetBytes)];

export const local = (index: number): Code => [0x20, ...unsignedLeb(index)];
export const assign = (index: number, value: Code): Code => [...value, 0x21, ...unsignedLeb(index)];

export const i32 = {
  constant: (value: number): Code => [0x41, ...signedLeb(value)],
  add: binary([0x6a]),
  subtract: binary([0x6b]),
  multiply: binary([0x6c]),
  lessThan: binary([0x48]),
  atMost: binary([0x4c]),
  and: binary([0x71]),
  or: binary([0x72]),
  shiftLeft: binary([0x74]),
  shiftRight: binary([0x76]),
  isZero: unary([0x45]),
  load: (address: Code, offsetBytes = 0): Code => [...address, 0x28, ...at(2, offsetBytes)],
  load16Signed: (address: Code): Code => [...address, 0x2e, ...at(1, 0)],
  store8: (address: Code, value: Code, offsetBytes = 0): Code => [...address, ...value, 0x3a, ...at(0, offsetBytes)],
  /** Eight bytes that are all 0. */
  areZero8: (address: Code): Code => [...address, 0x29, ...at(0, 0), 0x50],
  store: (address: Code, value: Code, offsetBytes = 0): Code => [...address, ...value, 0x36, ...at(2, offsetBytes)],
} as const;

export const v128 = {
  load: (address: Code, offsetBytes = 0): Code => [...address, ...simd(0x00), ...at(0, offsetBytes)],
  store: (address: Code, value: Code): Code => [...address, ...value, ...simd(0x0b), ...at(0, 0)],
  load32Zero: (address: Code): Code => [...address, ...simd(0x5c), ...at(0, 0)],
  load64Zero: (address: Code, offsetBytes: number): Code => [...address, ...simd(0x5d), ...at(0, offsetBytes)],
  load64High: (address: Code, into: Code, offsetBytes: number): Code => [...address, ...into, ...simd(0x57), ...at(0, offsetBytes), 1],
  load32Lane: (address: Code, into: Code, lane: number, offsetBytes: number): Code => [...address, ...into, ...simd(0x56), ...at(0, offsetBytes), lane],
  store32Lane: (address: Code, value: Code, lane: number, offsetBytes: number): Code => [...address, ...value, ...simd(0x5a), ...at(0, offsetBytes), lane],
  store64Lane: (address: Code, value: Code, lane: 0 | 1 = 0, offsetBytes = 0): Code => [...address, ...value, ...simd(0x5b), ...at(0, offsetBytes), lane],
  /** Four 32-bit lanes chosen from a (0..3) and b (4..7). */
  pick: (a: Code, b: Code, lanes: readonly [number, number, number, number]): Code => [...a, ...b, ...simd(0x0d), ...lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte))],
  and: binary(simd(0x4e)),
  xor: binary(simd(0x51)),
} as const;

export const f32x4 = {
  /** The same value in all four lanes. */
  constant: (value: number): Code => [...simd(0x0c), ...float32Bytes(value), ...float32Bytes(value), ...float32Bytes(value), ...float32Bytes(value)],
  splat: unary(simd(0x13)),
  absolute: unary(simd(0xe0)),
  add: binary(simd(0xe4)),
  subtract: binary(simd(0xe5)),
  multiply: binary(simd(0xe6)),
  greaterThan: binary(simd(0x44)),
  fromUnsigned: unary(simd(0xfb)),
  truncate: unary(simd(0xf8)),
} as const;

export const i32x4 = {
  shiftRightSigned: binary(simd(0xac)),
  subtract: binary(simd(0xb1)),
  add: binary(simd(0xae)),
  extendLowUnsigned: unary(simd(0xa9)),
  pairwiseAddUnsigned: unary(simd(0x7f)),
  narrowToSigned16: binary(simd(0x85)),
  narrowToUnsigned8: binary(simd(0x66)),
} as const;

export const i16x8 = { extendLowUnsigned: unary(simd(0x89)), pairwiseAddUnsigned: unary(simd(0x7d)) } as const;
export const u8x16 = { least: binary(simd(0x77)), most: binary(simd(0x79)) } as const;

/** One of two values, both worked out. */
export const choose = (condition: Code, yes: Code, no: Code): Code => [...yes, ...no, ...condition, 0x1b];
/** `body` once if the condition is not 0. */
export const when = (condition: Code, body: Code, otherwise: Code = []): Code =>
  [...condition, 0x04, 0x40, ...body, ...(otherwise.length === 0 ? [] : [0x05, ...otherwise]), 0x0b];
/** `body` while the condition, tested first, is not 0. */
export const loopWhile = (condition: Code, body: Code): Code => [0x02, 0x40, 0x03, 0x40, ...condition, 0x45, 0x0d, 1, ...body, 0x0c, 0, 0x0b, 0x0b];

/** One exported function without results. Locals are numbered after the parameters, in the order they are taken. */
export class FunctionBuilder {
  readonly name: string;
  readonly parameters: readonly ValueType[];
  readonly #locals: ValueType[] = [];

  constructor(name: string, parameters: readonly ValueType[]) {
    this.name = name;
    this.parameters = parameters;
  }

  take(type: ValueType): number {
    this.#locals.push(type);
    return this.parameters.length + this.#locals.length - 1;
  }

  takeMany(type: ValueType, count: number): readonly number[] {
    return Array.from({ length: count }, () => this.take(type));
  }

  assemble(body: Code): Code {
    const locals = this.#locals.flatMap((type) => [1, type]);
    return sized([...unsignedLeb(this.#locals.length), ...locals, ...body, 0x0b]);
  }
}

const sized = (bytes: Code): Code => [...unsignedLeb(bytes.length), ...bytes];
const section = (id: number, entries: readonly Code[]): Code => [id, ...sized([...unsignedLeb(entries.length), ...entries.flat()])];
const nameOf = (text: string): Code => sized(Array.from(text, (character) => character.charCodeAt(0)));

/** A module that imports `env.memory` and exports the given functions. */
export function assembleModule(functions: readonly { readonly builder: FunctionBuilder; readonly body: Code }[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, functions.map(({ builder }) => [0x60, ...unsignedLeb(builder.parameters.length), ...builder.parameters, 0])),
    ...section(2, [[...nameOf('env'), ...nameOf('memory'), 0x02, 0x00, 0]]),
    ...section(3, functions.map((_, index) => unsignedLeb(index))),
    ...section(7, functions.map(({ builder }, index) => [...nameOf(builder.name), 0x00, ...unsignedLeb(index)])),
    ...section(10, functions.map(({ builder, body }) => builder.assemble(body))),
  ]);
}
