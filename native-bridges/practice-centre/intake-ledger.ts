import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Id, Instant, Sha256, text } from '../../electron/contract/call.ts';

const Entry = z.strictObject({
  sealSha256: Sha256, dossierId: Id.nullable(), state: z.enum(['accepted', 'rejected']), reason: text(60), reference: text(80), receivedAt: Instant,
});
export type LedgerEntry = z.infer<typeof Entry>;

/**
 * What the centre has answered, one file per seal hash, for ever. An entry is on disk, synced with its folder, before
 * anybody is told: an answer once given is given again after any crash.
 */
export class IntakeLedger {
  readonly #folder: string;
  readonly #bySeal = new Map<string, LedgerEntry>();
  readonly #acceptedDossiers = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) {
      if (name.endsWith('.json')) this.#remember(Entry.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
    }
  }

  find(sealSha256: string): LedgerEntry | undefined {
    return this.#bySeal.get(sealSha256);
  }

  isAccepted(dossierId: string): boolean {
    return this.#acceptedDossiers.has(dossierId);
  }

  count(state: LedgerEntry['state']): number {
    return [...this.#bySeal.values()].filter((entry) => entry.state === state).length;
  }

  /** Synchronous on purpose: between the check and the record no other request can slip in. */
  record(entry: LedgerEntry): void {
    const path = join(this.#folder, `${entry.sealSha256}.json`);
    writeFileSync(`${path}.new`, JSON.stringify(entry), { mode: 0o600, flush: true });
    renameSync(`${path}.new`, path);
    const folder = openSync(this.#folder, 'r');
    fsyncSync(folder);
    closeSync(folder);
    this.#remember(entry);
  }

  #remember(entry: LedgerEntry): void {
    this.#bySeal.set(entry.sealSha256, entry);
    if (entry.state === 'accepted' && entry.dossierId !== null) this.#acceptedDossiers.add(entry.dossierId);
  }
}
