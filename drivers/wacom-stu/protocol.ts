import { err, ok, type Result } from '../../electron/core/result/result.ts';

/**
 * Reports of Wacom STU-430, 530 and 540 signature pads (HID, vendor 056A). Sources: pabloko/Wacom-STU-WebHID (MIT, 540);
 * report numbers of the other commands as they are commonly known, no vendor code taken over. Multi-byte numbers of
 * capability and pen reports are big-endian, those of settings and image blocks little-endian.
 */
export const REPORT = {
  penData: 0x01, status: 0x03, reset: 0x04, information: 0x08, capability: 0x09, serial: 0x0a, clearScreen: 0x20, inkingMode: 0x21,
  startImage: 0x25, imageBlock: 0x26, endImage: 0x27, penDataOption: 0x32, penDataTimed: 0x34,
} as const;
export const VENDOR_ID = 0x056a;
export const PRODUCT = { 'STU-430': 0x00a4, 'STU-530': 0x00a5, 'STU-540': 0x00a8 } as const;
/** Time and sequence number with each pen report. */
export const OPTION_TIME_SEQUENCE = 3;
export const ENCODING = { oneBit: 0, bit16: 2, bgr24: 4 } as const;
export const BLOCK_BYTES = 253;

export type Capability = { readonly maxX: number; readonly maxY: number; readonly maxPressure: number; readonly screenWidthPx: number; readonly screenHeightPx: number; readonly reportsPerSecond: number; readonly encodings: number };
export type PenReport = { readonly ready: boolean; readonly tip: boolean; readonly pressure: number; readonly x: number; readonly y: number; readonly timeMs: number | undefined; readonly sequence: number | undefined };
export type Information = { readonly model: string; readonly firmware: string };

const word = (bytes: Uint8Array, at: number): number => (bytes[at]! << 8) | bytes[at + 1]!;

/** Feature report 09; the bytes after the report number. A capability that can't be (no field, no pressure) is refused. */
export function parseCapability(report: Uint8Array): Result<Capability, 'short' | 'absurd'> {
  if (report[0] !== REPORT.capability || report.length < 14) return err('short');
  const capability = {
    maxX: word(report, 1), maxY: word(report, 3), maxPressure: word(report, 5), screenWidthPx: word(report, 7), screenHeightPx: word(report, 9),
    reportsPerSecond: report[11]!, encodings: report[13]!,
  };
  const { maxX, maxY, maxPressure, screenWidthPx, screenHeightPx } = capability;
  const sound = maxX > 0 && maxY > 0 && maxPressure > 0 && screenWidthPx > 0 && screenWidthPx <= 2_000 && screenHeightPx > 0 && screenHeightPx <= 2_000;
  return sound ? ok(capability) : err('absurd');
}

export function encodeCapability(c: Capability): Uint8Array {
  const report = new Uint8Array(17);
  report.set([REPORT.capability, c.maxX >> 8, c.maxX & 255, c.maxY >> 8, c.maxY & 255, c.maxPressure >> 8, c.maxPressure & 255, c.screenWidthPx >> 8, c.screenWidthPx & 255, c.screenHeightPx >> 8, c.screenHeightPx & 255, c.reportsPerSecond, 0, c.encodings]);
  return report;
}

/** Feature report 08. */
export function parseInformation(report: Uint8Array): Result<Information, 'short'> {
  if (report[0] !== REPORT.information || report.length < 12) return err('short');
  const name = Array.from(report.subarray(1, 10)).filter((code) => code >= 0x20 && code < 0x7f);
  return ok({ model: String.fromCharCode(...name).trim(), firmware: `${report[10]}.${report[11]}` });
}

/** Input report 01 or 34 with its number; undefined for another report or a short one. */
export function parsePen(report: Uint8Array): PenReport | undefined {
  const timed = report[0] === REPORT.penDataTimed;
  if ((!timed && report[0] !== REPORT.penData) || report.length < (timed ? 11 : 7)) return undefined;
  const flags = report[1]!;
  return {
    ready: (flags & 0x80) !== 0, tip: (flags & 0x70) !== 0, pressure: word(report, 1) & 0x0fff, x: word(report, 3), y: word(report, 5),
    timeMs: timed ? word(report, 7) : undefined, sequence: timed ? word(report, 9) : undefined,
  };
}

export function encodePen({ ready, tip, pressure, x, y, timeMs, sequence }: PenReport): Uint8Array {
  const head = (ready ? 0x8000 : 0) | (tip ? 0x1000 : 0) | (pressure & 0x0fff);
  const body = [head >> 8, head & 255, x >> 8, x & 255, y >> 8, y & 255];
  if (timeMs === undefined || sequence === undefined) return Uint8Array.of(REPORT.penData, ...body);
  return Uint8Array.of(REPORT.penDataTimed, ...body, (timeMs >> 8) & 255, timeMs & 255, (sequence >> 8) & 255, sequence & 255);
}

/** An image as the reports that show it: start, blocks of at most 253 bytes, end. `pixels` already in the pad's encoding. */
export function imageReports(pixels: Uint8Array, encoding: number): readonly Uint8Array[] {
  const reports: Uint8Array[] = [Uint8Array.of(REPORT.startImage, encoding)];
  for (let at = 0; at < pixels.length; at += BLOCK_BYTES) {
    const data = pixels.subarray(at, at + BLOCK_BYTES);
    const block = new Uint8Array(3 + BLOCK_BYTES);
    block.set([REPORT.imageBlock, data.length & 255, data.length >> 8]);
    block.set(data, 3);
    reports.push(block);
  }
  return [...reports, Uint8Array.of(REPORT.endImage, 0)];
}

/** Grey pixels as the pad takes them: 1 bit (black = 0, rows padded to bytes), 16 bit 5-6-5 high byte first, or 24 bit BGR. */
export function encodePixels(grey: Uint8Array, widthPx: number, encoding: number): Uint8Array {
  if (encoding === ENCODING.bgr24) return Uint8Array.from({ length: grey.length * 3 }, (_, n) => grey[Math.floor(n / 3)]!);
  if (encoding === ENCODING.bit16) {
    return Uint8Array.from({ length: grey.length * 2 }, (_, n) => {
      const value = grey[n >> 1]!;
      const pixel = ((value >> 3) << 11) | ((value >> 2) << 5) | (value >> 3);
      return n % 2 === 0 ? pixel >> 8 : pixel & 255;
    });
  }
  const rowBytes = Math.ceil(widthPx / 8);
  const bits = new Uint8Array(rowBytes * Math.floor(grey.length / widthPx));
  for (let n = 0; n < grey.length; n++) if (grey[n]! >= 128) bits[Math.floor(n / widthPx) * rowBytes + ((n % widthPx) >> 3)]! |= 0x80 >> (n % widthPx) % 8;
  return bits;
}

/** The richest encoding the pad has (bit field of capability). */
export const bestEncoding = (encodings: number): number => ((encodings & 4) !== 0 ? ENCODING.bgr24 : (encodings & 2) !== 0 ? ENCODING.bit16 : ENCODING.oneBit);
