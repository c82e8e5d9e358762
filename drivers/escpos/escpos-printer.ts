import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import type { DeviceIdentity, DriverEnvironment, PrintJob, PrinterDevice, PrinterState, Raster, Transport } from '../contract/driver.ts';
import { ASK_ALL, StatusReader, encodeReceipt, type Trouble } from './protocol.ts';

/** Draws a receipt as grey pixels, `widthDots` wide. Errors: `device.unsupported` for a job that has no slip. */
export type DrawSheet = (job: PrintJob, widthDots: number) => Promise<Result<Raster, AppError>>;

type Setup = {
  readonly identity: DeviceIdentity;
  readonly clock: DriverEnvironment['clock'];
  /** Draws the receipt as grey pixels as wide as the printer's paper (384 or 576 dots). */
  readonly draw: (job: PrintJob) => Promise<Result<Raster, AppError>>;
  /** False where a cheap printer answers no questions: then "sent" is all that can be said. */
  readonly answers?: boolean;
};

const STATUS_MS = 1_500;
/** A receipt of 30 cm takes three seconds; a slow serial line thirty. */
const PRINT_MS = 60_000;
const LOOK_MS = 500;
/** Silence on every question for this long = nobody is there. */
const SILENT_MS = 5_000;
/** What wants a person before a sheet can come out. */
const BLOCKING: ReadonlySet<Trouble> = new Set(['cover-open', 'paper-out', 'cutter', 'error', 'offline']);
/** The most telling first. */
const RANK: readonly Trouble[] = ['cover-open', 'paper-out', 'cutter', 'error', 'offline', 'paper-low'];
/** IPP's names, which the screens know. */
const REASON: Readonly<Record<Trouble, string>> = { 'cover-open': 'cover-open', 'paper-out': 'media-empty', 'paper-low': 'media-low', cutter: 'cutter-error', error: 'other', offline: 'paused' };

/** A receipt printer on a serial line or TCP port 9100. "Printed" means that it answered the question behind the last line. */
export function escposPrinter(transport: Transport, setup: Setup): PrinterDevice {
  const { identity, clock, draw, answers = true } = setup;
  const link = new StatusLink(transport, clock);
  return {
    identity, closed: transport.closed, close: () => Promise.resolve(transport[Symbol.asyncDispose]()),
    status: async (signal) => {
      if (!answers) return ok({ state: 'idle', detail: '' });
      const troubles = await link.ask(signal);
      return troubles.ok ? ok(stateOf(troubles.value)) : troubles.error.code === 'printer.offline' ? ok({ state: 'offline', detail: '' }) : troubles;
    },
    print: async (job, signal) => {
      const drawn = await draw(job);
      if (!drawn.ok) return drawn;
      if (answers) {
        const before = await link.ask(signal);
        if (!before.ok) return before;
        const blocked = worst(before.value);
        if (blocked !== undefined) return err(new AppError('printer.attention', { reason: REASON[blocked] }));
      }
      return link.print(encodeReceipt(drawn.value), { signal, answers });
    },
  };
}

const worst = (troubles: readonly Trouble[]): Trouble | undefined => RANK.find((trouble) => BLOCKING.has(trouble) && troubles.includes(trouble));

function stateOf(troubles: readonly Trouble[]): PrinterState {
  const first = RANK.find((trouble) => troubles.includes(trouble));
  if (first === undefined) return { state: 'idle', detail: '' };
  return { state: BLOCKING.has(first) ? 'attention' : 'idle', detail: REASON[first] };
}

class StatusLink {
  readonly #transport: Transport;
  readonly #clock: DriverEnvironment['clock'];

  constructor(transport: Transport, clock: DriverEnvironment['clock']) {
    [this.#transport, this.#clock] = [transport, clock];
  }

  /** One round of questions. Errors: `printer.offline` for silence or a lost wire, `device.cancelled`. */
  async ask(signal: AbortSignal): Promise<Result<readonly Trouble[], AppError>> {
    const reader = new StatusReader();
    const answer = Promise.withResolvers<Result<readonly Trouble[], AppError>>();
    const stop = this.#transport.onData((bytes) => {
      for (const one of reader.push(bytes)) if (one.type === 'status') answer.resolve(ok(one.troubles));
    });
    const result = await this.#until(answer.promise, { ms: STATUS_MS, signal, write: ASK_ALL });
    stop();
    return result;
  }

  /** Sends the sheet and follows it: whoever opens the cover or runs out of paper meanwhile is heard at once. */
  async print(bytes: Uint8Array, { signal, answers }: { readonly signal: AbortSignal; readonly answers: boolean }): Promise<Result<'printed' | 'sent', AppError>> {
    const end = Promise.withResolvers<Result<'printed' | 'sent', AppError>>();
    const over = new AbortController();
    const reader = new StatusReader();
    let heardMs = this.#clock.now();
    const stop = this.#transport.onData((data) => {
      heardMs = this.#clock.now();
      for (const { type, troubles } of reader.push(data)) {
        const blocked = worst(troubles);
        if (blocked !== undefined) end.resolve(err(new AppError('printer.attention', { reason: REASON[blocked] })));
        else if (type === 'done') end.resolve(ok('printed'));
      }
    });
    if (answers) void this.#watch(over.signal, () => this.#clock.now() - heardMs > SILENT_MS, () => end.resolve(err(new AppError('printer.offline'))));
    const written = this.#transport.write(bytes).then(() => {
      if (!answers) end.resolve(ok('sent'));
    }).catch(() => end.resolve(err(new AppError('printer.offline'))));
    const result = await this.#until(end.promise, { ms: PRINT_MS, signal, write: undefined });
    over.abort();
    stop();
    void written;
    return result;
  }

  async #watch(over: AbortSignal, silent: () => boolean, onSilent: () => void): Promise<void> {
    while (!over.aborted) {
      await this.#clock.sleep(LOOK_MS, over);
      if (over.aborted) return;
      if (silent()) return onSilent();
      await this.#transport.write(ASK_ALL).catch(() => undefined);
    }
  }

  async #until<T>(answer: Promise<Result<T, AppError>>, { ms, signal, write }: { readonly ms: number; readonly signal: AbortSignal; readonly write: Uint8Array | undefined }): Promise<Result<T, AppError>> {
    const over = new AbortController();
    const stopped = Promise.withResolvers<Result<T, AppError>>();
    const onAbort = (): void => stopped.resolve(err(new AppError('device.cancelled', { driver: 'escpos' })));
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    if (write !== undefined) void this.#transport.write(write).catch(() => undefined);
    const gone = this.#transport.closed.then((): Result<T, AppError> => err(new AppError('printer.offline')));
    const late = this.#clock.sleep(ms, over.signal).then((): Result<T, AppError> => err(new AppError(write === undefined ? 'device.timeout' : 'printer.offline')));
    const result = await Promise.race([answer, stopped.promise, gone, late]);
    over.abort();
    signal.removeEventListener('abort', onAbort);
    return result;
  }
}
