import { randomBytes, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { argon2id, type Argon2 } from './argon2.ts';

/** OWASP's floor is 46 MiB, t=1; 64 MiB with three passes stays under 300 ms on a counter PC. Source: RFC 9106, 4. */
const PARAMETERS = { parallelism: 1, passes: 3, memoryKib: 64 * 1024 } as const;
const SALT_BYTES = 16;
export const MIN_PASSWORD_CHARACTERS = 10;

/** @returns the encoded hash (`$argon2id$v=19$...`) */
export async function hashPassword(password: string): Promise<string> {
  const { parallelism, passes, memoryKib } = PARAMETERS;
  const salt = randomBytes(SALT_BYTES);
  const hash = await argon2id({ ...PARAMETERS, password: password.normalize('NFC'), salt });
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** @param encoded a hash that {@link hashPassword} made; anything else is nobody's password */
export async function isPassword(password: string, encoded: string): Promise<boolean> {
  const parsed = parseEncoded(encoded);
  if (parsed === undefined) return false;
  const hash = await argon2id({ ...parsed.parameters, password: password.normalize('NFC') });
  return timingSafeEqual(hash, parsed.hash);
}

/** The hash is 43 letters of base64: 32 bytes. */
const ENCODED = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/]{11,86})\$([\w+/]{43})$/;

function parseEncoded(encoded: string): { readonly parameters: Omit<Argon2, 'password'>; readonly hash: Buffer } | undefined {
  const [, memory, passes, parallelism, salt, hash] = ENCODED.exec(encoded) ?? [];
  if (salt === undefined || hash === undefined) return undefined;
  return { parameters: { memoryKib: Number(memory), passes: Number(passes), parallelism: Number(parallelism), salt: Buffer.from(salt, 'base64') }, hash: Buffer.from(hash, 'base64') };
}

const unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/** Verified against when a login is unknown, so that the answer takes as long as for a known one. */
export const NOBODYS_HASH = '$argon2id$v=19$m=65536,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** Length is what counts; a password that is the login or one repeated character is no password. @throws {AppError} session.weak-password */
export function checkPassword(password: string, login: string): void {
  const characters = [...password.normalize('NFC')];
  const weak = characters.length < MIN_PASSWORD_CHARACTERS || new Set(characters).size < 4 || password.toLowerCase() === login.toLowerCase();
  if (weak) throw new AppError('session.weak-password', { minCharacters: MIN_PASSWORD_CHARACTERS });
}
