import canonicalize from 'canonicalize';

/** JSON as RFC 8785 writes it, UTF-8: the same value always gives the same bytes. */
export function canonicalJson(value: object): Buffer {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return Buffer.from(text, 'utf8');
}

/** @returns the value, or undefined where the bytes are not JSON or not its canonical form (doubled keys, spaces, bad UTF-8). */
export function parseCanonicalJson(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    return typeof value === 'object' && value !== null && canonicalJson(value).equals(bytes) ? value : undefined;
  } catch {
    return undefined;
  }
}
