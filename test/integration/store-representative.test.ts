import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PopulationRequest } from '../../electron/contract/population-request.ts';
import { EMPTY_PERSON, type Person } from '../../electron/core/person/person.ts';
import { PERSON, StationFixture } from './station-fixture.ts';
import { OFFICER, must, type Calls } from './store-harness.ts';

let fixture: StationFixture;
let officer: Calls;
beforeEach(() => {
  fixture = new StationFixture();
  officer = fixture.signedIn(OFFICER);
});
afterEach(() => fixture.close());

const FOR = { kind: 'exchange', ground: 'milestone-age' } as const;
const target = ({ id, version }: { readonly id: string; readonly version: number }): { id: string; version: number } => ({ id, version });
const CHILD: Person = { ...EMPTY_PERSON, fullName: 'VÕ NGỌC HÀ', birthDate: '2020-05-01', sex: '2', residence: 'xã Đông Anh, thành phố Hà Nội', phone: '0912345678' };
const lookUp = async (): Promise<string> => must(await officer['population.search']({ purpose: 'exchange', query: { by: 'pid', pid: PERSON.pid } })).lookupId;
/** The database has decided, and holds the new record. */
function databaseHolds(person: Person): void {
  fixture.people = [person];
  fixture.askCentre = () => ({ state: 'done', reference: 'DC-1', pid: person.pid });
}
const MOTHER = { name: 'ĐỖ THỊ MAI', pid: '001190000001', relation: 'mother', proof: 'birth-certificate', proofNumber: '12/2020', phone: '0912345678' } as const;
const printed = async (id: string, job: 'population-collection' | 'adjustment-request'): Promise<string> => {
  must(await officer['form.draw']({ subject: { of: 'reception', id }, job, preview: true }));
  return JSON.stringify(fixture.forms.at(-1)?.sheet);
};

it('a child is declared by the representative, who stands on the DC01 and in the dossier that comes of it', async () => {
  fixture.people = [];
  const waiting = must(await officer['reception.create']({ lookupId: await lookUp(), kind: 'first-issue', ground: 'never-had-card', person: CHILD, evidence: 'Giấy khai sinh', representation: MOTHER }));
  expect(await printed(waiting.id, 'population-collection')).toMatch(/ĐỖ THỊ MAI.*001190000001.*NGƯỜI KHAI.*ĐỖ THỊ MAI/);
  databaseHolds({ ...CHILD, pid: '001304000001', phone: '' });
  const ready = must(await officer['reception.check']({ id: waiting.id }));
  const dossier = must(await officer['reception.open-dossier'](target(ready)));
  expect(dossier).toMatchObject({ representation: MOTHER, capturePlan: { signer: 'representative' } });
  expect(dossier.findings.filter((one) => one.standing)).toEqual([]);
});

it('a child\'s record is corrected at the representative\'s request, who signs the DC02', async () => {
  const about = { of: 'lookup', lookupId: await lookUp(), index: 0 } as const;
  const waiting = must(await officer['reception.adjust']({ about, ...FOR, corrections: [{ field: 'birthDate', value: '2018-02-27' }], evidence: 'Giấy khai sinh', representation: MOTHER }));
  const sent: PopulationRequest[] = [];
  fixture.askCentre = (request) => (sent.push(request), { state: 'received', reference: 'DC-1' });
  must(await officer['reception.check']({ id: waiting.id }));
  expect(sent).toMatchObject([{ kind: 'adjust', representation: MOTHER }]);
  expect(await printed(waiting.id, 'adjustment-request')).toMatch(/II. Thông tin người đại diện.*ĐỖ THỊ MAI.*giấy khai sinh số 12\/2020.*NGƯỜI ĐỀ NGHỊ.*ĐỖ THỊ MAI/);
});
