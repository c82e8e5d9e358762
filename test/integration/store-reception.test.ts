import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Dossier } from '../../electron/contract/dossier.ts';
import type { Reception } from '../../electron/contract/reception.ts';
import { EMPTY_PERSON, type Person } from '../../electron/core/person/person.ts';
import { PERSON, StationFixture } from './station-fixture.ts';
import { AUDITOR, CHIEF, OFFICER, OFFICER_2, SLOTS, TECHNICIAN, codeIn, must, type Calls } from './store-harness.ts';

let fixture: StationFixture;
let officer: Calls;
beforeEach(() => {
  fixture = new StationFixture();
  officer = fixture.signedIn(OFFICER);
});
afterEach(() => fixture.close());

const FOR = { kind: 'exchange', ground: 'milestone-age' } as const;
const target = ({ id, version }: { readonly id: string; readonly version: number }): { id: string; version: number } => ({ id, version });
const NEWBORN: Person = { ...EMPTY_PERSON, fullName: 'VÕ NGỌC HÀ', birthDate: '2004-11-02', sex: '2', residence: 'xã Đông Anh, thành phố Hà Nội', phone: '0912345678' };

async function lookUp(): Promise<string> {
  return must(await officer['population.search']({ purpose: 'exchange', query: { by: 'pid', pid: PERSON.pid } })).lookupId;
}
async function adjust(value = '2001-02-27'): Promise<Reception> {
  return must(await officer['reception.adjust']({ about: { of: 'lookup', lookupId: await lookUp(), index: 0 }, ...FOR, corrections: [{ field: 'birthDate', value }], evidence: 'Giấy khai sinh số 12/2001', representation: null }));
}
/** The database has decided, and holds the new record. */
function databaseHolds(person: Person): void {
  fixture.people = [person];
  fixture.askCentre = () => ({ state: 'done', reference: 'DC-1', pid: person.pid });
}

describe('what the rules say before anything is opened', () => {
  it.each([
    ['goes on', { wrongFields: [], hold: 'none' }, 'go-on', ['CC01', 'CC02']],
    ['adjusts wrong data first', { wrongFields: ['birthDate'], hold: 'none' }, 'adjust-first', ['DC02']],
    ['refuses a held card', { wrongFields: [], hold: 'card-held' }, 'refuse', ['CC03']],
  ] as const)('%s', async (_name, facts, outcome, forms) => {
    const judged = must(await officer['reception.judge']({ lookupId: await lookUp(), index: 0, ...FOR, representation: null, limitedCapacity: false, ...facts, wrongFields: [...facts.wrongFields] }));
    expect(judged).toMatchObject({ outcome, forms });
  });
});

describe('an adjustment', () => {
  it('waits with its term of two working days, sends itself, and wakes when the record has changed', async () => {
    const waiting = await adjust();
    expect(waiting).toMatchObject({ number: 'TN-26-0413-0001', state: 'waiting', dueOn: '2026-04-15', reasons: ['R02'], corrections: [{ field: 'birthDate', value: '2001-02-27' }] });
    expect(must(await officer['reception.check']({ id: waiting.id }))).toMatchObject({ state: 'waiting', centreReference: 'DC-1', sentAt: expect.any(String) });
    databaseHolds({ ...PERSON, birthDate: '2001-02-27' });
    const ready = must(await officer['reception.check']({ id: waiting.id }));
    expect(ready).toMatchObject({ state: 'ready', birthDate: '2001-02-27' });
    const dossier = must(await fixture.signedIn(OFFICER_2)['reception.open-dossier'](target(ready)));
    expect(dossier).toMatchObject({ state: 'draft', ...FOR, receptionId: waiting.id, databasePerson: { birthDate: '2001-02-27' } });
    expect(must(await officer['reception.get']({ id: waiting.id }))).toMatchObject({ state: 'opened', dossierId: dossier.id });
    expect(codeIn(await officer['reception.open-dossier'](target(ready)))).toBe('dossier.stale-version');
  });

  it('keeps a card dossier from being submitted while it waits', async () => {
    await adjust();
    const dossier = await fixture.open(officer);
    expect(dossier.findings.filter((one) => one.standing).map(({ code }) => code)).toEqual(['reception.adjustment-open']);
  });

  it('waits for the line, and is sent when it is back', async () => {
    fixture.centreUrl = undefined;
    const lookupId = await (async () => {
      fixture.centreUrl = 'http://centre.test';
      const id = await lookUp();
      fixture.centreUrl = undefined;
      return id;
    })();
    const waiting = must(await officer['reception.adjust']({ about: { of: 'lookup', lookupId, index: 0 }, ...FOR, corrections: [{ field: 'birthDate', value: '2001-02-27' }], evidence: 'Giấy khai sinh', representation: null }));
    expect(codeIn(await officer['reception.check']({ id: waiting.id }))).toBe('population.offline');
    expect(must(await officer['reception.get']({ id: waiting.id })).sentAt).toBeNull();
    fixture.centreUrl = 'http://centre.test';
    expect(must(await officer['reception.check']({ id: waiting.id })).sentAt).not.toBeNull();
  });

  it('takes the place of an open draft, and gives back what was taken then', async () => {
    const draft = await fixture.open(officer);
    const taken = must(await officer['capture.accept']({ ...target(draft), slot: 'portrait', sha256: fixture.spool.put('portrait') }));
    const waiting = must(await officer['reception.adjust']({ about: { of: 'dossier', ...target(taken) }, ...FOR, corrections: [{ field: 'birthDate', value: '2001-02-27' }], evidence: 'Giấy khai sinh', representation: null }));
    expect(must(await officer['dossier.get']({ id: draft.id })).state).toBe('withdrawn');
    databaseHolds({ ...PERSON, birthDate: '2001-02-27' });
    const ready = must(await officer['reception.check']({ id: waiting.id }));
    const dossier = must(await officer['reception.open-dossier'](target(ready)));
    expect(dossier.captures.map(({ slot, sha256 }) => [slot, sha256])).toEqual(taken.captures.map(({ slot, sha256 }) => [slot, sha256]));
    expect(dossier.gaps).not.toContain('portrait');
  });

  it('says why the database declined, and may then only be ended', async () => {
    fixture.askCentre = () => ({ state: 'declined', reference: 'DC-1', reason: 'Giấy tờ không đủ' });
    const { id } = await adjust();
    const declined = must(await officer['reception.check']({ id }));
    expect(declined).toMatchObject({ state: 'declined', answer: 'Giấy tờ không đủ' });
    expect(codeIn(await officer['reception.open-dossier'](target(declined)))).toBe('reception.not-ready');
    expect(must(await officer['reception.cancel']({ ...target(declined), reason: 'Công dân bổ sung giấy tờ sau' })).state).toBe('cancelled');
  });

  it('needs something to correct', async () => {
    const about = { of: 'lookup', lookupId: await lookUp(), index: 0 } as const;
    expect(codeIn(await officer['reception.adjust']({ about, ...FOR, corrections: [{ field: 'birthDate', value: PERSON.birthDate }], evidence: 'x', representation: null }))).toBe('reception.nothing-to-correct');
    expect(codeIn(await officer['reception.adjust']({ about, ...FOR, corrections: [{ field: 'birthDate', value: '2001-02-31' }], evidence: 'x', representation: null }))).toBe('dossier.bad-field');
    expect(codeIn(await fixture.signedIn(OFFICER_2)['reception.adjust']({ about, ...FOR, corrections: [{ field: 'birthDate', value: '2001-02-27' }], evidence: 'x', representation: null }))).toBe('population.lookup-unknown');
  });
});

describe('a person whom the database does not know', () => {
  it('is declared by hand and becomes a dossier once the record exists', async () => {
    expect(codeIn(await officer['reception.create']({ lookupId: await lookUp(), kind: 'first-issue', ground: 'never-had-card', person: NEWBORN, evidence: 'x', representation: null }))).toBe('reception.is-known');
    fixture.people = [];
    const lookupId = await lookUp();
    const waiting = must(await officer['reception.create']({ lookupId, kind: 'first-issue', ground: 'never-had-card', person: NEWBORN, evidence: 'Giấy khai sinh', representation: null }));
    expect(waiting).toMatchObject({ outcome: 'create', reasons: ['R01'], pid: '', fullName: 'VÕ NGỌC HÀ' });
    databaseHolds({ ...NEWBORN, pid: '001304000001', phone: '' });
    const ready = must(await officer['reception.check']({ id: waiting.id }));
    expect(must(await officer['reception.open-dossier'](target(ready)))).toMatchObject({ pid: '001304000001', kind: 'first-issue', ground: 'never-had-card' });
  });
});

describe('a refusal', () => {
  it('is written with its reasons and is the end', async () => {
    const refused = must(await officer['reception.refuse']({ about: { of: 'lookup', lookupId: await lookUp(), index: 0 }, person: null, ...FOR, reasons: ['R06'], text: 'Đang bị giữ thẻ', representation: null }));
    expect(refused).toMatchObject({ state: 'refused', dueOn: null, reasons: ['R06'], text: 'Đang bị giữ thẻ', fullName: PERSON.fullName });
    expect(codeIn(await officer['reception.cancel']({ ...target(refused), reason: 'x' }))).toBe('reception.not-ready');
  });

  it('is listed for the chief and the auditor, and for nobody without a citizen\'s business', async () => {
    await adjust();
    const page = must(await fixture.signedIn(CHIEF)['reception.list']({ states: ['waiting'], before: null, size: 10 }));
    expect(page).toMatchObject({ rows: [{ state: 'waiting' }], next: null, counts: { waiting: 1 }, overdue: 0 });
    expect(codeIn(await fixture.signedIn(AUDITOR)['reception.cancel']({ ...target(page.rows[0]!), reason: 'x' }))).toBe('session.role');
    expect(codeIn(await fixture.signedIn(TECHNICIAN)['reception.list']({ states: [], before: null, size: 10 }))).toBe('session.role');
  });
});

describe('the call list', () => {
  const CALL = { way: 'phone', note: '' } as const;

  it('names whoever has to hear of something, until they were told', async () => {
    const { id } = await adjust();
    databaseHolds({ ...PERSON, birthDate: '2001-02-27' });
    must(await officer['reception.check']({ id }));
    const list = must(await officer['contact.list']({ closed: false, size: 10 }));
    expect(list).toMatchObject({ open: 1, overdue: 0, rows: [{ cause: 'reception-ready', receptionId: id, fullName: PERSON.fullName, dueOn: '2026-04-14', tries: [] }] });
    const task = list.rows[0]!;
    expect(codeIn(await officer['contact.note']({ id: task.id, ...CALL, outcome: 'given-up', note: 'không gọi được' }))).toBe('contact.too-early');
    must(await officer['contact.note']({ id: task.id, ...CALL, outcome: 'no-answer' }));
    const told = must(await fixture.signedIn(OFFICER_2)['contact.note']({ id: task.id, ...CALL, outcome: 'told', note: 'hẹn chiều nay' }));
    expect(told).toMatchObject({ closedAt: expect.any(String), tries: [{ outcome: 'no-answer', by: 'Nguyễn Thị An' }, { outcome: 'told', by: 'Phạm Văn Dũng' }] });
    expect(must(await officer['contact.list']({ closed: false, size: 10 })).rows).toEqual([]);
    expect(must(await officer['contact.list']({ closed: true, size: 10 })).rows).toHaveLength(1);
  });

  it('is overdue after one working day', async () => {
    const { id } = await adjust();
    databaseHolds({ ...PERSON, birthDate: '2001-02-27' });
    must(await officer['reception.check']({ id }));
    fixture.nowMs += 2 * 86_400_000;
    expect(must(await fixture.signedIn(OFFICER)['contact.list']({ closed: false, size: 10 })).overdue).toBe(1);
  });
});

describe('identification while the line is down', () => {
  const submittedBy = async (calls: Calls, dossier: Dossier): Promise<Dossier> => {
    let current = dossier;
    for (const slot of SLOTS) current = must(await calls['capture.accept']({ ...target(current), slot, sha256: fixture.spool.put(slot) }));
    return must(await calls['dossier.submit'](target(must(await calls['dossier.confirm-by-citizen'](target(current))))));
  };
  const offline = (person: Person | null) => officer['population.identify-offline']({ purpose: 'exchange', query: { by: 'pid', pid: PERSON.pid }, person });
  const openFrom = async (lookupId: string): Promise<Dossier> => must(await officer['dossier.open']({ lookupId, index: 0, kind: 'exchange', supersedes: null }));

  it('knows those seen before, marks the dossier, and checks it when the line is back', async () => {
    expect(must(await offline(null)).people).toEqual([]);
    await lookUp();
    fixture.centreUrl = undefined;
    const cached = must(await offline(null));
    expect(cached).toMatchObject({ outcome: 'found', identification: 'cached', seenAt: expect.any(String), people: [{ fullName: PERSON.fullName }] });
    const dossier = await openFrom(cached.lookupId);
    expect(dossier.identification).toBe('cached');
    expect(dossier.findings.find(({ code }) => code === 'reception.unconfirmed')).toMatchObject({ severity: 'warning', standing: false });
    fixture.centreUrl = 'http://centre.test';
    await fixture.watch.checkIdentities();
    expect(must(await officer['dossier.get']({ id: dossier.id }))).toMatchObject({ identification: 'database', version: dossier.version + 1 });
  });

  it('takes what was typed, and nobody approves what the database then contradicts', async () => {
    const typed = must(await offline({ ...PERSON, birthDate: '2001-02-20' }));
    const waiting = await submittedBy(officer, await openFrom(typed.lookupId));
    expect(waiting).toMatchObject({ identification: 'manual', state: 'submitted' });
    await fixture.watch.checkIdentities();
    const checked = must(await officer['dossier.get']({ id: waiting.id }));
    expect(checked.findings.filter((one) => one.standing).map(({ code }) => code)).toEqual(['reception.data-wrong']);
    expect(codeIn(await fixture.signedIn(CHIEF)['dossier.approve'](target(checked)))).toBe('dossier.incomplete');
  });

  describe('of a dossier that was sealed meanwhile', () => {
    const sealed = async (person: Person): Promise<Dossier> => {
      const waiting = await submittedBy(officer, await openFrom(must(await offline(person)).lookupId));
      const approved = must(await fixture.signedIn(CHIEF)['dossier.approve'](target(waiting)));
      const { station } = fixture;
      const work = (): void => station.outbox.insert(approved.id, { sha256: 'a'.repeat(64), bytes: 1 }, fixture.nowMs);
      return station.desk.move({ target: { id: approved.id }, who: 'system', action: 'dossier.seal', events: ['seal', 'enqueue'], work });
    };
    const outbox = () => fixture.station.outbox.list();

    it('leaves it in the queue where the database says the same', async () => {
      const { id } = await sealed({ ...PERSON, residence: 'số 9 đường Mới' });
      await fixture.watch.checkIdentities();
      expect(must(await officer['dossier.get']({ id }))).toMatchObject({ identification: 'database', state: 'queued', person: { residence: 'số 9 đường Mới' } });
      expect(outbox()).toMatchObject([{ state: 'queued' }]);
    });

    it.each([['somebody else', [{ ...PERSON, fullName: 'LÊ THỊ HOA' }]], ['nobody', []]])('sets it aside with the reason where the database names %s', async (_name, people) => {
      const { id } = await sealed(PERSON);
      fixture.people = people;
      await fixture.watch.checkIdentities();
      expect(outbox()).toMatchObject([{ dossierId: id, state: 'parked', lastError: 'outbox.identity-differs' }]);
      must(await officer['outbox.retry']({ dossierId: id }));
      await fixture.watch.checkIdentities();
      expect(outbox()).toMatchObject([{ dossierId: id, state: 'queued' }]);
    });
  });

  it('finds a typed citizen absent', async () => {
    const dossier = await openFrom(must(await offline(PERSON)).lookupId);
    fixture.people = [];
    await fixture.watch.checkIdentities();
    expect(must(await officer['dossier.get']({ id: dossier.id }))).toMatchObject({ identification: 'absent', state: 'draft', gaps: expect.arrayContaining(['procedure']) });
  });
});
