import { findData, findInteger, findText, text, type ItlField, type TaggedRecord } from './record.ts';

/** Compression names of fields xx.011. Source: ANSI/NIST-ITL 1-2011 Update 2015, table 15. */
export const COMPRESSIONS = ['NONE', 'WSQ20', 'JPEGB', 'JPEGL', 'JP2', 'JP2L', 'PNG'] as const;
export type ItlCompression = (typeof COMPRESSIONS)[number];

/** What Types 10, 14 and 17 say about their image in the same fields 006 to 012 and 999. */
export type ItlImage = {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels per inch; 0 = unknown (only the aspect ratio is recorded). */
  readonly ppi: number;
  readonly compression: ItlCompression;
  readonly data: Uint8Array;
};

/** Fields 006 to 011. */
export function imageFields(image: ItlImage): ItlField[] {
  const known = image.ppi > 0;
  return [
    text(6, image.widthPx), text(7, image.heightPx), text(8, known ? 1 : 0),
    text(9, known ? image.ppi : 1), text(10, known ? image.ppi : 1), text(11, image.compression),
  ];
}

/** Undefined when the record has no image (a finger that is missing) or its description cannot be read. */
export function findImage(record: TaggedRecord): ItlImage | undefined {
  const data = findData(record);
  const widthPx = findInteger(record, 6);
  const heightPx = findInteger(record, 7);
  const compression = COMPRESSIONS.find((name) => name === findText(record, 11));
  if (data === undefined || widthPx === undefined || heightPx === undefined || compression === undefined) return undefined;
  return { widthPx, heightPx, ppi: findPpi(record), compression, data };
}

/** Field 008 says the unit of 009: 1 = per inch, 2 = per centimetre (197 is 500 ppi). */
function findPpi(record: TaggedRecord): number {
  const scale = findInteger(record, 9) ?? 0;
  switch (findInteger(record, 8)) {
    case 1: return scale;
    case 2: return Math.round(scale * 2.54);
    default: return 0;
  }
}
