import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Dossier } from '../../electron/contract/dossier.ts';
import { PAGE_LIMITS } from '../../electron/contract/paper.ts';
import { StationFixture } from './station-fixture.ts';
import { AUDITOR, CHIEF, OFFICER, OFFICER_2, SLOTS, codeIn, must, type Calls } from './store-harness.ts';

let fixture: StationFixture;
let officer: Calls;
beforeEach(() => {
  fixture = new StationFixture();
  officer = fixture.signedIn(OFFICER);
});
afterEach(() => fixture.close());

const target = ({ id, version }: Dossier): { id: string; version: number } => ({ id, version });
const photograph = async (dossier: Dossier, variant: number, documentId: string | null = null, calls = officer) =>
  calls['page.accept']({ ...target(dossier), documentId, kind: 'old-card', sha256: fixture.spool.put('document', variant) });
const hashes = (dossier: Dossier, paper = 0): string[] => dossier.documents[paper]?.pages.map(({ sha256 }) => sha256) ?? [];
const actions = async (id: string): Promise<string[]> => must(await officer['dossier.history']({ id })).map(({ action }) => action).filter((action) => action.startsWith('page.') || action.includes('document'));

/** An exchange with three pages of the old card. */
async function threePages(): Promise<Dossier> {
  const first = must(await photograph(await fixture.open(officer), 1));
  const id = first.documents[0]!.id;
  return must(await photograph(must(await photograph(first, 2, id)), 3, id));
}

describe('a photographed paper', () => {
  it('is entered with its first page, and answers what the case demands', async () => {
    const opened = await fixture.open(officer);
    expect(opened.papers).toMatchObject([{ kind: 'old-card', state: 'missing', documentId: null }]);
    const kept = must(await photograph(opened, 1));
    expect(kept.documents).toMatchObject([{ kind: 'old-card', number: '', pages: [{ ppi: 204, warnings: ['page-blurred'], widthPx: 96 }] }]);
    expect(kept.papers).toMatchObject([{ kind: 'old-card', state: 'photographed', documentId: kept.documents[0]!.id }]);
    expect(fixture.spool.released).toEqual(hashes(kept));
    const numbered = must(await officer['dossier.set-document']({ ...target(kept), documentId: kept.documents[0]!.id, number: '079301000002', issuedOn: '2021-05-01', note: '' }));
    expect(numbered.documents).toMatchObject([{ number: '079301000002', issuedOn: '2021-05-01', pages: [{}] }]);
    expect(codeIn(await officer['dossier.set-document']({ ...target(numbered), documentId: kept.documents[0]!.id, number: '', issuedOn: '2021-13', note: '' }))).toBe('dossier.bad-field');
  });

  it('has its pages in the order that the officer gives them', async () => {
    const dossier = await threePages();
    const [a, b, c] = dossier.documents[0]!.pages.map(({ id }) => id);
    const order = (now: Dossier) => now.documents[0]!.pages.map(({ id }) => id);
    const moved = must(await officer['page.move']({ ...target(dossier), pageId: c!, to: 0 }));
    expect(order(moved)).toEqual([c, a, b]);
    expect(order(must(await officer['page.move']({ ...target(moved), pageId: c!, to: 9 })))).toEqual([a, b, c]);
  });

  it('loses a page and gets it back in its place; the row and the file stay', async () => {
    const dossier = await threePages();
    const [, second] = dossier.documents[0]!.pages;
    const without = must(await officer['page.remove']({ ...target(dossier), pageId: second!.id }));
    expect(hashes(without)).toEqual([hashes(dossier)[0], hashes(dossier)[2]]);
    expect(codeIn(await officer['page.image']({ dossierId: dossier.id, pageId: second!.id }))).toBe('store.not-found');
    const back = must(await officer['page.restore']({ ...target(without), pageId: second!.id }));
    expect(hashes(back)).toEqual(hashes(dossier));
    const { bytes } = must(await officer['page.image']({ dossierId: dossier.id, pageId: second!.id }));
    expect(bytes.length).toBe(second!.bytes);
  });

  it('goes and comes back whole', async () => {
    const dossier = await threePages();
    const documentId = dossier.documents[0]!.id;
    const gone = must(await officer['dossier.remove-document']({ ...target(dossier), documentId }));
    expect([gone.documents, gone.papers[0]?.state]).toEqual([[], 'missing']);
    expect(must(await officer['dossier.restore-document']({ ...target(gone), documentId })).documents).toEqual(dossier.documents);
  });

  it('stands in the audit: taken, moved, removed, taken back, seen', async () => {
    const dossier = await threePages();
    const pageId = dossier.documents[0]!.pages[0]!.id;
    const moved = must(await officer['page.move']({ ...target(dossier), pageId, to: 1 }));
    const removed = must(await officer['page.remove']({ ...target(moved), pageId }));
    must(await officer['page.restore']({ ...target(removed), pageId }));
    must(await fixture.signedIn(CHIEF)['page.image']({ dossierId: dossier.id, pageId }));
    expect((await actions(dossier.id)).toSorted()).toEqual(['page.accept', 'page.accept', 'page.accept', 'page.move', 'page.remove', 'page.restore', 'page.view']);
  });

  it('voids what the citizen confirmed; a new order of pages does not', async () => {
    const dossier = await threePages();
    const confirmed = must(await officer['dossier.confirm-by-citizen'](target(dossier)));
    const moved = must(await officer['page.move']({ ...target(confirmed), pageId: dossier.documents[0]!.pages[0]!.id, to: 2 }));
    expect(moved.citizenConfirmedAt).not.toBeNull();
    expect(must(await photograph(moved, 4, dossier.documents[0]!.id)).citizenConfirmedAt).toBeNull();
  });
});

describe('the store refuses', () => {
  it('what is no page: a portrait, pen strokes, an unknown hash, another picture than it claims', async () => {
    const dossier = await fixture.open(officer);
    const accept = (sha256: string) => officer['page.accept']({ ...target(dossier), documentId: null, kind: 'other', sha256 });
    expect(codeIn(await accept(fixture.spool.put('portrait')))).toBe('capture.bad-slot');
    expect(codeIn(await accept(fixture.spool.put('signature')))).toBe('capture.bad-slot');
    expect(codeIn(await accept('0'.repeat(64)))).toBe('capture.not-in-spool');
    expect(codeIn(await officer['capture.accept']({ ...target(dossier), slot: 'portrait', sha256: fixture.spool.put('document') }))).toBe('capture.bad-slot');
    expect(must(await officer['dossier.get']({ id: dossier.id })).version).toBe(dossier.version);
  });

  it('a paper of another dossier, and more pages than a sealed file holds', async () => {
    const [dossier, other] = [await threePages(), await fixture.open(officer)];
    expect(codeIn(await photograph(other, 9, dossier.documents[0]!.id))).toBe('store.not-found');
    expect(codeIn(await officer['page.remove']({ ...target(other), pageId: dossier.documents[0]!.pages[0]!.id }))).toBe('store.not-found');
    let full = dossier;
    for (let n = 3; n < PAGE_LIMITS.pages; n++) full = must(await photograph(full, n + 1, dossier.documents[0]!.id));
    expect(codeIn(await photograph(full, 99, dossier.documents[0]!.id))).toBe('document.too-many-pages');
  });

  it('everybody but officers to change, and auditors to look', async () => {
    const dossier = await threePages();
    const pageId = dossier.documents[0]!.pages[0]!.id;
    for (const who of [CHIEF, AUDITOR]) {
      const calls = fixture.signedIn(who);
      expect(codeIn(await photograph(dossier, 5, null, calls))).toBe('session.role');
      expect(codeIn(await calls['page.remove']({ ...target(dossier), pageId }))).toBe('session.role');
    }
    expect(codeIn(await fixture.signedIn(AUDITOR)['page.image']({ dossierId: dossier.id, pageId }))).toBe('session.role');
  });

  it('a decision by whoever took a page', async () => {
    let dossier = await fixture.open(officer);
    dossier = must(await photograph(dossier, 1, null, fixture.signedIn(OFFICER_2)));
    for (const slot of SLOTS) dossier = must(await officer['capture.accept']({ ...target(dossier), slot, sha256: fixture.spool.put(slot) }));
    dossier = must(await officer['dossier.submit'](target(must(await officer['dossier.confirm-by-citizen'](target(dossier))))));
    fixture.station.sql.statement<[string]>('test', `UPDATE user SET role = 'chief' WHERE login = ?`).run(OFFICER_2.login);
    expect(codeIn(await fixture.signedIn(OFFICER_2)['dossier.approve'](target(dossier)))).toBe('dossier.same-officer');
  });
});

describe('the correction of a rejected dossier', () => {
  /** Rejected by the centre for `reason` after everything was done. */
  async function rejected(reason: string): Promise<Dossier> {
    let dossier = await threePages();
    for (const slot of SLOTS) dossier = must(await officer['capture.accept']({ ...target(dossier), slot, sha256: fixture.spool.put(slot) }));
    dossier = must(await officer['dossier.submit'](target(must(await officer['dossier.confirm-by-citizen'](target(dossier))))));
    const approved = must(await fixture.signedIn(CHIEF)['dossier.approve'](target(dossier)));
    const { desk, outbox, sql } = fixture.station;
    sql.write(() => {
      desk.move({ target: { id: dossier.id }, who: 'system', action: 'test', events: ['seal', 'enqueue'] });
      outbox.insert(dossier.id, { sha256: 'a'.repeat(64), bytes: 10 }, fixture.nowMs);
    });
    outbox.markUploading(dossier.id);
    outbox.answered(dossier.id, { outcome: 'rejected', reason, reference: 'x', at: new Date(fixture.nowMs).toISOString() });
    return approved;
  }

  it.each([['R08', 'photographed'], ['R03', 'noted']] as const)('after %s begins with its papers %s', async (reason, state) => {
    const before = await rejected(reason);
    const after = await fixture.open(officer, before.id);
    expect(after.papers).toMatchObject([{ kind: 'old-card', state }]);
    expect(hashes(after)).toEqual(state === 'photographed' ? hashes(before) : []);
    for (const { id } of after.documents[0]!.pages) must(await officer['page.image']({ dossierId: after.id, pageId: id }));
    expect(hashes(must(await officer['dossier.get']({ id: before.id })))).toEqual(hashes(before));
  });
});

it('no statement deletes or changes a kept page or deletes a paper', async () => {
  await threePages();
  const run = (sql: string) => () => fixture.station.sql.statement<[]>('test', sql).run();
  expect(run('DELETE FROM document_page')).toThrow(/never deleted/);
  expect(run('DELETE FROM document')).toThrow(/never deleted/);
  expect(run(`UPDATE document_page SET sha256 = 'x'`)).toThrow(/never changed/);
});
