import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { log } from '../../kit/log.ts';

const MAX_FILE_BYTES = 256_000;
const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

/** The authorities of a PEM file, DER. A file that can't be read trusts nobody: captures are then refused, never believed. */
export async function readTrustList(file: string): Promise<readonly Uint8Array[]> {
  if (file === '') return [];
  try {
    const text = await readFile(file, 'utf8');
    if (text.length > MAX_FILE_BYTES) throw new RangeError('too long');
    const authorities = (text.match(PEM) ?? []).map((pem) => new Uint8Array(new X509Certificate(pem).raw));
    log('devices.trust-list', { authorities: authorities.length });
    return authorities;
  } catch (error) {
    log('devices.trust-list-unreadable', { why: (error as NodeJS.ErrnoException).code ?? 'not-pem' });
    return [];
  }
}
