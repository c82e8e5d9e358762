import { expect, it } from 'vitest';
import { syntheticRidges } from '../image/synthetic-ridges.ts';
import { decodeWsq } from './decode.ts';
import { encodeWsq } from './encode.ts';
import { EVEN_8_8 } from './filter-bank.ts';

/**
 * Files that no encoder here writes: the entropy code of a file is read and written again bit by bit, in strings, by the text of
 * the standard alone (Annex B and tables A.2, B.1), with restart markers and with other code tables. Nothing of the codec is used.
 */
type Segment = { readonly marker: number; readonly body: Uint8Array; readonly entropy: Uint8Array | undefined };
type Code = { readonly symbol: number; readonly extra: string };
type Table = ReadonlyMap<string, number>;

const START_OF_BLOCK = 0xa3;
const TABLES = 0xa6;
const EXTRA_BITS: Readonly<Record<number, number>> = { 101: 8, 102: 8, 103: 16, 104: 16, 105: 8, 106: 16 };

function segmentsOf(file: Uint8Array): readonly Segment[] {
  const segments: Segment[] = [];
  for (let at = 2; file[at + 1] !== 0xa1;) {
    const marker = file[at + 1]!;
    const length = (file[at + 2]! << 8) | file[at + 3]!;
    const body = file.subarray(at + 4, at + 2 + length);
    at += 2 + length;
    const start = at;
    if (marker === START_OF_BLOCK) while (file[at] !== 0xff || file[at + 1] === 0) at++;
    segments.push({ marker, body, entropy: marker === START_OF_BLOCK ? file.subarray(start, at) : undefined });
  }
  return segments;
}

/** Shorter codes first, each one more than the last. */
function codesOf(counts: Uint8Array, symbols: Uint8Array): Table {
  const codes = new Map<string, number>();
  let code = 0, n = 0;
  counts.forEach((count, index) => {
    for (let i = 0; i < count; i++) codes.set((code++).toString(2).padStart(index + 1, '0'), symbols[n++]!);
    code *= 2;
  });
  return codes;
}

function unstuffed(entropy: Uint8Array): string {
  return [...entropy].filter((byte, at) => !(byte === 0 && entropy[at - 1] === 0xff)).map((byte) => byte.toString(2).padStart(8, '0')).join('');
}

function read(bits: string, table: Table): readonly Code[] {
  const codes: Code[] = [];
  for (let from = 0, to = 1; to <= bits.length; to++) {
    const symbol = table.get(bits.slice(from, to));
    if (symbol === undefined) continue;
    const extra = bits.slice(to, to + (EXTRA_BITS[symbol] ?? 0));
    codes.push({ symbol, extra });
    to += extra.length;
    from = to;
  }
  return codes;
}

function written(codes: readonly Code[], table: Table): readonly number[] {
  const codeOf = new Map([...table].map(([code, symbol]) => [symbol, code]));
  const bits = codes.map(({ symbol, extra }) => codeOf.get(symbol)! + extra).join('');
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  return (padded.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)).flatMap((byte) => (byte === 0xff ? [byte, 0] : [byte]));
}

type Recoding = { readonly restartEvery: number; readonly flatTables: boolean };

/** Every symbol gets a code of nine bits; the standard forbids only the code of all ones. */
const FLAT = { counts: Uint8Array.from({ length: 16 }, (_, n) => (n === 8 ? 254 : 0)), symbols: Uint8Array.from({ length: 254 }, (_, n) => n + 1) };

function recoded(file: Uint8Array, { restartEvery, flatTables }: Recoding): Uint8Array {
  const tables = new Map<number, Table>();
  const out: number[] = [0xff, 0xa0];
  const put = (marker: number, body: readonly number[]): void => void out.push(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff, ...body);
  if (restartEvery < Infinity) put(0xa7, [0, 1]);
  if (flatTables) put(TABLES, [5, 6].flatMap((id) => [id, ...FLAT.counts, ...FLAT.symbols]));
  for (const { marker, body, entropy } of segmentsOf(file)) {
    if (marker === TABLES) tables.set(body[0]!, codesOf(body.subarray(1, 17), body.subarray(17)));
    if (entropy === undefined) {
      if (marker !== TABLES || !flatTables) put(marker, [...body]);
      continue;
    }
    const table = tables.get(body[0]!)!;
    const codes = read(unstuffed(entropy), table);
    put(marker, flatTables ? [5 + body[0]!] : [...body]);
    for (let from = 0, n = 0; from < codes.length; from += restartEvery, n++) {
      if (n > 0) out.push(0xff, 0xb0 + ((n - 1) % 8));
      out.push(...written(codes.slice(from, from + restartEvery), flatTables ? codesOf(FLAT.counts, FLAT.symbols) : table));
    }
  }
  return Uint8Array.from([...out, 0xff, 0xa1]);
}

const image = syntheticRidges({ widthPx: 131, heightPx: 117, seed: 4 });
const files = { 'odd filters': encodeWsq(image, { bitsPerPixel: 0.75 }), 'even filters': encodeWsq(image, { bitsPerPixel: 2.25, filters: EVEN_8_8 }) };

it.each(Object.entries(files).flatMap(([filters, file]) => ([
  ['the same way', { restartEvery: Infinity, flatTables: false }],
  ['with restart markers', { restartEvery: 40, flatTables: false }],
  ['with more than eight restarts in a block, of one code each', { restartEvery: 1, flatTables: false }],
  ['with two flat tables in one segment', { restartEvery: Infinity, flatTables: true }],
  ['with both', { restartEvery: 25, flatTables: true }],
] as const).map(([how, recoding]) => [filters, how, file, recoding] as const)))('a file of %s written again %s gives the same pixels', (_filters, _how, file, recoding) => {
  if (!file.ok) throw new Error(file.error.code);
  const again = recoded(file.value, recoding);
  if (recoding.restartEvery === Infinity && !recoding.flatTables) expect(again).toEqual(file.value);
  const [before, after] = [decodeWsq(file.value), decodeWsq(again)];
  expect(after.ok ? 'read' : after.error).toBe('read');
  expect(before.ok && after.ok && Buffer.compare(before.value.pixels, after.value.pixels)).toBe(0);
});
