import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import type { DeviceIdentity, DriverEnvironment, PrinterDevice, PrinterState } from '../contract/driver.ts';
import { OPERATION, TAG, decodeAnswer, encodeRequest, isSuccess, type IppAnswer, type IppAttribute, type IppValue } from './protocol.ts';

/** Carries one request to a printer or print server and brings the answer back. Fails with printer.offline or device.cancelled. */
export type IppWire = { send(request: Uint8Array, signal: AbortSignal): Promise<Result<Uint8Array, AppError>> };

/** Job states that are the end (RFC 8011, 5.3.7). */
const JOB = { pendingHeld: 4, processingStopped: 6, canceled: 7, aborted: 8, completed: 9 } as const;
const PRINTER = { idle: 3, processing: 4, stopped: 5 } as const;
const FOLLOW_MS = 400;
/** Reasons that only inform; anything else wants a person (RFC 8011, 5.4.12: suffix -report). */
const HARMLESS = (reason: string): boolean => reason === 'none' || reason === '' || reason.endsWith('-report') || reason.endsWith('-warning') || reason === 'cups-waiting-for-job-completed' || reason === 'job-printing';
const USER = 'tram-can-cuoc';

type PrinterOptions = { readonly identity: DeviceIdentity; readonly printerUri: string; readonly wire: IppWire; readonly clock: DriverEnvironment['clock'] };

/** A printer that speaks IPP/1.1 or later, directly or through CUPS. "Printed" means that the printer reported the job completed. */
export function ippPrinter({ identity, printerUri, wire, clock }: PrinterOptions): PrinterDevice {
  let requestId = 0;
  const ask = async (operation: number, attributes: readonly IppAttribute[], signal: AbortSignal, document?: Uint8Array): Promise<Result<IppAnswer, AppError>> => {
    const target: IppAttribute = { tag: TAG.uri, name: 'printer-uri', values: [printerUri] };
    const user: IppAttribute = { tag: TAG.name, name: 'requesting-user-name', values: [USER] };
    const sent = await wire.send(encodeRequest({ operation, requestId: ++requestId, attributes: [target, ...attributes.filter((a) => a.name === 'job-id'), user, ...attributes.filter((a) => a.name !== 'job-id')], ...(document === undefined ? {} : { document }) }), signal);
    if (!sent.ok) return sent;
    const answer = decodeAnswer(sent.value);
    if (!answer.ok || answer.value.requestId !== requestId) return err(new AppError('printer.refused', { why: answer.ok ? 'answer to another request' : answer.error }));
    return isSuccess(answer.value.status) ? answer : err(new AppError('printer.refused', { status: answer.value.status }));
  };
  const closed = Promise.withResolvers<'unplugged' | 'closed'>();

  return {
    identity,
    closed: closed.promise,
    close: async () => closed.resolve('closed'),
    async status(signal) {
      const wanted = { tag: TAG.keyword, name: 'requested-attributes', values: ['printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs'] };
      const answer = await ask(OPERATION.getPrinterAttributes, [wanted], signal);
      if (answer.ok) return ok(stateOf(answer.value));
      return answer.error.code === 'printer.offline' ? ok({ state: 'offline', detail: '' }) : answer;
    },
    async print({ title, pdf }, signal) {
      const started = await ask(OPERATION.printJob, [
        { tag: TAG.name, name: 'job-name', values: [title.slice(0, 80)] },
        { tag: TAG.mimeType, name: 'document-format', values: ['application/pdf'] },
      ], signal, pdf);
      if (!started.ok) return started;
      const jobId = first(started.value, TAG.job, 'job-id');
      if (typeof jobId !== 'number') return ok('sent');
      return follow(jobId, ask, clock, signal);
    },
  };
}

type Ask = (operation: number, attributes: readonly IppAttribute[], signal: AbortSignal) => Promise<Result<IppAnswer, AppError>>;

/** Waits for the job's end. A held or stopped job asks for a person at once: paper, toner, a cover. */
async function follow(jobId: number, ask: Ask, clock: DriverEnvironment['clock'], signal: AbortSignal): Promise<Result<'printed' | 'sent', AppError>> {
  const job: IppAttribute = { tag: TAG.integer, name: 'job-id', values: [jobId] };
  const wanted: IppAttribute = { tag: TAG.keyword, name: 'requested-attributes', values: ['job-state', 'job-state-reasons'] };
  for (;;) {
    if (signal.aborted) return err(new AppError('device.cancelled', { driver: 'ipp-printer' }));
    const answer = await ask(OPERATION.getJobAttributes, [job, wanted], signal);
    if (!answer.ok) return answer;
    const state = first(answer.value, TAG.job, 'job-state');
    const reason = reasonOf(all(answer.value, TAG.job, 'job-state-reasons'));
    if (typeof state !== 'number') return ok('sent');
    if (state === JOB.completed) return ok('printed');
    if (state === JOB.canceled || state === JOB.aborted) return err(new AppError('printer.refused', { reason: reason || (state === JOB.canceled ? 'job-canceled' : 'job-aborted') }));
    if (state === JOB.pendingHeld || state === JOB.processingStopped) return err(new AppError('printer.attention', { reason: reason || 'job-stopped' }));
    await clock.sleep(FOLLOW_MS, signal);
  }
}

function stateOf(answer: IppAnswer): PrinterState {
  const state = first(answer, TAG.printer, 'printer-state');
  const reason = reasonOf(all(answer, TAG.printer, 'printer-state-reasons'));
  if (reason.includes('offline')) return { state: 'offline', detail: reason };
  if (state === PRINTER.stopped || first(answer, TAG.printer, 'printer-is-accepting-jobs') === false) return { state: 'attention', detail: reason || 'stopped' };
  if (reason !== '') return { state: 'attention', detail: reason };
  return { state: state === PRINTER.processing ? 'printing' : 'idle', detail: '' };
}

const all = (answer: IppAnswer, group: number, name: string): readonly IppValue[] => answer.groups.find((candidate) => candidate.tag === group)?.attributes.get(name) ?? [];
const first = (answer: IppAnswer, group: number, name: string): IppValue | undefined => all(answer, group, name)[0];
/** The first reason that wants a person, a keyword such as `media-empty`; '' when there is none. */
const reasonOf = (values: readonly IppValue[]): string => values.filter((value) => typeof value === 'string').find((reason) => !HARMLESS(reason))?.slice(0, 80) ?? '';
