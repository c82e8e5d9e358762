import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { openDatabase } from '../database/open-database.ts';
import type { Sql } from '../database/sql.ts';
import { append, entryOf, firstBreak, type Link } from './audit-chain.ts';
import { AuditLog } from './audit-log.ts';

const chainOf = (length: number): Link[] => {
  const links: Link[] = [];
  for (let i = 1; i <= length; i++) links.push(append(links.at(-1), { at: '2026-04-13T02:00:00.000Z', who: 'a', action: `act-${i}`, subject: 's', detail: '' }));
  return links;
};

describe('audit chain', () => {
  it('is whole as it was written', () => {
    expect(firstBreak(chainOf(50))).toBeUndefined();
    expect(entryOf(chainOf(3)[2]!)).toMatchObject({ action: 'act-3', subject: 's' });
  });

  it.each([
    ['an edited entry', 7, (links: Link[]) => links.with(6, { ...links[6]!, body: links[6]!.body.replace('act-7', 'act-8') })],
    ['an entry rewritten together with its hash', 8, (links: Link[]) => links.with(6, append(links[5], { ...entryOf(links[6]!), who: 'b' }))],
    ['a removed entry', 7, (links: Link[]) => links.toSpliced(6, 1)],
    ['two swapped entries', 7, (links: Link[]) => links.with(6, links[7]!).with(7, links[6]!)],
    ['a removed first entry', 1, (links: Link[]) => links.slice(1)],
  ])('finds %s at number %i', (_name, number, damage) => {
    expect(firstBreak(damage(chainOf(20)))).toBe(number);
  });
});

describe('audit log', () => {
  const TOLERANCE_MS = 5 * 60_000;
  let dir: string;
  let sql: Sql;
  let nowMs: number;
  let audit: AuditLog;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'tram-audit-'));
    sql = openDatabase({ file: join(dir, 'station.db'), key: Buffer.alloc(32, 1) });
    nowMs = Date.parse('2026-04-13T02:00:00Z');
    audit = new AuditLog(sql, () => nowMs, () => TOLERANCE_MS);
  });
  afterEach(() => {
    sql.close();
    rmSync(dir, { recursive: true, force: true });
  });
  const fill = (count: number): void => sql.write(() => {
    for (let i = 1; i <= count; i++) audit.note({ who: 'a', action: `act-${i}`, subject: `s-${i % 3}` });
  });
  const run = (source: string): void => void sql.statement<[]>('test', source).run();

  it('refuses UPDATE and DELETE', () => {
    fill(3);
    expect(() => run(`UPDATE audit SET body = '[]' WHERE seq = 2`)).toThrow('append-only');
    expect(() => run('DELETE FROM audit WHERE seq = 3')).toThrow('append-only');
    expect(audit.page(null, 10, '')).toHaveLength(3);
  });

  it.each([
    ['an edit', `UPDATE audit SET body = replace(body, 'act-2500', 'act-x') WHERE seq = 2500`, 2500],
    ['a removal', 'DELETE FROM audit WHERE seq = 2001', 2001],
    ['a removal of the first', 'DELETE FROM audit WHERE seq = 1', 1],
  ])('finds %s that got past the triggers at its number', async (_name, damage, number) => {
    fill(4_500);
    expect(await audit.verify()).toMatchObject({ entries: 4_500, ok: true, firstBreak: null, head: audit.head() });
    run('DROP TRIGGER audit_no_update');
    run('DROP TRIGGER audit_no_delete');
    run(damage);
    expect(await audit.verify()).toMatchObject({ ok: false, firstBreak: number });
  });

  it('stops a start whose newest entries were altered', () => {
    fill(2_500);
    expect(() => audit.checkTail()).not.toThrow();
    run('DROP TRIGGER audit_no_update');
    run(`UPDATE audit SET hash = replace(hash, 'a', 'b') WHERE seq = 2400`);
    expect(() => audit.checkTail()).toThrow(new AppError('store.audit-broken').message);
  });

  it('stops when the clock was set back by more than the tolerance', () => {
    fill(1);
    nowMs -= TOLERANCE_MS;
    audit.note({ who: 'a', action: 'still allowed', subject: '' });
    nowMs -= 1;
    expect(() => audit.checkClock()).toThrow('store.clock-back');
    expect(() => audit.note({ who: 'a', action: 'refused', subject: '' })).toThrow('store.clock-back');
  });

  it('pages backwards and searches without letter case', () => {
    fill(30);
    expect(audit.page(null, 5, '').map(({ seq }) => seq)).toEqual([30, 29, 28, 27, 26]);
    expect(audit.page(26, 2, '').map(({ seq }) => seq)).toEqual([25, 24]);
    expect(audit.page(null, 10, 'ACT-17').map(({ action }) => action)).toEqual(['act-17']);
    expect(audit.bySubject('s-0')).toHaveLength(10);
  });
});
