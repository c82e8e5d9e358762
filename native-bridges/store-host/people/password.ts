import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';
import { AppError } from '../../../electron/core/errors/app-error.ts';

/** OWASP's floor is 46 MiB, t=1; 64 MiB with three passes stays under 300 ms on a counter PC. Source: RFC 9106, 4. */
const PARAMETERS = { parallelism: 1, iterations: 3, memorySize: 64 * 1024, hashLength: 32 } as const;
const SALT_BYTES = 16;
export const MIN_PASSWORD_CHARACTERS = 10;

/** @returns the encoded hash (`$argon2id$v=19$...`) */
export const hashPassword = (password: string): Promise<string> =>
  argon2id({ ...PARAMETERS, password: password.normalize('NFC'), salt: randomBytes(SALT_BYTES), outputType: 'encoded' });

export const isPassword = (password: string, hash: string): Promise<boolean> =>
  argon2Verify({ password: password.normalize('NFC'), hash });

/** Verified against when a login is unknown, so that the answer takes as long as for a known one. */
export const NOBODYS_HASH = '$argon2id$v=19$m=65536,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** Length is what counts; a password that is the login or one repeated character is no password. @throws {AppError} session.weak-password */
export function checkPassword(password: string, login: string): void {
  const characters = [...password.normalize('NFC')];
  const weak = characters.length < MIN_PASSWORD_CHARACTERS || new Set(characters).size < 4 || password.toLowerCase() === login.toLowerCase();
  if (weak) throw new AppError('session.weak-password', { minCharacters: MIN_PASSWORD_CHARACTERS });
}
