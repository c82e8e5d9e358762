import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Dossier } from '../../electron/contract/dossier.ts';
import { PERSON, StationFixture } from './station-fixture.ts';
import { AUDITOR, CHIEF, OFFICER, OFFICER_2, SLOTS, codeIn, must, type Calls } from './store-harness.ts';

let fixture: StationFixture;
let officer: Calls;

beforeEach(() => {
  fixture = new StationFixture();
  officer = fixture.signedIn(OFFICER);
});
afterEach(() => fixture.close());

const target = ({ id, version }: Dossier): { id: string; version: number } => ({ id, version });

async function captureAll(calls: Calls, dossier: Dossier): Promise<Dossier> {
  let current = dossier;
  for (const slot of SLOTS) current = must(await calls['capture.accept']({ ...target(current), slot, sha256: fixture.spool.put(slot) }));
  return current;
}
async function captured(): Promise<Dossier> {
  return must(await officer['dossier.confirm-by-citizen'](target(await captureAll(officer, await fixture.open(officer)))));
}
const submitted = async (): Promise<Dossier> => must(await officer['dossier.submit'](target(await captured())));

describe('a draft', () => {
  it('is numbered by the day and names what is missing', async () => {
    const dossier = await fixture.open(officer);
    expect(dossier).toMatchObject({ number: '26-0413-0001', state: 'draft', version: 1, step: 'check', regime: '2026' });
    expect(dossier.gaps).toEqual(['right-four', 'left-four', 'thumbs', 'portrait', 'signature', 'citizen-check']);
    expect((await fixture.open(officer)).number).toBe('26-0413-0002');
  });

  it('journals a field, shows the difference and keeps the database record', async () => {
    const opened = await fixture.open(officer);
    const edited = must(await officer['dossier.set-field']({ ...target(opened), field: 'fullName', value: '  TRẦN  THỊ BÍCH BÌNH'.normalize('NFD') }));
    expect(edited.person.fullName).toBe('TRẦN THỊ BÍCH BÌNH');
    expect(edited.databasePerson.fullName).toBe(PERSON.fullName);
    expect(must(await officer['dossier.list']({ search: 'bich binh', states: [], cursor: null, size: 10 })).rows.map(({ id }) => id)).toEqual([opened.id]);
    expect(must(await officer['dossier.list']({ search: 'thi binh', states: [], cursor: null, size: 10 })).rows).toEqual([]);
  });

  it.each([
    ['pid', '012345678901'], ['birthDate', '2001-02-30'], ['sex', '3'], ['fullName', ''], ['fullName', 'A\u0000B'], ['phone', 'gọi sau'],
  ] as const)('refuses %s = %j', async (field, value) => {
    const opened = await fixture.open(officer);
    expect(codeIn(await officer['dossier.set-field']({ ...target(opened), field, value }))).toBe('dossier.bad-field');
    expect(must(await officer['dossier.get']({ id: opened.id })).version).toBe(1);
  });

  it('refuses a change made from an older version', async () => {
    const opened = await fixture.open(officer);
    must(await officer['dossier.set-step']({ ...target(opened), step: 'portrait' }));
    expect(codeIn(await officer['dossier.set-step']({ ...target(opened), step: 'signature' }))).toBe('dossier.stale-version');
  });

  it('is gone on with by another officer of the station', async () => {
    const opened = await fixture.open(officer);
    const second = fixture.signedIn(OFFICER_2);
    const edited = must(await second['dossier.set-field']({ ...target(opened), field: 'phone', value: '0912 345 678' }));
    expect(edited.officerName).toBe('Nguyễn Thị An');
    expect(must(await second['dossier.history']({ id: opened.id })).map(({ who }) => who)).toEqual(['Nguyễn Thị An', 'Phạm Văn Dũng']);
  });

  it('is opened only from a look-up that this officer made', async () => {
    const { lookupId } = must(await officer['population.search']({ purpose: 'exchange', query: { by: 'pid', pid: PERSON.pid } }));
    const second = fixture.signedIn(OFFICER_2);
    const open = { lookupId, kind: 'exchange', supersedes: null } as const;
    expect(codeIn(await second['dossier.open']({ ...open, index: 0 }))).toBe('population.lookup-unknown');
    expect(codeIn(await officer['dossier.open']({ ...open, index: 1 }))).toBe('population.lookup-unknown');
  });
});

describe('captures', () => {
  it('complete the dossier with the citizen\'s confirmation, and an edit opens it again', async () => {
    const complete = await captured();
    expect(complete).toMatchObject({ state: 'captured', gaps: [] });
    const edited = must(await officer['dossier.set-field']({ ...target(complete), field: 'occupation', value: 'giáo viên' }));
    expect(edited).toMatchObject({ state: 'draft', citizenConfirmedAt: null, gaps: ['citizen-check'] });
  });

  it('take the place of an earlier image and keep every attempt', async () => {
    const opened = await fixture.open(officer);
    const first = must(await officer['capture.accept']({ ...target(opened), slot: 'portrait', sha256: fixture.spool.put('portrait', 1) }));
    const rejected = must(await officer['capture.reject']({ ...target(first), slot: 'portrait', sha256: fixture.spool.put('portrait', 2), reason: 'nhắm mắt' }));
    const third = must(await officer['capture.accept']({ ...target(rejected), slot: 'portrait', sha256: fixture.spool.put('portrait', 3) }));
    expect(third.captures).toHaveLength(1);
    expect(third.captures[0]?.attempt).toBe(3);
    expect(third.attempts.map(({ attempt, outcome, reason }) => [attempt, outcome, reason])).toEqual([[1, 'accepted', ''], [2, 'rejected', 'nhắm mắt'], [3, 'accepted', '']]);
    expect(fixture.spool.released).toHaveLength(3);
  });

  it('are at hand when they were expected, whatever becomes of the spool meanwhile, and are kept only when accepted', async () => {
    const opened = await fixture.open(officer);
    const sha256 = fixture.spool.put('portrait', 1);
    must(await officer['capture.expect']({ slot: 'portrait', sha256 }));
    expect(must(await officer['dossier.get']({ id: opened.id })).captures).toEqual([]);
    fixture.spool.lose(sha256);
    const accepted = must(await officer['capture.accept']({ ...target(opened), slot: 'portrait', sha256 }));
    expect(accepted.captures.map((capture) => capture.sha256)).toEqual([sha256]);
    const [capture] = accepted.captures;
    expect(must(await officer['capture.image']({ dossierId: opened.id, captureId: capture!.id })).bytes.length).toBeGreaterThan(0);
  });

  it('that could not be fetched ahead, or were fetched for another slot, are asked for when they are accepted', async () => {
    const opened = await fixture.open(officer);
    const [portrait, other] = [fixture.spool.put('portrait', 1), 'ab'.repeat(32)];
    must(await officer['capture.expect']({ slot: 'right-four', sha256: portrait }));
    must(await officer['capture.expect']({ slot: 'portrait', sha256: other }));
    expect(codeIn(await officer['capture.accept']({ ...target(opened), slot: 'portrait', sha256: other }))).toBe('capture.not-in-spool');
    expect(must(await officer['capture.accept']({ ...target(opened), slot: 'portrait', sha256: portrait })).captures).toHaveLength(1);
  });

  it('once refused are not at hand any more', async () => {
    const opened = await fixture.open(officer);
    const sha256 = fixture.spool.put('portrait', 1);
    must(await officer['capture.expect']({ slot: 'portrait', sha256 }));
    const rejected = must(await officer['capture.reject']({ ...target(opened), slot: 'portrait', sha256, reason: 'nhắm mắt' }));
    fixture.spool.lose(sha256);
    expect(codeIn(await officer['capture.accept']({ ...target(rejected), slot: 'portrait', sha256 }))).toBe('capture.not-in-spool');
  });

  it.each([
    ['unknown to device-host', 'capture.not-in-spool', (sha256: string) => ({ slot: 'portrait' as const, sha256: sha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) })],
    ['taken for another slot', 'capture.bad-slot', (sha256: string) => ({ slot: 'right-four' as const, sha256 })],
  ])('are refused when %s', async (_name, code, named) => {
    const opened = await fixture.open(officer);
    expect(codeIn(await officer['capture.accept']({ ...target(opened), ...named(fixture.spool.put('portrait')) }))).toBe(code);
  });

  it('are excused for missing fingers with a reason', async () => {
    const opened = await fixture.open(officer);
    let current = opened;
    for (const finger of ['right-index', 'right-middle', 'right-ring', 'right-little'] as const) {
      current = must(await officer['dossier.set-missing-finger']({ ...target(current), finger, reason: 'amputated', permanent: true, note: '' }));
    }
    expect(current.gaps).not.toContain('right-four');
    expect(must(await officer['dossier.clear-missing-finger']({ ...target(current), finger: 'right-ring' })).gaps).toContain('right-four');
  });

  it('are read back byte for byte, and not by the auditor', async () => {
    const dossier = await captureAll(officer, await fixture.open(officer));
    const portrait = dossier.captures.find(({ slot }) => slot === 'portrait')!;
    const image = must(await officer['capture.image']({ dossierId: dossier.id, captureId: portrait.id }));
    expect(image.bytes.length).toBe(portrait.bytes);
    const auditor = fixture.signedIn(AUDITOR);
    expect(must(await auditor['dossier.get']({ id: dossier.id })).captures).toHaveLength(SLOTS.length);
    expect(codeIn(await auditor['capture.image']({ dossierId: dossier.id, captureId: portrait.id }))).toBe('session.role');
  });
});

describe('decisions', () => {
  it('refuse an incomplete dossier', async () => {
    expect(codeIn(await officer['dossier.submit'](target(await fixture.open(officer))))).toBe('dossier.illegal-event');
  });

  it('return with a reason, reopen, submit and approve', async () => {
    const chief = fixture.signedIn(CHIEF);
    const first = await submitted();
    expect(codeIn(await chief['dossier.return']({ ...target(first), reason: 'R15', text: ' ' }))).toBe('dossier.reason-needed');
    const returned = must(await chief['dossier.return']({ ...target(first), reason: 'R01', text: 'ảnh mờ' }));
    expect(returned).toMatchObject({ state: 'returned', returned: { reason: 'R01', text: 'ảnh mờ', by: 'Lê Thanh Bình' } });
    const reopened = must(await officer['dossier.reopen'](target(returned)));
    expect(reopened.state).toBe('captured');
    const again = must(await officer['dossier.submit'](target(reopened)));
    const approved = must(await chief['dossier.approve'](target(again)));
    expect(approved).toMatchObject({ state: 'approved', decidedBy: 'Lê Thanh Bình' });
  });

  it('refuse whoever opened, captured or submitted, even with the role of a chief', async () => {
    const dossier = await submitted();
    // The same person, promoted overnight: the role now allows the call, the dossier does not.
    fixture.station.sql.statement<[string]>('test', `UPDATE user SET role = 'chief' WHERE login = ?`).run(OFFICER.login);
    const promoted = fixture.signedIn(OFFICER);
    expect(codeIn(await promoted['dossier.approve'](target(dossier)))).toBe('dossier.same-officer');
    expect(codeIn(await promoted['dossier.return']({ ...target(dossier), reason: 'R01', text: '' }))).toBe('dossier.same-officer');
    expect(codeIn(await fixture.signedIn(CHIEF)['dossier.approve'](target(dossier)))).toBe('ok');
  });

  it('let only the officer who submitted withdraw', async () => {
    const dossier = await submitted();
    const second = fixture.signedIn(OFFICER_2);
    expect(codeIn(await second['dossier.withdraw']({ ...target(dossier), reason: 'đổi ý' }))).toBe('dossier.not-yours');
    expect(must(await officer['dossier.withdraw']({ ...target(dossier), reason: 'đổi ý' })).state).toBe('withdrawn');
  });

  it('leave nothing to change in an approved dossier', async () => {
    const chief = fixture.signedIn(CHIEF);
    const approved = must(await chief['dossier.approve'](target(await submitted())));
    const at = target(approved);
    const tries: Record<string, Promise<Parameters<typeof codeIn>[0]>> = {
      field: officer['dossier.set-field']({ ...at, field: 'phone', value: '' }),
      kind: officer['dossier.set-kind']({ ...at, kind: 'reissue' }),
      step: officer['dossier.set-step']({ ...at, step: 'check' }),
      missing: officer['dossier.set-missing-finger']({ ...at, finger: 'left-ring', reason: 'worn', permanent: false, note: '' }),
      clear: officer['dossier.clear-missing-finger']({ ...at, finger: 'left-ring' }),
      document: officer['dossier.add-document']({ ...at, kind: 'other', number: '', issuedOn: '', note: '' }),
      page: officer['page.accept']({ ...at, documentId: null, kind: 'other', sha256: fixture.spool.put('document', 9) }),
      confirm: officer['dossier.confirm-by-citizen'](at),
      submit: officer['dossier.submit'](at),
      withdraw: officer['dossier.withdraw']({ ...at, reason: 'x' }),
      reopen: officer['dossier.reopen'](at),
      accept: officer['capture.accept']({ ...at, slot: 'portrait', sha256: fixture.spool.put('portrait', 9) }),
      reject: officer['capture.reject']({ ...at, slot: 'portrait', sha256: fixture.spool.put('portrait', 9), reason: '' }),
      approve: chief['dossier.approve'](at),
      return: chief['dossier.return']({ ...at, reason: 'R01', text: '' }),
    };
    for (const [name, pending] of Object.entries(tries)) expect([name, codeIn(await pending)]).toEqual([name, expect.stringMatching(/^dossier\.(read-only|illegal-event)$/)]);
    expect(must(await officer['dossier.get']({ id: approved.id }))).toEqual(approved);
  });
});

it('corrects a rejected dossier with a new one that keeps what may be used again', async () => {
  const dossier = await submitted();
  expect(codeIn(await open(dossier.id))).toBe('dossier.illegal-event');
  const chief = fixture.signedIn(CHIEF);
  must(await chief['dossier.approve'](target(dossier)));
  const { desk, outbox, sql } = fixture.station;
  sql.write(() => {
    desk.move({ target: { id: dossier.id }, who: 'system', action: 'test', events: ['seal', 'enqueue'] });
    outbox.insert(dossier.id, { sha256: 'a'.repeat(64), bytes: 10 }, fixture.nowMs);
  });
  const news = (work: () => void): number => {
    const before = fixture.told.length;
    work();
    return fixture.told.length - before;
  };
  expect(news(() => outbox.markUploading(dossier.id))).toBe(1);
  expect(news(() => outbox.progress(dossier.id, 4))).toBe(1);
  expect(news(() => sql.write(() => void outbox.list()))).toBe(0);
  expect(news(() => outbox.answered(dossier.id, { outcome: 'rejected', reason: 'R02', reference: 'x', at: new Date(fixture.nowMs).toISOString() }))).toBe(1);
  const correction = must(await open(dossier.id));
  expect(correction).toMatchObject({ state: 'draft', supersedes: dossier.id, gaps: ['citizen-check'] });
  expect(must(await officer['dossier.get']({ id: dossier.id }))).toMatchObject({ state: 'rejected', centre: { reason: 'R02' } });

  async function open(supersedes: string) {
    const { lookupId } = must(await officer['population.search']({ purpose: 'exchange', query: { by: 'pid', pid: PERSON.pid } }));
    return officer['dossier.open']({ lookupId, index: 0, kind: 'exchange', supersedes });
  }
});
