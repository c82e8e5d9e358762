import { joinBytes } from '../../electron/core/bytes/join-bytes.ts';
/**
 * ESC/POS for receipt printers: pictures only (printers know no Vietnamese), and the status they tell. Source: Epson
 * ESC/POS command reference (ESC @, GS v 0, ESC d, GS V, DLE EOT n, GS r n), understood by the printers that copy it.
 */
const ESC = 0x1b;
const GS = 0x1d;
const DLE = 0x10;
const EOT = 0x04;

/** Rows of one picture block; small printers hold little more in memory. */
const BLOCK_ROWS = 128;
const MAX_WIDTH_PX = 2_048;

export type Bitmap = { readonly widthPx: number; readonly heightPx: number; readonly channels: number; readonly pixels: Uint8Array };

/** Init, the picture in blocks, feed and cut, then the question that is answered only once all before it was done. Black where the grey is below `threshold`. */
export function encodeReceipt(image: Bitmap, threshold = 128): Uint8Array {
  if (image.widthPx < 1 || image.widthPx > MAX_WIDTH_PX) throw new RangeError('width of a receipt');
  const rowBytes = Math.ceil(image.widthPx / 8);
  const blocks: Uint8Array[] = [Uint8Array.of(ESC, 0x40)];
  for (let top = 0; top < image.heightPx; top += BLOCK_ROWS) {
    const rows = Math.min(BLOCK_ROWS, image.heightPx - top);
    const block = new Uint8Array(8 + rowBytes * rows);
    block.set([GS, 0x76, 0x30, 0, rowBytes & 255, rowBytes >> 8, rows & 255, rows >> 8]);
    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < image.widthPx; x++) {
        if (image.pixels[((top + y) * image.widthPx + x) * image.channels]! < threshold) block[8 + y * rowBytes + (x >> 3)]! |= 0x80 >> x % 8;
      }
    }
    blocks.push(block);
  }
  blocks.push(Uint8Array.of(ESC, 0x64, 4, GS, 0x56, 0x42, 0), ASK_WHEN_DONE);
  return joinBytes(blocks);
}

/** GS r 1 stands in line with the print data: its answer means that the printer got that far, and whether there is paper. */
export const ASK_WHEN_DONE = Uint8Array.of(GS, 0x72, 1);
/** DLE EOT is answered at once, busy or not. */
export const ASK = { printer: Uint8Array.of(DLE, EOT, 1), offline: Uint8Array.of(DLE, EOT, 2), error: Uint8Array.of(DLE, EOT, 3), paper: Uint8Array.of(DLE, EOT, 4) } as const;
export const ASK_ALL = joinBytes([ASK.printer, ASK.offline, ASK.error, ASK.paper]);

export type Trouble = 'cover-open' | 'paper-out' | 'paper-low' | 'cutter' | 'error' | 'offline';
export type StatusKind = keyof typeof ASK;

/** Fixed bits of every DLE EOT answer: 0xx1xx10. */
const isRealTime = (byte: number): boolean => (byte & 0x93) === 0x12;
/** Fixed bits of a GS r answer: 0xx0xxxx. */
const isInLine = (byte: number): boolean => (byte & 0x90) === 0;

/** One answer byte to DLE EOT; undefined where it is none. */
export function parseRealTime(kind: StatusKind, byte: number): readonly Trouble[] | undefined {
  if (!isRealTime(byte)) return undefined;
  const found: Trouble[] = [];
  if (kind === 'printer' && (byte & 0x08) !== 0) found.push('offline');
  if (kind === 'offline' && (byte & 0x04) !== 0) found.push('cover-open');
  if (kind === 'offline' && (byte & 0x20) !== 0) found.push('paper-out');
  if (kind === 'offline' && (byte & 0x40) !== 0) found.push('error');
  if (kind === 'error' && (byte & 0x08) !== 0) found.push('cutter');
  if (kind === 'error' && (byte & 0x60) !== 0) found.push('error');
  if (kind === 'paper' && (byte & 0x60) !== 0) found.push('paper-out');
  else if (kind === 'paper' && (byte & 0x0c) !== 0) found.push('paper-low');
  return found;
}

/** Paper by one GS r 1 answer byte; undefined where it is none. */
export function parseInLine(byte: number): readonly Trouble[] | undefined {
  if (!isInLine(byte)) return undefined;
  return (byte & 0x0c) !== 0 ? ['paper-out'] : (byte & 0x03) !== 0 ? ['paper-low'] : [];
}

const ORDER: readonly StatusKind[] = ['printer', 'offline', 'error', 'paper'];

/** Puts answer bytes to the questions of ASK_ALL, which are answered in order, and tells the in-line answer from them by its fixed bits. Anything else is skipped. */
export class StatusReader {
  #next = 0;
  #found: Trouble[] = [];

  /** @returns what these bytes complete: a whole round of status, or the end of a print */
  push(bytes: Uint8Array): ({ readonly type: 'status'; readonly troubles: readonly Trouble[] } | { readonly type: 'done'; readonly troubles: readonly Trouble[] })[] {
    const answers: ({ readonly type: 'status' | 'done'; readonly troubles: readonly Trouble[] })[] = [];
    for (const byte of bytes) {
      const kind = ORDER[this.#next]!;
      const status = parseRealTime(kind, byte);
      if (status !== undefined) {
        this.#found.push(...status);
        this.#next = (this.#next + 1) % ORDER.length;
        if (this.#next === 0) answers.push({ type: 'status', troubles: [...new Set(this.#found.splice(0))] });
        continue;
      }
      const done = parseInLine(byte);
      if (done !== undefined) answers.push({ type: 'done', troubles: done });
    }
    return answers;
  }
}

/** Status bytes of a printer with these troubles. */
export function encodeStatus(kind: StatusKind, troubles: ReadonlySet<Trouble>): number {
  const has = (trouble: Trouble, bit: number): number => (troubles.has(trouble) ? bit : 0);
  const stopped = troubles.has('cover-open') || troubles.has('paper-out') || troubles.has('error') || troubles.has('offline');
  switch (kind) {
    case 'printer': return 0x12 | (stopped ? 0x08 : 0);
    case 'offline': return 0x12 | has('cover-open', 0x04) | has('paper-out', 0x20) | has('error', 0x40);
    case 'error': return 0x12 | has('cutter', 0x08) | has('error', 0x20);
    case 'paper': return 0x12 | has('paper-out', 0x60) | has('paper-low', 0x0c);
  }
}
