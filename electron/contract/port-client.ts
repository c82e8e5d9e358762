import { isErrorCode, type SafeDetail } from '../core/errors/app-error.ts';
import type { Client, Contract, Events, Reply } from './call.ts';
import type { z } from 'zod';
import type { Port } from './port.ts';

export type PortClient<C extends Contract, E extends Events> = {
  readonly call: Client<C>;
  on<K extends keyof E & string>(event: K, listener: (payload: z.output<E[K]>) => void): () => void;
  /** Settles when the port is closed; calls in flight have been answered `host.crashed` by then. */
  readonly closed: Promise<void>;
};

const CRASHED: Reply<never> = { ok: false, error: { code: 'host.crashed', detail: {} } };

/** Calls by name over one port, whatever the contract. */
export type PortCaller = {
  send(call: string, input: unknown): Promise<Reply<unknown>>;
  on(event: string, listener: (payload: never) => void): () => void;
  readonly closed: Promise<void>;
};

/** Calls over one port. Never rejects: when the port closes, every call in flight and every later one answers `host.crashed`. */
export function clientOn<C extends Contract, E extends Events>(contract: C, _events: E, port: Port): PortClient<C, E> {
  const { send, on, closed } = callerOn(port);
  const call = Object.fromEntries(Object.keys(contract).map((name) => [name, (input: unknown) => send(name, input)])) as unknown as Client<C>;
  return { call, on, closed };
}

/**
 * The client of a contract of which only the type is at hand: every property is the call of that name. For the page, which
 * validates nothing (hosts do): the schemas would be a fifth of the script it reads before its first screen.
 */
export const clientBy = <C extends Contract>(send: PortCaller['send']): Client<C> =>
  new Proxy<Record<string, unknown>>({}, {
    // Nothing may take a client for a promise.
    get: (calls, name) => (typeof name === 'string' && name !== 'then' ? (calls[name] ??= (input: unknown) => send(name, input)) : undefined),
  }) as Client<C>;

/** @see clientOn */
export function callerOn(port: Port): PortCaller {
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const gone = Promise.withResolvers<void>();
  let open = true;
  let lastId = 0;

  port.onMessage((message) => {
    const frame = asFrame(message);
    if (frame === undefined) return;
    if (frame.kind === 'event') {
      for (const listener of listeners.get(frame.event) ?? []) listener(frame.payload as never);
      return;
    }
    waiting.get(frame.id)?.(frame.reply);
    waiting.delete(frame.id);
  });
  port.onClose(() => {
    open = false;
    for (const answer of waiting.values()) answer(CRASHED);
    waiting.clear();
    gone.resolve();
  });

  const send = (call: string, input: unknown): Promise<Reply<unknown>> => {
    if (!open) return Promise.resolve(CRASHED);
    const id = ++lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      port.post({ id, call, input });
    });
  };
  return {
    send,
    on(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener as (payload: never) => void));
      return () => void set.delete(listener as (payload: never) => void);
    },
    closed: gone.promise,
  };
}

type Frame = { kind: 'event'; event: string; payload: unknown } | { kind: 'reply'; id: number; reply: Reply<unknown> };

function asFrame(message: unknown): Frame | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { id, reply, event, payload } = message as Record<string, unknown>;
  if (typeof event === 'string') return { kind: 'event', event, payload };
  if (typeof id === 'number' && isReply(reply)) return { kind: 'reply', id, reply };
  return undefined;
}

function isReply(value: unknown): value is Reply<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const reply = value as { ok?: unknown; error?: { code?: unknown; detail?: SafeDetail } };
  return reply.ok === true || (reply.ok === false && isErrorCode(reply.error?.code));
}
