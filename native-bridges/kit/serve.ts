import type { z } from 'zod';
import type { Contract, Events, Handlers, Reply } from '../../electron/contract/call.ts';
import type { Port } from '../../electron/contract/port.ts';
import type { Access } from '../../electron/core/access/roles.ts';
import { AppError, type ErrorCode, type SafeDetail } from '../../electron/core/errors/app-error.ts';
import { log } from './log.ts';

export type Service<C extends Contract, Context> = {
  readonly contract: C;
  readonly handlers: Handlers<C, Context>;
  /** Throws AppError (session.required, session.locked, session.role) where the context may not make the call. */
  readonly authorise: (access: Access, context: Context, call: string) => void;
};

export type Served<E extends Events> = {
  emit<K extends keyof E & string>(event: K, payload: z.input<E[K]>): void;
  readonly closed: Promise<void>;
};

/**
 * Answers every request on a port, whatever comes: each ends in exactly one reply, and a failure is a code.
 * A message that is not a request at all (null after a transfer list, a number, an array) is answered with id -1.
 */
export function serve<C extends Contract, Context, E extends Events = Record<string, never>>(
  service: Service<C, Context>, port: Port, context: Context,
): Served<E> {
  const gone = Promise.withResolvers<void>();
  let open = true;
  const post = (message: unknown): void => {
    if (open) port.post(message);
  };
  port.onMessage((message) => {
    const request = asRequest(message);
    void answer(service, request.call, request.input, context).then((reply) => post({ id: request.id, reply }));
  });
  port.onClose(() => {
    open = false;
    gone.resolve();
  });
  return { emit: (event, payload) => post({ event, payload }), closed: gone.promise };
}

async function answer<C extends Contract, Context>(service: Service<C, Context>, name: unknown, input: unknown, context: Context): Promise<Reply<unknown>> {
  if (typeof name !== 'string') return fail('ipc.bad-message', { why: 'not a request' });
  if (!Object.hasOwn(service.contract, name)) return fail('ipc.unknown-call');
  const call = service.contract[name]!;
  try {
    service.authorise(call.access, context, name);
    const parsed = call.input.safeParse(input);
    if (!parsed.success) return fail('ipc.bad-message', { call: name, at: parsed.error.issues[0]?.path.map(String).join('.').slice(0, 80) ?? '' });
    const value = await service.handlers[name as keyof C]!(parsed.data as never, context);
    return { ok: true, value };
  } catch (error) {
    return failureOf(error, name);
  }
}

function failureOf(error: unknown, call: string): Reply<never> {
  if (error instanceof AppError) return { ok: false, error: error.toWire() };
  // A bug: the log says where, the page never sees a stack.
  log('ipc.internal', { call, name: error instanceof Error ? error.name : typeof error, where: whereOf(error) });
  return fail('ipc.internal', { call });
}

/** The first line of the stack that names a place; never the message, which may quote data. */
const whereOf = (error: unknown): string =>
  error instanceof Error ? (error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '))?.trim().slice(0, 200) ?? '') : '';

const fail = (code: ErrorCode, detail: SafeDetail = {}): Reply<never> => ({ ok: false, error: { code, detail } });

function asRequest(message: unknown): { id: number; call: unknown; input: unknown } {
  if (typeof message !== 'object' || message === null) return { id: -1, call: undefined, input: undefined };
  const { id, call, input } = message as Record<string, unknown>;
  return { id: typeof id === 'number' && Number.isSafeInteger(id) ? id : -1, call, input };
}
