import type { DeviceLine } from '../../../electron/core/device/device-lines.ts';
import type { OpenFailure } from '../../../electron/core/device/session.ts';
import { err, ok, type Result } from '../../../electron/core/result/result.ts';
import { codeReader } from '../../../drivers/code-reader/code-reader.ts';
import type { DeviceIdentity, Transport } from '../../../drivers/contract/driver.ts';
import { escposPrinter, type DrawSheet } from '../../../drivers/escpos/escpos-printer.ts';
import { TOPAZ_MODELS, type TopazModel } from '../../../drivers/topaz/protocol.ts';
import { topazPad } from '../../../drivers/topaz/topaz.ts';
import { zfmModule, type ZfmUse } from '../../../drivers/zfm/zfm.ts';
import { openSerial, type SerialLine } from '../../transports/serial-port.ts';
import { connectTcp } from '../../transports/tcp-transport.ts';
import type { OpenDevice } from '../device-session.ts';
import { systemClock } from '../system-clock.ts';

export type LineTools = { readonly drawSheet: DrawSheet; readonly zfmUse: ZfmUse };
type Target = { readonly line: DeviceLine; readonly path: string; readonly identity: DeviceIdentity };

const ZFM_BAUD = 57_600;
/** As most receipt printers and readers are delivered. */
const ESCPOS_BAUD = 9_600;
const CODE_BAUD = 9_600;
/** 80 mm paper at 203 dpi prints 72 mm = 576 dots, 58 mm paper 48 mm = 384. */
const WIDE_DOTS = 576;
const CONNECT_MS = 2_000;

/** What to call a device that tells nothing of itself. */
export function modelOf({ driver, options }: DeviceLine): string {
  switch (driver) {
    case 'topaz': return topazModel(options).name;
    case 'zfm': return 'ZFM';
    case 'escpos': return `ESC/POS ${dotsOf(options)}`;
    case 'code': return 'Serial reader';
  }
}

/** Opens the line and puts its driver on it. Never throws. */
export async function openLine({ line, path, identity }: Target, { drawSheet, zfmUse }: LineTools): Promise<Result<OpenDevice, OpenFailure>> {
  const wire = await openWire(line, path);
  if (!wire.ok) return wire;
  const setup = { identity, clock: systemClock };
  switch (line.driver) {
    case 'topaz': return ok(topazPad(wire.value, { ...setup, model: topazModel(line.options) }));
    case 'zfm': return ok(zfmModule(wire.value, { ...setup, use: zfmUse }));
    case 'escpos': return ok(escposPrinter(wire.value, { ...setup, draw: (job) => drawSheet(job, dotsOf(line.options)) }));
    case 'code': return ok(codeReader(wire.value, { ...setup, wire: 'serial' }));
  }
}

async function openWire({ place, driver, options }: DeviceLine, path: string): Promise<Result<Transport, OpenFailure>> {
  if (place.kind !== 'tcp') return openSerial(serialLineOf(driver, options, path));
  const wire = await connectTcp(place, AbortSignal.timeout(CONNECT_MS));
  return wire.ok ? wire : err('io');
}

function serialLineOf(driver: DeviceLine['driver'], options: readonly string[], path: string): SerialLine {
  const baud = options.map(Number).find((rate) => rate > 0);
  if (driver === 'topaz') {
    const { baudRate, dataBits } = topazModel(options);
    return { path, baudRate, dataBits, parity: 'odd' };
  }
  return { path, baudRate: baud ?? { zfm: ZFM_BAUD, escpos: ESCPOS_BAUD, code: CODE_BAUD }[driver] };
}

const topazModel = (options: readonly string[]): TopazModel => Object.entries(TOPAZ_MODELS).find(([name]) => name === options[0])?.[1] ?? TOPAZ_MODELS['siglite-1x5'];
const dotsOf = (options: readonly string[]): number => Number(options.find((option) => option.startsWith('w'))?.slice(1) ?? WIDE_DOTS);
