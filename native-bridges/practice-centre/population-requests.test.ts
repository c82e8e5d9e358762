import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PopulationRequest } from '../../electron/contract/population-request.ts';
import { EMPTY_PERSON } from '../../electron/core/person/person.ts';
import { PopulationDesk } from './population-desk.ts';
import { PopulationRequests } from './population-requests.ts';

const NOW = new Date('2026-04-13T02:00:00Z');
/** Born in 2018, child of HOÀNG VĂN LONG and NGÔ THỊ LAN: every practice database has him. */
const CHILD = { ...EMPTY_PERSON, pid: '001218000004', fullName: 'HOÀNG GIA HUY', birthDate: '2018-05-20', fatherName: 'HOÀNG VĂN LONG', motherName: 'NGÔ THỊ LAN' };
const MOTHER = { name: 'Ngô Thị Lan', pid: '', relation: 'mother', proof: 'population-database', proofNumber: '', phone: '' } as const;
let dir: string;
let desk: PopulationDesk;
let requests: PopulationRequests;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'requests-'));
  desk = new PopulationDesk(1, 20);
  requests = new PopulationRequests(join(dir, 'requests.json'), desk);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function decided(part: Partial<PopulationRequest>) {
  const request: PopulationRequest = {
    id: crypto.randomUUID(), kind: 'adjust', officer: 'an.nguyen', unit: 'CA', pid: CHILD.pid, person: CHILD, corrections: [{ field: 'birthDate', value: '2018-05-21' }], representation: MOTHER,
    evidence: 'Giấy khai sinh', madeAt: NOW.toISOString(), ...part,
  };
  expect(requests.put(request, NOW)).toMatchObject({ state: 'received' });
  return requests.get(request.id, NOW);
}

it('does what a parent asks whom the record names, and what is asked without anybody speaking for the child', () => {
  expect(decided({})).toMatchObject({ state: 'done', pid: CHILD.pid });
  expect(desk.record(CHILD.pid)?.NgayThangNamSinh).toEqual({ NgayThangNam: '2018-05-21' });
  expect(decided({ representation: null })).toMatchObject({ state: 'done' });
});

it.each([
  ['a mother whom the record does not name', { ...MOTHER, name: 'LÊ THỊ HOA' }, 'CSDL không ghi'],
  ['a guardian by the record alone', { ...MOTHER, relation: 'guardian' }, 'CSDL không ghi'],
  ['a number that belongs to somebody else', { ...MOTHER, pid: '079301000002' }, 'không khớp với số định danh'],
  ['a number that nobody has', { ...MOTHER, pid: '001190999999' }, 'không có trong CSDL'],
  ['the child\'s own number', { ...MOTHER, pid: CHILD.pid }, 'trùng số định danh'],
] as const)('declines %s, and says why', (_what, representation, why) => {
  const status = decided({ representation });
  expect(status).toMatchObject({ state: 'declined', reason: expect.stringContaining(why) });
  expect(desk.record(CHILD.pid)?.NgayThangNamSinh).toEqual({ NgayThangNam: '2018-05-20' });
});

it('takes a guardian with a paper, and a mother whom the same request puts on the record', () => {
  expect(decided({ representation: { ...MOTHER, name: 'LÊ THỊ HOA', relation: 'guardian', proof: 'guardianship-decision', proofNumber: '3/QĐ' } })).toMatchObject({ state: 'done' });
  const corrections = [{ field: 'motherName', value: 'NGÔ THỊ LÀN' }] as const;
  expect(decided({ corrections: [...corrections], representation: { ...MOTHER, name: 'NGÔ THỊ LÀN' } })).toMatchObject({ state: 'done' });
});

it('takes no request that leaves the representative out', () => {
  const { representation: _, ...rest } = { id: crypto.randomUUID(), kind: 'adjust', officer: 'a', unit: 'CA', pid: CHILD.pid, person: CHILD, corrections: [], representation: null, evidence: '', madeAt: NOW.toISOString() };
  expect(requests.put(rest, NOW)).toBeUndefined();
});
