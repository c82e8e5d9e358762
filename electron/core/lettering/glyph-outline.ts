/** A closed line of straight pieces and quadratic curves: points off the line pull it towards them. Font units, y upwards. */
export type Contour = readonly OutlinePoint[];
export type OutlinePoint = { readonly x: number; readonly y: number; readonly on: boolean };

type GlyphBytes = (glyph: number) => DataView | undefined;

/** Flags of simple glyphs. */
const ON = 1;
const X_SHORT = 2;
const Y_SHORT = 4;
const REPEAT = 8;
const X_SAME = 16;
const Y_SAME = 32;
/** Flags of glyphs put together from others: a Vietnamese letter is its base, its shape and its tone. */
const WORDS = 1;
const OFFSETS = 2;
const SCALED = 8;
const MORE = 32;
const SCALED_APART = 64;
const TURNED = 128;
const MAX_DEPTH = 6;

/** Source: OpenType specification, "glyf". @throws {RangeError} for a glyph that points outside its bytes or at itself */
export function readOutline(glyph: number, bytesOf: GlyphBytes, depth = 0): readonly Contour[] {
  const bytes = bytesOf(glyph);
  if (bytes === undefined) return [];
  if (depth > MAX_DEPTH) throw new RangeError('glyph within glyph');
  const contours = bytes.getInt16(0);
  return contours >= 0 ? simple(bytes, contours) : composite(bytes, bytesOf, depth);
}

function simple(bytes: DataView, contours: number): readonly Contour[] {
  const ends = Array.from({ length: contours }, (_, n) => bytes.getUint16(10 + n * 2));
  const count = (ends.at(-1) ?? -1) + 1;
  let at = 12 + contours * 2 + bytes.getUint16(10 + contours * 2);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = bytes.getUint8(at++);
    const times = (flag & REPEAT) === 0 ? 1 : 1 + bytes.getUint8(at++);
    for (let n = 0; n < times; n++) flags.push(flag);
  }
  const axis = (short: number, same: number): number[] => {
    let value = 0;
    return flags.slice(0, count).map((flag) => {
      if ((flag & short) !== 0) value += (flag & same) === 0 ? -bytes.getUint8(at++) : bytes.getUint8(at++);
      else if ((flag & same) === 0) {
        value += bytes.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = axis(X_SHORT, X_SAME);
  const ys = axis(Y_SHORT, Y_SAME);
  return ends.map((end, n) => Array.from({ length: end + 1 - (ends[n - 1] ?? -1) - 1 }, (_, k): OutlinePoint => {
    const point = (ends[n - 1] ?? -1) + 1 + k;
    return { x: xs[point]!, y: ys[point]!, on: (flags[point]! & ON) !== 0 };
  }));
}

function composite(bytes: DataView, bytesOf: GlyphBytes, depth: number): readonly Contour[] {
  const all: Contour[] = [];
  let at = 10;
  for (;;) {
    const flags = bytes.getUint16(at);
    const glyph = bytes.getUint16(at + 2);
    at += 4;
    const words = (flags & WORDS) !== 0;
    // Parts placed by matching points instead of offsets are not used by fonts of today.
    const [dx, dy] = (flags & OFFSETS) === 0 ? [0, 0] : words ? [bytes.getInt16(at), bytes.getInt16(at + 2)] : [bytes.getInt8(at), bytes.getInt8(at + 1)];
    at += words ? 4 : 2;
    const part = (offset: number): number => bytes.getInt16(at + offset) / 16_384;
    const [a, b, c, d] = (flags & TURNED) !== 0 ? [part(0), part(2), part(4), part(6)]
      : (flags & SCALED_APART) !== 0 ? [part(0), 0, 0, part(2)] : (flags & SCALED) !== 0 ? [part(0), 0, 0, part(0)] : [1, 0, 0, 1];
    at += (flags & TURNED) !== 0 ? 8 : (flags & SCALED_APART) !== 0 ? 4 : (flags & SCALED) !== 0 ? 2 : 0;
    for (const contour of readOutline(glyph, bytesOf, depth + 1)) all.push(contour.map(({ x, y, on }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, on })));
    if ((flags & MORE) === 0) return all;
  }
}
