import { err, ok, type Result } from '../result/result.ts';
import { readOutline, type Contour } from './glyph-outline.ts';

/** A TrueType font as far as plain text needs it. Measures are in font units. */
export type Font = {
  readonly unitsPerEm: number;
  readonly ascent: number;
  /** Below the base line, negative. */
  readonly descent: number;
  /** Glyph of a code point; 0, the "not there" box, where the font has none. */
  readonly glyphOf: (codePoint: number) => number;
  readonly advanceOf: (glyph: number) => number;
  readonly outlineOf: (glyph: number) => readonly Contour[];
};

const TAG_BYTES = 16;

/**
 * Reads a TrueType file: `cmap` formats 4 and 12, `glyf` outlines, horizontal metrics; no kerning, no shaping. Vietnamese
 * letters are single code points after NFC, so that is all it takes.
 * Source: OpenType specification 1.9, chapters cmap, glyf, head, hhea, hmtx, loca, maxp.
 */
export function parseFont(bytes: Uint8Array): Result<Font, 'not-a-font'> {
  try {
    return ok(read(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
  } catch (error) {
    // A file that points outside itself.
    if (error instanceof RangeError) return err('not-a-font');
    throw error;
  }
}

function read(file: DataView): Font {
  const table = tablesOf(file);
  const head = table('head');
  const hhea = table('hhea');
  const longOffsets = head.getInt16(50) === 1;
  const glyphCount = table('maxp').getUint16(4);
  const metricCount = hhea.getUint16(34);
  const [hmtx, loca, glyf] = [table('hmtx'), table('loca'), table('glyf')];
  const startOf = (glyph: number): number => (longOffsets ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  const glyphBytes = (glyph: number): DataView | undefined => {
    if (glyph >= glyphCount) return undefined;
    const [start, end] = [startOf(glyph), startOf(glyph + 1)];
    return end <= start ? undefined : new DataView(glyf.buffer, glyf.byteOffset + start, end - start);
  };
  return {
    unitsPerEm: head.getUint16(18), ascent: hhea.getInt16(4), descent: hhea.getInt16(6),
    glyphOf: characterMap(table('cmap')),
    advanceOf: (glyph) => hmtx.getUint16(Math.min(glyph, metricCount - 1) * 4),
    outlineOf: (glyph) => readOutline(glyph, glyphBytes),
  };
}

function tablesOf(file: DataView): (name: string) => DataView {
  const count = file.getUint16(4);
  const found = new Map<string, DataView>();
  for (let n = 0; n < count; n++) {
    const at = 12 + n * TAG_BYTES;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((k) => file.getUint8(at + k)));
    found.set(name, new DataView(file.buffer, file.byteOffset + file.getUint32(at + 8), file.getUint32(at + 12)));
  }
  return (name) => {
    const table = found.get(name);
    if (table === undefined) throw new RangeError(`no table ${name}`);
    return table;
  };
}

function characterMap(cmap: DataView): (codePoint: number) => number {
  const subtables = Array.from({ length: cmap.getUint16(2) }, (_, n) => cmap.getUint32(4 + n * 8 + 4));
  for (const wanted of [12, 4]) {
    const at = subtables.find((offset) => cmap.getUint16(offset) === wanted);
    if (at === undefined) continue;
    const subtable = new DataView(cmap.buffer, cmap.byteOffset + at, cmap.byteLength - at);
    return wanted === 12 ? groups(subtable) : segments(subtable);
  }
  throw new RangeError('no character map');
}

const groups = (map: DataView) => (codePoint: number): number => {
  const count = map.getUint32(12);
  for (let n = 0; n < count; n++) {
    const at = 16 + n * 12;
    if (codePoint < map.getUint32(at)) return 0;
    if (codePoint <= map.getUint32(at + 4)) return map.getUint32(at + 8) + codePoint - map.getUint32(at);
  }
  return 0;
};

const segments = (map: DataView) => (codePoint: number): number => {
  const doubled = map.getUint16(6);
  for (let n = 0; n < doubled; n += 2) {
    if (codePoint > map.getUint16(14 + n)) continue;
    const start = map.getUint16(16 + doubled + n);
    if (codePoint < start) return 0;
    const delta = map.getUint16(16 + doubled * 2 + n);
    const rangeAt = 16 + doubled * 3 + n;
    const range = map.getUint16(rangeAt);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const glyph = map.getUint16(rangeAt + range + (codePoint - start) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
};
