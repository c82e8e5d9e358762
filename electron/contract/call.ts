import { z } from 'zod';
import type { Access } from '../core/access/roles.ts';
import type { WireError } from '../core/errors/app-error.ts';

/** zod would compile validators with `new Function`; the page's CSP forbids that, and one way everywhere is simpler. */
z.config({ jitless: true });

/** One request a screen or host may make. The schema is the truth; types are derived from it. */
export type Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly access: Access;
  readonly input: I;
  readonly output: O;
};
export const call = <I extends z.ZodType, O extends z.ZodType>(access: Access, input: I, output: O): Call<I, O> => ({ access, input, output });

export type Contract = Readonly<Record<string, Call>>;
/** Messages a host sends unasked, by name. */
export type Events = Readonly<Record<string, z.ZodType>>;

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError };

/** What the caller sees: `client['dossier.submit']({ ... })`. Never rejects: a lost host is `host.crashed`. */
export type Client<C extends Contract> = {
  readonly [K in keyof C]: (input: z.input<C[K]['input']>) => Promise<Reply<z.output<C[K]['output']>>>;
};

/** What a host must implement, all of it, or the build breaks. Failures are thrown as AppError; the kit turns them into replies. */
export type Handlers<C extends Contract, Context> = {
  readonly [K in keyof C]: (input: z.output<C[K]['input']>, context: Context) => Promise<z.input<C[K]['output']>> | z.input<C[K]['output']>;
};

/** Wire frames on a port. Requests carry a number that the reply repeats; events carry none. */
export type RequestFrame = { readonly id: number; readonly call: string; readonly input: unknown };
export type ReplyFrame = { readonly id: number; readonly reply: Reply<unknown> };
export type EventFrame = { readonly event: string; readonly payload: unknown };

/** No text field of any message is longer than this; images travel as bytes. */
export const MAX_TEXT = 2_000;
export const text = (max = 200) => z.string().max(max);
export const Nothing = z.strictObject({});
export const Bytes = z.instanceof(Uint8Array);
export const Id = z.uuid();
export const Version = z.int().nonnegative();
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** ISO 8601 instant in UTC, millisecond precision. */
export const Instant = z.iso.datetime();
