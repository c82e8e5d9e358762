import { createHash } from 'node:crypto';

/** `who` = the login of the officer, or `system`. */
export type AuditEntry = { readonly at: string; readonly who: string; readonly action: string; readonly subject: string; readonly detail: string };
export type Link = { readonly seq: number; readonly body: string; readonly hash: string };

export const GENESIS = '0'.repeat(64);

/** hash(n) = SHA-256(hash(n-1) LF n LF body), hex. Altering, removing or reordering any entry breaks every later hash. */
export function append(previous: Link | undefined, entry: AuditEntry): Link {
  const seq = (previous?.seq ?? 0) + 1;
  const body = JSON.stringify([entry.at, entry.who, entry.action, entry.subject, entry.detail]); // fixed order: canonical without a library
  return { seq, body, hash: digest(previous?.hash ?? GENESIS, seq, body) };
}

/** @returns the entry back from its body; a body that this program did not write gives empty texts. */
export function entryOf(link: Link): AuditEntry {
  const parts = partsOf(link.body);
  const at = (i: number): string => (typeof parts[i] === 'string' ? parts[i] : '');
  return { at: at(0), who: at(1), action: at(2), subject: at(3), detail: at(4) };
}

function partsOf(body: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(body);
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/**
 * @param from the link before the first one of `chain`; undefined = the chain starts at its beginning
 * @returns the sequence number of the first broken link, or `undefined` when the chain is whole.
 */
export function firstBreak(chain: Iterable<Link>, from?: Link): number | undefined {
  let hash = from?.hash ?? GENESIS;
  let seq = from?.seq ?? 0;
  for (const link of chain) {
    seq += 1;
    hash = digest(hash, seq, link.body);
    if (link.seq !== seq || link.hash !== hash) return seq;
  }
  return undefined;
}

const digest = (previous: string, seq: number, body: string): string =>
  createHash('sha256').update(`${previous}\n${seq}\n${body}`).digest('hex');
