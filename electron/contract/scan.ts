import { z } from 'zod';
import { Nothing, call, text } from './call.ts';

/** A QR code of version 40 holds 2,953 bytes; readers mark no code longer. */
export const MAX_SCAN_CHARACTERS = 3_000;
const ScannedText = z.string().min(1).max(MAX_SCAN_CHARACTERS);
/** AIM identifier of the kind of code (ISO/IEC 15424), such as `]Q1`; empty where the reader tells none. */
const Symbology = z.string().regex(/^(\][A-Za-z][0-9A-Za-z])?$/);

/** One code that a reader read, decoded as UTF-8. What it means is for the screen to find out: nothing in it is to be believed. */
export const Scan = z.strictObject({ deviceId: text(), symbology: Symbology, text: ScannedText });
export type Scan = z.infer<typeof Scan>;

/** A code was there but is of no use: too long, no text, or no scan at all. The officer scans again. */
export const ScanFault = z.strictObject({ deviceId: text(), why: z.enum(['too-long', 'not-a-scan', 'not-text']) });
export type ScanFault = z.infer<typeof ScanFault>;

export const scanCalls = {
  /** Simulated mode only: holds a code before the simulated reader, which then says `scan`. Fails with device.unsupported, device.not-ready. */
  'simulate.scan': call('anyone', z.strictObject({ text: ScannedText, symbology: Symbology.default(']Q1') }), Nothing),
} as const;

/** Said to the officer's pages only. */
export const scanEvents = { scan: Scan, 'scan.fault': ScanFault } as const;
