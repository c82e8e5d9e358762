import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EMPTY_PERSON } from '../../electron/core/person/person.ts';
import { QUEUE_PAGE } from '../../native-bridges/store-host/dossiers/dossier-queue.ts';
import { openStation, type Station } from '../../native-bridges/store-host/station/station.ts';

const WAITING = 450;
const dir = mkdtempSync(join(tmpdir(), 'tram-queue-'));
let station: Station;

beforeAll(() => {
  station = openStation(
    { host: 'store-host', dataDir: dir, key: randomBytes(32), practice: true, centreUrl: null, appVersion: 'test', electronVersion: '', runtime: '', policyFile: null },
    { now: Date.now, spool: () => undefined, onChanged: () => undefined, onApproved: () => undefined },
  );
  station.sql.write(fill);
});
afterAll(() => {
  station.sessions.close();
  station.sql.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Opened in one order, submitted in another, a few in the same second; one in three doesn't wait at all. */
function fill(): void {
  const officerId = station.users.list().find(({ role }) => role === 'officer')!.id;
  const setState = station.sql.statement<[string, string]>('test.state', 'UPDATE dossier SET state = ? WHERE id = ?');
  const at = '2026-03-02T02:00:00.000Z';
  station.lookups.insert({ id: 'l', at, officerId, purpose: 'exchange', query: {}, outcome: 'found', people: [] });
  for (let i = 0; i < WAITING * 1.5; i++) {
    const id = `d-${i}`;
    station.dossiers.insert({
      id, number: `26-0302-${i}`, kind: 'exchange', regime: '2026', lookupId: 'l', lookupPurpose: 'exchange', supersedes: null, at, officerId,
      person: EMPTY_PERSON, databasePerson: EMPTY_PERSON,
    });
    const submittedAt = new Date(Date.parse(at) + ((i * 7919) % 200) * 1000).toISOString();
    station.dossiers.set(id, { submitted_at: submittedAt });
    setState.run(i % 3 === 2 ? 'returned' : 'submitted', id);
  }
}

it('reads the whole queue page by page, longest waiting first', () => {
  const seen: { readonly id: string; readonly submittedAt: string }[] = [];
  for (let cursor: string | null = null, pages = 0; pages < 10; pages++) {
    const page = station.queue.page({ cursor, size: 100 });
    expect(page.waiting).toBe(WAITING);
    seen.push(...page.rows);
    cursor = page.next;
    if (cursor === null) break;
  }
  expect(new Set(seen.map(({ id }) => id)).size).toBe(WAITING);
  expect(seen).toHaveLength(WAITING);
  expect(seen.map(({ submittedAt }) => submittedAt)).toEqual(seen.map(({ submittedAt }) => submittedAt).toSorted());
});

it('walks the index of the waiting ones and sorts nothing', () => {
  const plan = station.sql.statement<[], { readonly detail: string }>('plan', `EXPLAIN QUERY PLAN ${QUEUE_PAGE.replaceAll('?', "'1'")}`).all().map(({ detail }) => detail).join('; ');
  expect(plan).toMatch(/SEARCH dossier USING (COVERING )?INDEX dossier_waiting/);
  expect(plan).not.toContain('TEMP B-TREE');
});

it('starts again from the front when the cursor is not one of its own', () => {
  expect(station.queue.page({ cursor: 'x'.repeat(40), size: 1 }).rows).toEqual(station.queue.page({ cursor: null, size: 1 }).rows);
});
