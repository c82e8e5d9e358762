import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CAPTURE_SLOTS } from '../../electron/core/dossier/capture-slots.ts';
import { parseDeviceLines } from '../../electron/core/device/device-lines.ts';
import { SBI_FAULTS, type SbiFault } from '../../drivers/sbi/simulator-faults.ts';
import { FIRST_PORT, LAST_PORT, type SbiVersion } from '../../drivers/sbi/protocol.ts';
import type { BundleOptions } from './bundle.ts';
import { CAPTURE_KINDS, type CaptureKindName, type CaptureOptions } from './capture.ts';
import type { DeskOptions } from './desk-session.ts';
import type { SelfTestOptions } from './self-test.ts';

export const USAGE = [
  'Usage: npm run devices -- list [--simulated] [--trust FILE] [--lines TEXT]',
  '       npm run devices -- self-test [--device ID] [--json] [--simulated] [--trust FILE] [--lines TEXT]',
  '       npm run devices -- bundle OUT.zip [--json] [--simulated] [--trust FILE] [--lines TEXT]',
  '       npm run devices -- capture --kind fingerprint|portrait|signature [--slot NAME] [--device ID] [--json] [--out FILE] [--simulated] [--trust FILE] [--lines TEXT]',
  '       npm run devices -- simulate sbi [--port 4501] [--persona N] [--version 0.9.5|1.0.0] [--serial TEXT] [--fault NAME] [--trust FILE]',
  '  --trust    the authorities whose SBI devices are believed, PEM; with simulate: where the authority of its signatures is written',
  '  --lines    devices on serial lines and network ports, as the station\'s setting devices.lines',
  `  --port     ${FIRST_PORT} to ${LAST_PORT}, or 0 for any free one`,
  '  --persona  whose fingers lie on the glass, a whole number; default 1',
  `  --fault    ${SBI_FAULTS.join(', ')}`,
  '             while it runs, a line with another name on its input changes it',
].join('\n');

export type SimulateOptions = { readonly command: 'simulate'; readonly port: number; readonly persona: number; readonly version: SbiVersion; readonly serialNo: string; readonly fault: SbiFault; readonly trustFile?: string };
export type Options =
  | SimulateOptions | ({ readonly command: 'list' } & DeskOptions) | ({ readonly command: 'capture' } & CaptureOptions)
  | ({ readonly command: 'self-test' } & SelfTestOptions) | ({ readonly command: 'bundle' } & BundleOptions);

export const findFault = (name: string): SbiFault | undefined => SBI_FAULTS.find((fault) => fault === name);

/** @returns undefined where the words are not what USAGE says */
export function parseArguments(words: readonly string[]): Options | undefined {
  const [command, ...rest] = words;
  try {
    if (command === 'simulate') return parseSimulate(rest);
    if (command === 'list') return { command, ...deskOf(read(rest, DESK)) };
    if (command === 'self-test') return parseSelfTest(rest);
    if (command === 'bundle') return parseBundle(rest);
    return command === 'capture' ? parseCapture(rest) : undefined;
  } catch {
    return undefined; // an unknown option, or one that says nothing sensible
  }
}

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean', default: false } as const;
const DESK = { simulated: FLAG, trust: TEXT, lines: TEXT } as const;
const read = <T extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(args: readonly string[], options: T) => parseArgs({ args: [...args], options: options!, strict: true }).values;

function deskOf(values: Readonly<Record<string, unknown>>): DeskOptions {
  const { simulated, trust, lines } = values;
  const text = typeof lines === 'string' ? lines : '';
  if (!parseDeviceLines(text).ok) throw new RangeError('lines');
  return { simulated: simulated === true, trustFile: typeof trust === 'string' ? resolve(trust) : '', lines: text };
}

function parseSelfTest(args: readonly string[]): Options {
  const values = read(args, { ...DESK, device: TEXT, json: FLAG }) as Readonly<Record<string, string | boolean | undefined>>;
  const { device, json } = values;
  return { command: 'self-test', ...deskOf(values), deviceId: typeof device === 'string' ? device : undefined, json: json === true };
}

function parseBundle(args: readonly string[]): Options | undefined {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, strict: true, options: { ...DESK, json: FLAG } });
  const [outFile, ...more] = positionals;
  return outFile === undefined || more.length > 0 ? undefined : { command: 'bundle', ...deskOf(values), outFile: resolve(outFile), json: values.json };
}

function parseCapture(args: readonly string[]): Options | undefined {
  const values = read(args, { ...DESK, kind: TEXT, slot: TEXT, device: TEXT, out: TEXT, json: FLAG }) as Readonly<Record<string, string | boolean | undefined>>;
  const kind = Object.keys(CAPTURE_KINDS).find((name): name is CaptureKindName => name === values['kind']);
  if (kind === undefined) return undefined;
  const slot = CAPTURE_SLOTS.find((one) => one === (values['slot'] ?? CAPTURE_KINDS[kind][1]));
  if (slot === undefined) return undefined;
  const { device, out } = values;
  return { command: 'capture', ...deskOf(values), kind, slot, json: values['json'] === true, deviceId: typeof device === 'string' ? device : undefined, outFile: typeof out === 'string' ? out : undefined };
}

function parseSimulate(args: readonly string[]): SimulateOptions | undefined {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true, strict: true,
    options: { port: { type: 'string', default: String(FIRST_PORT) }, persona: { type: 'string', default: '1' }, version: { type: 'string', default: '0.9.5' }, serial: TEXT, fault: { type: 'string', default: 'none' }, trust: TEXT },
  });
  if (positionals.join(' ') !== 'sbi') return undefined;
  const port = Number(values.port);
  const persona = Number(values.persona);
  const fault = findFault(values.fault);
  const { version } = values;
  if (fault === undefined || (version !== '0.9.5' && version !== '1.0.0')) return undefined;
  if (!Number.isInteger(persona) || persona < 0 || !Number.isInteger(port) || (port !== 0 && (port < FIRST_PORT || port > LAST_PORT))) return undefined;
  const serialNo = values.serial ?? `SIMSBI${String(persona).padStart(8, '0')}`;
  return { command: 'simulate', port, persona, version, serialNo, fault, ...(values.trust === undefined ? {} : { trustFile: values.trust }) };
}
