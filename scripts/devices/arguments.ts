import { parseArgs } from 'node:util';
import { SBI_FAULTS, type SbiFault } from '../../drivers/sbi/simulator-faults.ts';
import { FIRST_PORT, LAST_PORT, type SbiVersion } from '../../drivers/sbi/protocol.ts';

export const USAGE = [
  'Usage: npm run devices -- simulate sbi [--port 4501] [--persona N] [--version 0.9.5|1.0.0] [--serial TEXT] [--fault NAME] [--trust FILE]',
  '       npm run devices -- list sbi',
  `  --port     ${FIRST_PORT} to ${LAST_PORT}, or 0 for any free one`,
  '  --persona  whose fingers lie on the glass, a whole number; default 1',
  `  --fault    ${SBI_FAULTS.join(', ')}`,
  '             while it runs, a line with another name on its input changes it',
  '  --trust    writes the authority of the device\'s signatures there, PEM: what a station has to trust',
  '  list       asks every port and says who answers',
].join('\n');

export type SimulateOptions = { readonly command: 'simulate'; readonly port: number; readonly persona: number; readonly version: SbiVersion; readonly serialNo: string; readonly fault: SbiFault; readonly trustFile?: string };
export type Options = SimulateOptions | { readonly command: 'list' };

export const findFault = (name: string): SbiFault | undefined => SBI_FAULTS.find((fault) => fault === name);

/** @returns undefined where the words are not what USAGE says */
export function parseArguments(words: readonly string[]): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words], allowPositionals: true, strict: true,
      options: { port: { type: 'string', default: String(FIRST_PORT) }, persona: { type: 'string', default: '1' }, version: { type: 'string', default: '0.9.5' }, serial: { type: 'string' }, fault: { type: 'string', default: 'none' }, trust: { type: 'string' } },
    });
    const [command, device, ...more] = positionals;
    if (device !== 'sbi' || more.length > 0) return undefined;
    if (command === 'list') return { command };
    const port = Number(values.port);
    const persona = Number(values.persona);
    const fault = findFault(values.fault);
    const version = values.version;
    if (command !== 'simulate' || fault === undefined || (version !== '0.9.5' && version !== '1.0.0')) return undefined;
    if (!Number.isInteger(persona) || persona < 0 || !Number.isInteger(port) || (port !== 0 && (port < FIRST_PORT || port > LAST_PORT))) return undefined;
    const serialNo = values.serial ?? `SIMSBI${String(persona).padStart(8, '0')}`;
    return { command, port, persona, version, serialNo, fault, ...(values.trust === undefined ? {} : { trustFile: values.trust }) };
  } catch {
    return undefined; // an unknown option
  }
}
