import { assign, f32x4, i32, local, loopWhile, TYPE, v128, when, type Code, type FunctionBuilder } from './assembler.ts';

/**
 * In which order a kernel visits four lines at a time.
 * - `rows`: lanes are four rows, a stride apart; each group goes along its rows once.
 * - `columns`: lanes are four neighbouring columns; each group goes down once. Every sample is in another page, so this is
 *   only for the last few columns.
 * - `sweep`: all columns together, row by row, the lifting state of each column kept in memory at STATE. The line count
 *   must be a multiple of 4.
 * In `rows` and `columns` the last group overlaps the one before: it writes the same values again.
 */
export type Direction = 'rows' | 'columns' | 'sweep';

/** Lines must be at least this long, and there must be at least four. */
export const LEAST_SIMD_LENGTH = 8;
const LANES = 4;
const VECTOR_BYTES = 16;

/** Addresses and steps in bytes; `lowAt` and `highAt` are where the halves begin within a line. */
export const KERNEL_PARAMETERS = ['from', 'to', 'lineCount', 'stride', 'length', 'lowAt', 'highAt', 'state'] as const;
const [FROM, TO, LINE_COUNT, STRIDE, LENGTH, LOW_AT, HIGH_AT, STATE] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** A place in four lines; samples are counted from it. Pairs are two samples in a row, as locals. */
export type Cursor = {
  readonly load: (samples: number) => Code;
  readonly store: (value: Code, samples: number) => Code;
  readonly loadPair: (first: number, second: number, samples: number) => Code;
  readonly storePair: (first: number, second: number, samples: number) => Code;
};
type MovingCursor = Cursor & { readonly start: (base: Code) => Code; readonly move: (samples: number) => Code };
type Cursors<C> = { readonly full: C; readonly low: C; readonly high: C };
export type Phase = (cursors: Cursors<Cursor>) => Code;
type Step = { readonly phase: Phase; readonly moves: Cursors<number> };

/** One transform of a line. `kept` are the vectors that live from one phase to the next. */
export type Phases = {
  /** True: `full` is read and the halves are written; false: the other way round. */
  readonly splits: boolean;
  readonly kept: readonly number[];
  readonly before: readonly Step[];
  /** Done as often as the low half is long, less the number given (when it joins: as the high half). */
  readonly repeated: Step & { readonly lessThanLowCount: number };
  readonly oddEnd: readonly Step[];
  readonly evenEnd: readonly Step[];
};

const isOdd: Code = [...local(LENGTH), ...i32.constant(1), 0x71];
const lowCount: Code = [...i32.add(local(LENGTH), i32.constant(1)), ...i32.constant(1), 0x76];
const highCount: Code = [...local(LENGTH), ...i32.constant(1), 0x76];

export function runPhases(builder: FunctionBuilder, direction: Direction, phases: Phases): Code {
  const across = builder.take(TYPE.i32);
  const counter = builder.take(TYPE.i32);
  const cursors: Cursors<MovingCursor> = {
    full: makeCursor(builder, direction, across), low: makeCursor(builder, direction, across), high: makeCursor(builder, direction, across),
  };
  const run = ({ phase, moves }: Step): Code => [
    ...(direction === 'sweep' ? alongRow(phase(cursors), across, phases.kept) : phase(cursors)),
    ...cursors.full.move(moves.full), ...cursors.low.move(moves.low), ...cursors.high.move(moves.high),
  ];
  const passes = i32.subtract(phases.splits ? lowCount : highCount, i32.constant(phases.repeated.lessThanLowCount));
  const line = (offset: Code): Code => [
    ...cursors.full.start(i32.add(local(phases.splits ? FROM : TO), offset)),
    ...cursors.low.start(i32.add(i32.add(local(phases.splits ? TO : FROM), offset), local(LOW_AT))),
    ...cursors.high.start(i32.add(i32.add(local(phases.splits ? TO : FROM), offset), local(HIGH_AT))),
    ...phases.before.flatMap(run),
    ...assign(counter, passes),
    ...loopWhile(i32.lessThan(i32.constant(0), local(counter)), [...run(phases.repeated), ...assign(counter, i32.subtract(local(counter), i32.constant(1)))]),
    ...when(isOdd, phases.oddEnd.flatMap(run), phases.evenEnd.flatMap(run)),
  ];
  return direction === 'sweep' ? line(i32.constant(0)) : forLineGroups(builder, direction, line);
}

function makeCursor(builder: FunctionBuilder, direction: Direction, across: number): MovingCursor {
  if (direction === 'rows') return makeRowCursor(builder);
  const at = builder.take(TYPE.i32);
  const ahead = (samples: number): Code => (samples === 0 ? local(at) : i32.add(local(at), samples === 1 ? local(STRIDE) : i32.multiply(local(STRIDE), i32.constant(samples))));
  const address = (samples: number): Code => (direction === 'sweep' ? i32.add(ahead(samples), local(across)) : ahead(samples));
  return {
    start: (base) => assign(at, base),
    load: (samples) => v128.load(address(samples)),
    store: (value, samples) => v128.store(address(samples), value),
    loadPair: (first, second, samples) => [...assign(first, v128.load(address(samples))), ...assign(second, v128.load(address(samples + 1)))],
    storePair: (first, second, samples) => [...v128.store(address(samples), local(first)), ...v128.store(address(samples + 1), local(second))],
    move: (samples) => (samples === 0 ? [] : assign(at, ahead(samples))),
  };
}

function makeRowCursor(builder: FunctionBuilder): MovingCursor {
  const lanes = builder.takeMany(TYPE.i32, LANES);
  const [spare, other] = builder.takeMany(TYPE.v128, 2) as unknown as readonly [number, number];
  const two = (a: number, b: number, samples: number): Code => v128.load64High(local(lanes[b]!), v128.load64Zero(local(lanes[a]!), 4 * samples), 4 * samples);
  const putTwo = (vector: number, a: number, b: number, samples: number): Code =>
    [...v128.store64Lane(local(lanes[a]!), local(vector), 0, 4 * samples), ...v128.store64Lane(local(lanes[b]!), local(vector), 1, 4 * samples)];
  return {
    start: (base) => [...assign(lanes[0]!, base), ...lanes.slice(1).flatMap((lane, i) => assign(lane, i32.add(local(lanes[i]!), local(STRIDE))))],
    load: (samples) => lanes.reduce<Code>((vector, lane, i) => v128.load32Lane(local(lane), vector, i, 4 * samples), f32x4.constant(0)),
    store: (value, samples) => [...assign(spare, value), ...lanes.flatMap((lane, i) => v128.store32Lane(local(lane), local(spare), i, 4 * samples))],
    // A pair of each row is one read: lanes 0, 2, 4, 6 are the first samples, the others the second ones.
    loadPair: (first, second, samples) => [
      ...assign(spare, two(0, 1, samples)), ...assign(other, two(2, 3, samples)),
      ...assign(first, v128.pick(local(spare), local(other), [0, 2, 4, 6])), ...assign(second, v128.pick(local(spare), local(other), [1, 3, 5, 7])),
    ],
    storePair: (first, second, samples) => [
      ...assign(spare, v128.pick(local(first), local(second), [0, 4, 1, 5])), ...assign(other, v128.pick(local(first), local(second), [2, 6, 3, 7])),
      ...putTwo(spare, 0, 1, samples), ...putTwo(other, 2, 3, samples),
    ],
    move: (samples) => (samples === 0 ? [] : lanes.flatMap((lane) => assign(lane, i32.add(local(lane), i32.constant(4 * samples))))),
  };
}

/** Runs a phase for every vector of a row, fetching and keeping the state of its columns. */
function alongRow(phase: Code, across: number, kept: readonly number[]): Code {
  const rowBytes = i32.multiply(local(LINE_COUNT), i32.constant(4));
  const place = (index: number): Code => i32.add(i32.add(local(STATE), i32.multiply(rowBytes, i32.constant(index))), local(across));
  return [
    ...assign(across, i32.constant(0)),
    ...loopWhile(i32.lessThan(local(across), rowBytes), [
      ...kept.flatMap((vector, i) => assign(vector, v128.load(place(i)))),
      ...phase,
      ...kept.flatMap((vector, i) => v128.store(place(i), local(vector))),
      ...assign(across, i32.add(local(across), i32.constant(VECTOR_BYTES))),
    ]),
  ];
}

/** Runs `body` for every group of four lines, given the byte offset of the group's first line. */
function forLineGroups(builder: FunctionBuilder, direction: Direction, body: (offset: Code) => Code): Code {
  const index = builder.take(TYPE.i32);
  const last = i32.subtract(local(LINE_COUNT), i32.constant(LANES));
  const offset = i32.multiply(local(index), direction === 'columns' ? i32.constant(4) : local(STRIDE));
  return loopWhile(i32.lessThan(local(index), local(LINE_COUNT)), [
    ...when(i32.lessThan(last, local(index)), assign(index, last)),
    ...body(offset),
    ...assign(index, i32.add(local(index), i32.constant(LANES))),
  ]);
}
