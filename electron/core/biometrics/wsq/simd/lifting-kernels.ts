import { assign, f32x4, FunctionBuilder, i32, local, loopWhile, TYPE, v128, when, type Code } from './assembler.ts';
import { ALPHA, BETA, DELTA, GAMMA, HIGH_GAIN, LOW_GAIN } from '../lifting.ts';

/**
 * The loops of `lifting.ts`, four lines at once, one in each lane. Down the columns the lanes are neighbours in memory;
 * along the rows they are a stride apart. The last group overlaps the one before: it writes the same values again.
 * Lines must be at least 8 samples long and there must be at least 4 of them.
 */
export const LEAST_SIMD_LENGTH = 8;
const LANES = 4;

/** Parameters of every kernel: addresses and steps in bytes. `lowAt` and `highAt` are offsets within the line of halves. */
const PARAMETERS = ['from', 'to', 'lineCount', 'stride', 'length', 'lowAt', 'highAt'] as const;
const [FROM, TO, LINE_COUNT, STRIDE, LENGTH, LOW_AT, HIGH_AT] = [0, 1, 2, 3, 4, 5, 6] as const;

/** A moving position in four lines. */
type Cursor = { start(base: Code): Code; load(samples: 0 | 1 | 2): Code; store(value: Code, samples: 0 | 1): Code; advance(samples: 1 | 2): Code };
type Direction = 'rows' | 'columns';

function makeCursor(builder: FunctionBuilder, direction: Direction): Cursor {
  if (direction === 'columns') {
    const at = builder.take(TYPE.i32);
    const address = (samples: number): Code => (samples === 0 ? local(at) : i32.add(local(at), samples === 1 ? local(STRIDE) : i32.multiply(local(STRIDE), i32.constant(2))));
    return {
      start: (base) => assign(at, base),
      load: (samples) => v128.load(address(samples)),
      store: (value, samples) => v128.store(address(samples), value),
      advance: (samples) => assign(at, address(samples)),
    };
  }
  const lanes = builder.takeMany(TYPE.i32, LANES);
  const spare = builder.take(TYPE.v128);
  return {
    start: (base) => [...assign(lanes[0]!, base), ...lanes.slice(1).flatMap((lane, i) => assign(lane, i32.add(local(lanes[i]!), local(STRIDE))))],
    load: (samples) => lanes.reduce<Code>((vector, lane, i) => v128.load32Lane(local(lane), vector, i, 4 * samples), f32x4.constant(0)),
    store: (value, samples) => [...assign(spare, value), ...lanes.flatMap((lane, i) => v128.store32Lane(local(lane), local(spare), i, 4 * samples))],
    advance: (samples) => lanes.flatMap((lane) => assign(lane, i32.add(local(lane), i32.constant(4 * samples)))),
  };
}

const scaled = (factor: number, value: Code): Code => f32x4.multiply(f32x4.constant(factor), value);
const sum = (a: number, b: number): Code => f32x4.add(local(a), local(b));
/** value + factor * (a + b) */
const lift = (value: Code, factor: number, pair: Code): Code => f32x4.add(value, scaled(factor, pair));

/** Runs `body` for every group of four lines; `line` is the byte offset of the group's first line. */
function forLineGroups(builder: FunctionBuilder, direction: Direction, body: (line: Code) => Code): Code {
  const index = builder.take(TYPE.i32);
  const last = i32.subtract(local(LINE_COUNT), i32.constant(LANES));
  const line = i32.multiply(local(index), direction === 'columns' ? i32.constant(4) : local(STRIDE));
  return loopWhile(i32.lessThan(local(index), local(LINE_COUNT)), [
    ...when(i32.lessThan(last, local(index)), assign(index, last)),
    ...body(line),
    ...assign(index, i32.add(local(index), i32.constant(LANES))),
  ]);
}

type Kernel = { readonly builder: FunctionBuilder; readonly body: Code };
const makeBuilder = (name: string): FunctionBuilder => new FunctionBuilder(name, PARAMETERS.map(() => TYPE.i32));
/** 1 when the line is odd. */
const isOdd: Code = [...local(LENGTH), ...i32.constant(1), 0x71];
/** `passes` times. */
const times = (counter: number, passes: Code, body: Code): Code =>
  [...assign(counter, passes), ...loopWhile(i32.lessThan(i32.constant(0), local(counter)), [...body, ...assign(counter, i32.subtract(local(counter), i32.constant(1)))])];
const lowCount: Code = [...i32.add(local(LENGTH), i32.constant(1)), ...i32.constant(1), 0x76];
const highCount: Code = [...local(LENGTH), ...i32.constant(1), 0x76];

export function analysisKernel(name: string, direction: Direction): Kernel {
  const builder = makeBuilder(name);
  const [read, low, high] = [makeCursor(builder, direction), makeCursor(builder, direction), makeCursor(builder, direction)];
  const [even, next, d1, s1, d2, nextD1, nextS1, nextD2] = builder.takeMany(TYPE.v128, 8) as [number, number, number, number, number, number, number, number];
  const counter = builder.take(TYPE.i32);
  const emit = (before: number): Code => [
    ...low.store(scaled(LOW_GAIN, lift(local(s1), DELTA, sum(before, nextD2))), 0), ...low.advance(1),
    ...high.store(scaled(HIGH_GAIN, local(nextD2)), 0), ...high.advance(1),
  ];
  const step = (first: boolean, hasNext: boolean): Code => [
    ...assign(even, local(next)),
    ...(hasNext ? assign(next, read.load(2)) : []),
    ...assign(nextD1, lift(read.load(1), ALPHA, sum(even, next))),
    ...read.advance(2),
    ...assign(nextS1, lift(local(even), BETA, sum(d1, nextD1))),
    ...assign(nextD2, lift(local(d1), GAMMA, sum(s1, nextS1))),
    ...emit(first ? nextD2 : d2),
    ...assign(d1, local(nextD1)), ...assign(s1, local(nextS1)), ...assign(d2, local(nextD2)),
  ];
  const body = (line: Code): Code => [
    ...read.start(i32.add(local(FROM), line)),
    ...low.start(i32.add(i32.add(local(TO), line), local(LOW_AT))),
    ...high.start(i32.add(i32.add(local(TO), line), local(HIGH_AT))),
    ...assign(even, read.load(0)), ...assign(next, read.load(2)),
    ...assign(d1, lift(read.load(1), ALPHA, sum(even, next))),
    ...assign(s1, lift(local(even), 2 * BETA, local(d1))),
    ...read.advance(2),
    ...step(true, true),
    ...times(counter, i32.subtract(lowCount, i32.constant(3)), step(false, true)),
    ...when(isOdd, assign(nextS1, lift(local(next), 2 * BETA, local(d1))), [...step(false, false), ...assign(nextS1, local(s1))]),
    ...assign(nextD2, lift(local(d1), GAMMA, sum(s1, nextS1))),
    ...emit(d2),
    ...when(isOdd, low.store(scaled(LOW_GAIN, lift(local(nextS1), 2 * DELTA, local(nextD2))), 0)),
  ];
  return { builder, body: forLineGroups(builder, direction, body) };
}

export function synthesisKernel(name: string, direction: Direction): Kernel {
  const builder = makeBuilder(name);
  const [write, low, high] = [makeCursor(builder, direction), makeCursor(builder, direction), makeCursor(builder, direction)];
  const [even, nextEven, s1, nextS1, d1, nextD1, d2, nextD2] = builder.takeMany(TYPE.v128, 8) as [number, number, number, number, number, number, number, number];
  const counter = builder.take(TYPE.i32);
  const step = (first: boolean, hasHigh: boolean): Code => [
    ...low.advance(1),
    ...(hasHigh ? [...high.advance(1), ...assign(nextD2, scaled(LOW_GAIN, high.load(0)))] : assign(nextD2, local(d2))),
    ...assign(nextS1, lift(scaled(HIGH_GAIN, low.load(0)), -DELTA, sum(d2, nextD2))),
    ...assign(nextD1, lift(local(d2), -GAMMA, sum(s1, nextS1))),
    ...assign(nextEven, lift(local(s1), -BETA, sum(first ? nextD1 : d1, nextD1))),
    ...(first ? [] : [...write.store(lift(local(d1), -ALPHA, sum(even, nextEven)), 1), ...write.advance(2)]),
    ...write.store(local(nextEven), 0),
    ...assign(even, local(nextEven)), ...assign(d1, local(nextD1)), ...assign(s1, local(nextS1)), ...assign(d2, local(nextD2)),
  ];
  const evenEnd: Code = [
    ...assign(nextD1, lift(local(d2), -2 * GAMMA, local(s1))),
    ...assign(nextEven, lift(local(s1), -BETA, sum(d1, nextD1))),
    ...write.store(lift(local(d1), -ALPHA, sum(even, nextEven)), 1), ...write.advance(2),
    ...write.store(local(nextEven), 0),
    ...write.store(lift(local(nextD1), -2 * ALPHA, local(nextEven)), 1),
  ];
  const oddEnd: Code = [
    ...step(false, false),
    ...assign(nextEven, lift(local(s1), -2 * BETA, local(d1))),
    ...write.store(lift(local(d1), -ALPHA, sum(even, nextEven)), 1), ...write.advance(2),
    ...write.store(local(nextEven), 0),
  ];
  const body = (line: Code): Code => [
    ...write.start(i32.add(local(TO), line)),
    ...low.start(i32.add(i32.add(local(FROM), line), local(LOW_AT))),
    ...high.start(i32.add(i32.add(local(FROM), line), local(HIGH_AT))),
    ...assign(d2, scaled(LOW_GAIN, high.load(0))),
    ...assign(s1, lift(scaled(HIGH_GAIN, low.load(0)), -2 * DELTA, local(d2))),
    ...step(true, true),
    ...times(counter, i32.subtract(highCount, i32.constant(2)), step(false, true)),
    ...when(isOdd, oddEnd, evenEnd),
  ];
  return { builder, body: forLineGroups(builder, direction, body) };
}
