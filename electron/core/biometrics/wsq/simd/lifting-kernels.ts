import { assign, f32x4, FunctionBuilder, local, TYPE, type Code } from './assembler.ts';
import { ALPHA, BETA, DELTA, GAMMA, HIGH_GAIN, LOW_GAIN } from '../lifting.ts';
import { KERNEL_PARAMETERS, runPhases, type Direction, type Phase } from './line-order.ts';

/** One loop as it goes into the module. */
export type Kernel = { readonly builder: FunctionBuilder; readonly body: Code };

const scaled = (factor: number, value: Code): Code => f32x4.multiply(f32x4.constant(factor), value);
const sum = (a: number, b: number): Code => f32x4.add(local(a), local(b));
/** value + factor * (a + b) */
const lift = (value: Code, factor: number, pair: Code): Code => f32x4.add(value, scaled(factor, pair));
const makeBuilder = (name: string): FunctionBuilder => new FunctionBuilder(name, KERNEL_PARAMETERS.map(() => TYPE.i32));
const STILL = { full: 0, low: 0, high: 0 } as const;
const MOVED = { full: 2, low: 1, high: 1 } as const;
type Eight = readonly [number, number, number, number, number, number, number, number];

/** `analyseLines97` on four lines at once. */
export function analysisKernel(name: string, direction: Direction): Kernel {
  const builder = makeBuilder(name);
  const [even, next, d1, s1, d2, nextD1, nextS1, nextD2] = builder.takeMany(TYPE.v128, 8) as unknown as Eight;
  const emit = (before: number): Phase => ({ low, high }) => [
    ...low.store(scaled(LOW_GAIN, lift(local(s1), DELTA, sum(before, nextD2))), 0),
    ...high.store(scaled(HIGH_GAIN, local(nextD2)), 0),
  ];
  const begin: Phase = ({ full }) => [
    ...assign(even, full.load(0)), ...full.loadPair(d1, next, 1), ...assign(d1, lift(local(d1), ALPHA, sum(even, next))),
    ...assign(s1, lift(local(even), 2 * BETA, local(d1))),
  ];
  const step = (first: boolean, hasNext: boolean): Phase => (cursors) => [
    ...assign(even, local(next)),
    ...(hasNext ? cursors.full.loadPair(nextD1, next, 1) : assign(nextD1, cursors.full.load(1))),
    ...assign(nextD1, lift(local(nextD1), ALPHA, sum(even, next))),
    ...assign(nextS1, lift(local(even), BETA, sum(d1, nextD1))),
    ...assign(nextD2, lift(local(d1), GAMMA, sum(s1, nextS1))),
    ...emit(first ? nextD2 : d2)(cursors),
    ...assign(d1, local(nextD1)), ...assign(s1, local(nextS1)), ...assign(d2, local(nextD2)),
  ];
  const oddEnd: Phase = (cursors) => [
    ...assign(nextS1, lift(local(next), 2 * BETA, local(d1))),
    ...assign(nextD2, lift(local(d1), GAMMA, sum(s1, nextS1))),
    ...emit(d2)(cursors),
    ...cursors.low.store(scaled(LOW_GAIN, lift(local(nextS1), 2 * DELTA, local(nextD2))), 1),
  ];
  const evenEnd: Phase = (cursors) => [...assign(nextD2, lift(local(d1), 2 * GAMMA, local(s1))), ...emit(d2)(cursors)];
  return {
    builder,
    body: runPhases(builder, direction, {
      splits: true,
      kept: [next, d1, s1, d2],
      before: [{ phase: begin, moves: { full: 2, low: 0, high: 0 } }, { phase: step(true, true), moves: MOVED }],
      // Low-pass samples 2 to count - 2 have a sample to their right.
      repeated: { phase: step(false, true), moves: MOVED, lessThanLowCount: 3 },
      oddEnd: [{ phase: oddEnd, moves: MOVED }],
      evenEnd: [{ phase: step(false, false), moves: MOVED }, { phase: evenEnd, moves: MOVED }],
    }),
  };
}

/** `synthesiseLines97` on four lines at once. */
export function synthesisKernel(name: string, direction: Direction): Kernel {
  const builder = makeBuilder(name);
  const [even, nextEven, s1, nextS1, d1, nextD1, d2, nextD2] = builder.takeMany(TYPE.v128, 8) as unknown as Eight;
  const begin: Phase = ({ low, high }) => [
    ...assign(d2, scaled(LOW_GAIN, high.load(0))),
    ...assign(s1, lift(scaled(HIGH_GAIN, low.load(0)), -2 * DELTA, local(d2))),
  ];
  const step = (first: boolean, hasHigh: boolean): Phase => ({ full, low, high }) => [
    ...assign(nextD2, hasHigh ? scaled(LOW_GAIN, high.load(1)) : local(d2)),
    ...assign(nextS1, lift(scaled(HIGH_GAIN, low.load(1)), -DELTA, sum(d2, nextD2))),
    ...assign(nextD1, lift(local(d2), -GAMMA, sum(s1, nextS1))),
    ...assign(nextEven, lift(local(s1), -BETA, sum(first ? nextD1 : d1, nextD1))),
    ...(first ? full.store(local(nextEven), 0) : [...assign(d1, lift(local(d1), -ALPHA, sum(even, nextEven))), ...full.storePair(d1, nextEven, 1)]),
    ...assign(even, local(nextEven)), ...assign(d1, local(nextD1)), ...assign(s1, local(nextS1)), ...assign(d2, local(nextD2)),
  ];
  const evenEnd: Phase = ({ full }) => [
    ...assign(nextD1, lift(local(d2), -2 * GAMMA, local(s1))),
    ...assign(nextEven, lift(local(s1), -BETA, sum(d1, nextD1))),
    ...full.store(lift(local(d1), -ALPHA, sum(even, nextEven)), 1),
    ...full.store(local(nextEven), 2),
    ...full.store(lift(local(nextD1), -2 * ALPHA, local(nextEven)), 3),
  ];
  const oddEnd: Phase = ({ full }) => [
    ...assign(nextEven, lift(local(s1), -2 * BETA, local(d1))),
    ...full.store(lift(local(d1), -ALPHA, sum(even, nextEven)), 1),
    ...full.store(local(nextEven), 2),
  ];
  return {
    builder,
    body: runPhases(builder, direction, {
      splits: false,
      kept: [even, s1, d1, d2],
      before: [{ phase: begin, moves: STILL }, { phase: step(true, true), moves: { full: 0, low: 1, high: 1 } }],
      repeated: { phase: step(false, true), moves: MOVED, lessThanLowCount: 2 },
      oddEnd: [{ phase: step(false, false), moves: MOVED }, { phase: oddEnd, moves: STILL }],
      evenEnd: [{ phase: evenEnd, moves: STILL }],
    }),
  };
}
