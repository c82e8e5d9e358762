import { err, ok, type Result } from '../result/result.ts';

/** Where a device that announces itself badly is to be found. */
export type LinePlace =
  | { readonly kind: 'port'; readonly path: string }
  | { readonly kind: 'usb'; readonly vendorId: number; readonly productId: number }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number };
export type DeviceLine = {
  readonly driver: LineDriver;
  /** Model, speed or paper width, as the driver understands them. */
  readonly options: readonly string[];
  readonly place: LinePlace;
};

/** Drivers of devices on serial lines and network ports: nothing on the wire says what hangs there. */
export const LINE_DRIVERS = ['topaz', 'zfm', 'escpos', 'code'] as const;
export type LineDriver = (typeof LINE_DRIVERS)[number];

const MAX_LINES = 16;
const OPTION: Readonly<Record<LineDriver, RegExp>> = {
  topaz: /^(siglite-1x5|signaturegem-1x5|signaturegem-lcd-1x5|siglite-lcd-4x5)$/,
  zfm: /^(9600|19200|38400|57600|115200)$/,
  escpos: /^(9600|19200|38400|57600|115200|w384|w576)$/,
  code: /^(9600|19200|38400|57600|115200)$/,
};

/**
 * The station's list of devices on lines: `driver[:option…]@place`, one after the other with `;` between.
 * Examples: `topaz:siglite-1x5@/dev/ttyUSB0; code:115200@usb:05e0:1701; escpos:w576@tcp:192.168.1.40:9100`.
 * @returns the first entry that can't be understood as the error
 */
export function parseDeviceLines(text: string): Result<readonly DeviceLine[], string> {
  const entries = text.split(';').map((entry) => entry.trim()).filter((entry) => entry !== '');
  const lines: DeviceLine[] = [];
  for (const entry of entries) {
    const line = lineOf(entry);
    if (line === undefined || lines.length >= MAX_LINES) return err(entry.slice(0, 80));
    lines.push(line);
  }
  return ok(lines);
}

function lineOf(entry: string): DeviceLine | undefined {
  const at = entry.indexOf('@');
  const [name, ...options] = entry.slice(0, Math.max(0, at)).split(':');
  const driver = LINE_DRIVERS.find((known) => known === name);
  const place = placeOf(entry.slice(at + 1));
  if (at < 0 || driver === undefined || place === undefined || !options.every((option) => OPTION[driver].test(option))) return undefined;
  if ((driver === 'topaz' && options.length !== 1) || (place.kind === 'tcp' && driver !== 'escpos')) return undefined;
  return { driver, options, place };
}

function placeOf(text: string): LinePlace | undefined {
  const usb = /^usb:([0-9a-f]{4}):([0-9a-f]{4})$/i.exec(text);
  if (usb !== null) return { kind: 'usb', vendorId: Number.parseInt(usb[1]!, 16), productId: Number.parseInt(usb[2]!, 16) };
  const tcp = /^tcp:([A-Za-z0-9.-]{1,253}):(\d{1,5})$/.exec(text);
  if (tcp !== null) return Number(tcp[2]) > 0 && Number(tcp[2]) < 65_536 ? { kind: 'tcp', host: tcp[1]!, port: Number(tcp[2]) } : undefined;
  return /^(\/[\w./-]{1,200}|COM\d{1,3})$/.test(text) && !text.includes('..') ? { kind: 'port', path: text } : undefined;
}
