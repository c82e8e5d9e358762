import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import type { IppWire } from './ipp-printer.ts';
import { OPERATION, TAG, decodeAnswer, encodeRequest, isSuccess } from './protocol.ts';

export type SystemQueue = { readonly uri: string; readonly name: string; readonly info: string };

/** More queues than a station can show; the rest are left out. */
const MAX_QUEUES = 50;
/** CUPS: client-error-not-found = there is no queue at all. */
const NOT_FOUND = 0x0406;

/** The print queues of this machine, as its CUPS lists them. */
export async function listSystemQueues(wire: IppWire, signal: AbortSignal): Promise<Result<readonly SystemQueue[], AppError>> {
  const sent = await wire.send(encodeRequest({
    operation: OPERATION.cupsGetPrinters, requestId: 1,
    attributes: [{ tag: TAG.keyword, name: 'requested-attributes', values: ['printer-name', 'printer-info', 'printer-uri-supported'] }],
  }), signal);
  if (!sent.ok) return sent;
  const answer = decodeAnswer(sent.value);
  if (!answer.ok) return err(new AppError('printer.refused', { why: answer.error }));
  if (answer.value.status === NOT_FOUND) return ok([]);
  if (!isSuccess(answer.value.status)) return err(new AppError('printer.refused', { status: answer.value.status }));
  const queues = answer.value.groups.filter((group) => group.tag === TAG.printer).flatMap(({ attributes }): readonly SystemQueue[] => {
    const text = (name: string): string => String(attributes.get(name)?.[0] ?? '').slice(0, 80);
    const name = text('printer-name');
    // The name ends up in a path: only what CUPS itself allows in one (no '/', '#', blank, control).
    if (!/^[^\s/#\\?]{1,80}$/u.test(name)) return [];
    return [{ name, info: text('printer-info') || name, uri: `ipp://localhost/printers/${name}` }];
  });
  return ok(queues.slice(0, MAX_QUEUES));
}
