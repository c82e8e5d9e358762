import { randomUUID } from 'node:crypto';
import { AppError } from '../../electron/core/errors/app-error.ts';
import type { PrintJob, PrinterDevice, PrinterState } from '../../drivers/contract/driver.ts';
import type { DeviceSession } from './device-session.ts';
import type { DeviceRegistry } from './registry.ts';

const STATUS_MS = 3_000;
/** A network printer may wait for paper that somebody brings; after this the officer is asked to look. */
const PRINT_MS = 120_000;

export type PrinterView = PrinterState & { readonly id: string; readonly name: string; readonly simulated: boolean };

/** Lists printers and follows a print job to its end. */
export class PrintDesk {
  readonly #registry: DeviceRegistry;

  constructor(registry: DeviceRegistry) {
    this.#registry = registry;
  }

  list(): Promise<PrinterView[]> {
    return Promise.all(this.#registry.printers().map((session) => this.#view(session)));
  }

  /** @throws {AppError} printer.not-found, .offline, .attention, .refused, or device.timeout */
  async print(printerId: string, job: PrintJob): Promise<'printed' | 'sent'> {
    const session = this.#registry.printers().find((candidate) => candidate.entry.identity.id === printerId);
    if (session === undefined) throw new AppError('printer.not-found');
    const late = AbortSignal.timeout(PRINT_MS);
    const printed = await session.run({ id: randomUUID(), cancelled: late, begin: (device, signal) => device.print(job, signal) });
    if (printed.ok) return printed.value;
    if (late.aborted) throw new AppError('device.timeout', { why: 'printer' });
    const { code } = printed.error;
    throw code === 'device.unplugged' || code === 'device.not-ready' ? new AppError('printer.offline') : printed.error;
  }

  async #view(session: DeviceSession<PrinterDevice>): Promise<PrinterView> {
    const { id, model, simulated } = session.entry.identity;
    const kind = session.state.kind;
    if (kind === 'busy') return { id, name: model, simulated, state: 'printing', detail: '' };
    const state = await session.device?.status(AbortSignal.timeout(STATUS_MS));
    return { id, name: model, simulated, ...(state?.ok ? state.value : { state: 'offline' as const, detail: '' }) };
  }
}
