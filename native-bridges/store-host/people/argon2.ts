import crypto from 'node:crypto';

/** Memory in KiB; the hash is 32 bytes. */
export type Argon2 = { readonly password: string; readonly salt: Uint8Array; readonly memoryKib: number; readonly passes: number; readonly parallelism: number };

const HASH_BYTES = 32;

/**
 * argon2id, version 19 (RFC 9106). Node's own runs on a thread of its pool; where the cryptography Node was built with has
 * none (Electron's), WebAssembly computes the same on the host's loop, which then answers nobody meanwhile.
 */
export const argon2id = (input: Argon2): Promise<Uint8Array> => (typeof crypto.argon2 === 'function' ? onThread(input) : onLoop(input));

const onThread = ({ password, salt, memoryKib, passes, parallelism }: Argon2): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    crypto.argon2('argon2id', { message: password, nonce: salt, memory: memoryKib, passes, parallelism, tagLength: HASH_BYTES }, (error, hash) => (error === null ? resolve(hash) : reject(error)));
  });

/** @see argon2id */
export async function onLoop({ password, salt, memoryKib, passes, parallelism }: Argon2): Promise<Uint8Array> {
  const wasm = await import('hash-wasm');
  return wasm.argon2id({ password, salt, memorySize: memoryKib, iterations: passes, parallelism, hashLength: HASH_BYTES, outputType: 'binary' });
}
