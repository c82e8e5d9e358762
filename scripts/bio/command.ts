import { readFileSync } from 'node:fs';
import type { CodecError } from '../../electron/core/biometrics/codec-error.ts';
import type { Result } from '../../electron/core/result/result.ts';

/** Every option of every command, as typed; the command that reads one says what it may be. */
export const OPTIONS = {
  json: { type: 'boolean', default: false },
  bpp: { type: 'string', default: '0.75' },
  ppi: { type: 'string' },
  hand: { type: 'string' },
  finger: { type: 'string' },
  missing: { type: 'string' },
  flaw: { type: 'string' },
  seed: { type: 'string', default: '1' },
  touch: { type: 'string', default: '1' },
  rolled: { type: 'boolean', default: false },
  ascii: { type: 'boolean', default: false },
} as const;

export type Options = {
  readonly bpp: string;
  readonly seed: string;
  readonly touch: string;
  readonly rolled: boolean;
  readonly ascii: boolean;
} & { readonly [Name in 'ppi' | 'hand' | 'finger' | 'missing' | 'flaw']?: string | undefined };

/** `json` is the machine's answer, `text` the same for people. */
export type Answer = { readonly json: object; readonly text: string };
export type Command = { readonly files: number; readonly run: (files: readonly string[], options: Options) => Result<Answer, CodecError> | Promise<Result<Answer, CodecError>> };

/** The command was called wrongly: ends with 2. */
export class WrongCall extends Error {
  override readonly name = 'WrongCall';
}

export const load = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

export function answered<T>(result: Result<T, CodecError>, answer: (value: T) => Answer): Result<Answer, CodecError> {
  return result.ok ? { ok: true, value: answer(result.value) } : result;
}

/** @throws {WrongCall} for anything but a whole number from 0 */
export function wholeNumber(name: string, typed: string): number {
  if (!/^\d{1,9}$/.test(typed)) throw new WrongCall(`--${name} is a whole number`);
  return Number(typed);
}

/** @throws {WrongCall} with the choices */
export function oneOf<T extends string>(name: string, typed: string | undefined, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === typed);
  if (chosen === undefined) throw new WrongCall(`--${name} is one of ${choices.join(', ')}`);
  return chosen;
}

/** A comma-separated list; empty when not typed. @throws {WrongCall} with the choices */
export const manyOf = <T extends string>(name: string, typed: string | undefined, choices: readonly T[]): readonly T[] =>
  (typed === undefined || typed === '' ? [] : typed.split(',').map((one) => oneOf(name, one, choices)));
