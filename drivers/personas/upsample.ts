/** A field of -1..1 at twice its size as -127..127, halfway points by a four-point cubic. The field is far from its finest wave, so nothing is lost. */
export function doubled(field: Float32Array, widthPx: number, heightPx: number): Int8Array {
  const wide = widthPx * 2;
  const rows = new Float32Array(wide * heightPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const at = y * widthPx + x;
      rows[y * wide + 2 * x] = field[at]!;
      const inside = x > 0 && x < widthPx - 2;
      rows[y * wide + 2 * x + 1] = inside ? (9 * (field[at]! + field[at + 1]!) - field[at - 1]! - field[at + 2]!) / 16 : field[at]!;
    }
  }
  const out = new Int8Array(wide * heightPx * 2);
  for (let y = 0; y < heightPx; y++) {
    const inside = y > 0 && y < heightPx - 2;
    for (let x = 0; x < wide; x++) {
      const at = y * wide + x;
      const between = inside ? (9 * (rows[at]! + rows[at + wide]!) - rows[at - wide]! - rows[at + 2 * wide]!) / 16 : rows[at]!;
      out[2 * y * wide + x] = level(rows[at]!);
      out[(2 * y + 1) * wide + x] = level(between);
    }
  }
  return out;
}

const level = (value: number): number => Math.round(127 * (value < -1 ? -1 : value > 1 ? 1 : value));
