import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { argon2id, onLoop } from './argon2.ts';
import { hashPassword, isPassword, NOBODYS_HASH } from './password.ts';
import { PRACTICE_ACCOUNTS } from './practice-accounts.ts';

describe('passwords', () => {
  it('are known again, however their letters were composed, and no other is', async () => {
    const encoded = await hashPassword('mật khẩu đủ dài');
    expect(encoded).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await isPassword('mật khẩu đủ dài'.normalize('NFD'), encoded)).toBe(true);
    expect(await isPassword('mật khẩu đủ dai', encoded)).toBe(false);
  });

  it('hash to what another implementation wrote down', async () => {
    const { password, passwordHash } = PRACTICE_ACCOUNTS[0]!;
    expect(await isPassword(password, passwordHash)).toBe(true);
  });

  it('hash alike on a thread and in WebAssembly', async () => {
    const input = { password: 'căn cước', salt: randomBytes(16), memoryKib: 256, passes: 2, parallelism: 1 };
    expect(Buffer.from(await argon2id(input)).equals(await onLoop(input))).toBe(true);
  });

  it.each(['', '$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$', '$2b$12$abcdefghijklmnopqrstuv', `${NOBODYS_HASH}=`])('are not "%s"', async (encoded) => {
    expect(await isPassword('mật khẩu đủ dài', encoded)).toBe(false);
  });
});
