import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EMPTY_PERSON } from '../../electron/core/person/person.ts';
import type { Dossier } from '../../electron/contract/dossier.ts';
import { openStation, type Station } from '../../native-bridges/store-host/station/station.ts';
import { fillStore } from './fill-store.ts';
import { rowOf, timed, type Row } from './row.ts';

const CAPTURE_BYTES = 600_000;
const COMMITS = 40;
const SEARCHES: readonly (readonly [string, readonly Dossier['state'][]])[] = [
  ['', []], ['nguyen', []], ['tran thi binh', []], ['ng', []], ['khong co ai', []], ['123456', []], ['nguyen van an', ['accepted']], ['yen', ['submitted']], ['26-01', []],
];
const ROUNDS = 5;

/** Commit of a capture, and searches in a small and in a large store. */
export async function* storeRows(): AsyncIterable<Row> {
  const dir = mkdtempSync(join(tmpdir(), 'tram-bench-'));
  const station = open(dir);
  try {
    yield await captureCommit(station);
    fillStore(station, 10_000);
    yield await search(station, '10,000');
    fillStore(station, 90_000, 2);
    yield await search(station, '100,000');
  } finally {
    station.sessions.close();
    station.sql.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

const open = (dataDir: string): Station => openStation(
  { host: 'store-host', dataDir, key: randomBytes(32), practice: true, centreUrl: null, appVersion: 'bench', electronVersion: '', runtime: '', policyFile: null },
  { now: Date.now, spool: () => undefined, onChanged: () => undefined, onApproved: () => undefined },
);

/** What stands between the officer's key and "kept": file encrypted and synced, row and audit entry committed. */
async function captureCommit(station: Station): Promise<Row> {
  const officer = station.users.list().find(({ role }) => role === 'officer')!;
  const at = new Date().toISOString();
  station.lookups.insert({ id: 'bench', at, officerId: officer.id, purpose: 'exchange', query: {}, outcome: 'found', people: [] });
  station.dossiers.insert({
    id: 'bench', number: 'bench', kind: 'exchange', regime: '2026', lookupId: 'bench', lookupPurpose: 'exchange', supersedes: null, at, officerId: officer.id,
    person: EMPTY_PERSON, databasePerson: EMPTY_PERSON,
  });
  const samples: number[] = [];
  for (let i = 0; i < COMMITS; i++) {
    const bytes = randomBytes(CAPTURE_BYTES);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    samples.push(await timed(async () => {
      await station.vault.write(sha256, bytes);
      station.desk.edit({
        target: { id: 'bench' }, who: officer.login, action: 'capture.accept', voidsConfirmation: true,
        work: (record) => station.parts.insertCapture(record.id, {
          id: sha256, slot: 'right-four', mediaType: 'image/png', sha256, bytes: bytes.length, widthPx: 1600, heightPx: 1500, ppi: 500, capturedAt: at, acceptedAt: at,
          officerId: officer.id, attempt: i + 1, device: { id: '', kind: '', model: '', serial: '', driver: '', simulated: true },
        }),
      });
    }));
  }
  return rowOf('commit of a capture on disk', 'ms', samples, 15, `${CAPTURE_BYTES / 1000} kB`);
}

async function search(station: Station, size: string): Promise<Row> {
  const samples: number[] = [];
  let slowest = { ms: 0, what: '' };
  for (const [text, states] of SEARCHES) {
    for (let round = 0; round < ROUNDS; round++) {
      const ms = await timed(() => station.list.page({ search: text, states: [...states], cursor: null, size: 50 }));
      samples.push(ms);
      if (ms > slowest.ms) slowest = { ms, what: text };
    }
  }
  return rowOf(`search in ${size} stored dossiers`, 'ms', samples, 50, `slowest ${slowest.ms.toFixed(1)} ms`);
}
