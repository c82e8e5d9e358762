/**
 * Turns 8 × 8 levels, from `at` on, into frequencies, in place; each still has to be multiplied by `Quantisation.factors`.
 * Source: Arai, Agui and Nakajima, "A fast DCT-SQ scheme for images" (1988): five multiplications a line.
 */
export function forwardDct(block: Float64Array, at: number): void {
  for (let row = at; row < at + 64; row += 8) line(block, row, 1);
  for (let column = at; column < at + 8; column++) line(block, column, 8);
}

const C2_6 = Math.SQRT1_2;
const C6 = Math.cos((6 * Math.PI) / 16);
const C2_MINUS_C6 = Math.cos((2 * Math.PI) / 16) - C6;
const C2_PLUS_C6 = Math.cos((2 * Math.PI) / 16) + C6;

function line(block: Float64Array, at: number, step: number): void {
  const a = at, b = at + step, c = b + step, d = c + step, e = d + step, f = e + step, g = f + step, h = g + step;
  const sum0 = block[a]! + block[h]!, difference7 = block[a]! - block[h]!;
  const sum1 = block[b]! + block[g]!, difference6 = block[b]! - block[g]!;
  const sum2 = block[c]! + block[f]!, difference5 = block[c]! - block[f]!;
  const sum3 = block[d]! + block[e]!, difference4 = block[d]! - block[e]!;
  const even0 = sum0 + sum3, even3 = sum0 - sum3;
  const even1 = sum1 + sum2, even2 = sum1 - sum2;
  block[a] = even0 + even1;
  block[e] = even0 - even1;
  const turned = (even2 + even3) * C2_6;
  block[c] = even3 + turned;
  block[g] = even3 - turned;
  const odd0 = difference4 + difference5, odd1 = difference5 + difference6, odd2 = difference6 + difference7;
  const shared = (odd0 - odd2) * C6;
  const low = C2_MINUS_C6 * odd0 + shared;
  const high = C2_PLUS_C6 * odd2 + shared;
  const middle = odd1 * C2_6;
  const plus = difference7 + middle, minus = difference7 - middle;
  block[f] = minus + low;
  block[d] = minus - low;
  block[b] = plus + high;
  block[h] = plus - high;
}
