import { assign, choose, FunctionBuilder, i32, local, loopWhile, TYPE, when, type Code } from './assembler.ts';
import { LARGEST_VALUE, LONGEST_RUN, SMALLEST_VALUE, SYMBOL } from '../symbols.ts';
import type { Kernel } from './lifting-kernels.ts';

/** The loops of `entropy-encode.ts`, which says what a token is. */
const [FROM, TO, COUNT, TABLE, RESULT] = [0, 1, 2, 3, 4] as const;
const makeBuilder = (name: string): FunctionBuilder => new FunctionBuilder(name, [TYPE.i32, TYPE.i32, TYPE.i32, TYPE.i32, TYPE.i32]);
const { constant } = i32;
const move = (pointer: number, bytes: number): Code => assign(pointer, i32.add(local(pointer), constant(bytes)));
const escape = (magnitude: Code, symbol: Code): Code => i32.or(i32.shiftLeft(magnitude, constant(8)), symbol);

/** Coefficients at FROM to tokens at TO; the histogram at TABLE is added to, the number of tokens goes to RESULT. */
export function tokeniseKernel(): Kernel {
  const builder = makeBuilder('tokenise');
  const [end, limit, start, value, token, slot, first] = builder.takeMany(TYPE.i32, 7) as unknown as readonly [number, number, number, number, number, number, number];
  const run: Code = [
    ...assign(limit, i32.add(local(start), constant(2 * LONGEST_RUN))),
    ...assign(limit, choose(i32.lessThan(local(limit), local(end)), local(limit), local(end))),
    // Most coefficients are 0: four at a time, then one by one.
    ...loopWhile(i32.lessThan(i32.add(local(FROM), constant(7)), local(limit)), [...when(i32.areZero8(local(FROM)), move(FROM, 8), [0x0c, 2])]),
    ...loopWhile(i32.lessThan(local(FROM), local(limit)), [...when(i32.load16Signed(local(FROM)), [0x0c, 2]), ...move(FROM, 2)]),
    ...assign(token, i32.shiftRight(i32.subtract(local(FROM), local(start)), constant(1))),
    ...when(i32.lessThan(constant(SYMBOL.longestShortRun), local(token)), assign(token, escape(local(token), choose(i32.atMost(local(token), constant(255)), constant(SYMBOL.run8), constant(SYMBOL.run16))))),
  ];
  const bySign = (positive: number, negative: number): Code => choose(i32.lessThan(constant(0), local(value)), constant(positive), constant(negative));
  const escaped: Code = [
    ...assign(slot, choose(i32.lessThan(local(value), constant(0)), i32.subtract(constant(0), local(value)), local(value))),
    ...assign(token, escape(local(slot), choose(i32.atMost(local(slot), constant(255)), bySign(SYMBOL.positive8, SYMBOL.negative8), bySign(SYMBOL.positive16, SYMBOL.negative16)))),
  ];
  const inTable = i32.and(i32.lessThan(constant(SMALLEST_VALUE - 1), local(value)), i32.atMost(local(value), constant(LARGEST_VALUE)));
  const body: Code = [
    ...assign(end, i32.add(local(FROM), i32.multiply(local(COUNT), constant(2)))),
    ...assign(first, local(TO)),
    ...loopWhile(i32.lessThan(local(FROM), local(end)), [
      ...assign(start, local(FROM)), ...assign(value, i32.load16Signed(local(FROM))), ...move(FROM, 2),
      ...when(local(value), when(inTable, assign(token, i32.add(local(value), constant(SYMBOL.valueZero))), escaped), run),
      ...assign(slot, i32.add(local(TABLE), i32.shiftLeft(i32.and(local(token), constant(0xff)), constant(2)))),
      ...i32.store(local(slot), i32.add(i32.load(local(slot)), constant(1))),
      ...i32.store(local(TO), local(token)), ...move(TO, 4),
    ]),
    ...i32.store(local(RESULT), i32.shiftRight(i32.subtract(local(TO), local(first)), constant(2))),
  ];
  return { builder, body };
}

/**
 * Tokens at FROM to bytes at TO. A word of TABLE is code | code length << 16 | extra bits << 24.
 * RESULT: bytes written, bits left over (in the low end of a word), how many.
 */
export function emitKernel(): Kernel {
  const builder = makeBuilder('emit');
  const [token, entry, held, heldBits, byte, first, extra] = builder.takeMany(TYPE.i32, 7) as unknown as readonly [number, number, number, number, number, number, number];
  const put = (bits: Code, count: Code): Code => [...assign(held, i32.or(i32.shiftLeft(local(held), count), bits)), ...assign(heldBits, i32.add(local(heldBits), count))];
  const flush = loopWhile(i32.lessThan(constant(7), local(heldBits)), [
    ...assign(heldBits, i32.subtract(local(heldBits), constant(8))),
    ...assign(byte, i32.and(i32.shiftRight(local(held), local(heldBits)), constant(0xff))),
    ...i32.store8(local(TO), local(byte)), ...move(TO, 1),
    ...when(i32.isZero(i32.subtract(local(byte), constant(0xff))), [...i32.store8(local(TO), constant(0)), ...move(TO, 1)]),
  ]);
  const body: Code = [
    ...assign(first, local(TO)),
    ...loopWhile(i32.lessThan(constant(0), local(COUNT)), [
      ...assign(token, i32.load(local(FROM))), ...move(FROM, 4), ...assign(COUNT, i32.subtract(local(COUNT), constant(1))),
      ...assign(entry, i32.load(i32.add(local(TABLE), i32.shiftLeft(i32.and(local(token), constant(0xff)), constant(2))))),
      ...put(i32.and(local(entry), constant(0xffff)), i32.and(i32.shiftRight(local(entry), constant(16)), constant(0xff))),
      ...assign(extra, i32.shiftRight(local(entry), constant(24))),
      // At most 7 + 16 bits are held here: emptying first leaves room for 16 more.
      ...when(local(extra), [...flush, ...put(i32.shiftRight(local(token), constant(8)), local(extra))]),
      ...flush,
    ]),
    ...i32.store(local(RESULT), i32.subtract(local(TO), local(first))),
    ...i32.store(local(RESULT), local(held), 4),
    ...i32.store(local(RESULT), local(heldBits), 8),
  ];
  return { builder, body };
}
