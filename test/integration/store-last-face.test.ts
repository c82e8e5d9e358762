import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'jpeg-js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { KeptFace } from '../../native-bridges/store-host/population/face-repository.ts';
import { PERSON, StationFixture } from './station-fixture.ts';
import { AUDITOR, CHIEF, OFFICER, OFFICER_2, TECHNICIAN, codeIn, must, type Calls } from './store-harness.ts';

const jpegOf = (grey: number): Uint8Array => new Uint8Array(encode({ width: 30, height: 40, data: Buffer.alloc(30 * 40 * 4, grey) }, 80).data);
const FACE = { bytes: jpegOf(90), issuedOn: '2021-06-05' };
let fixture: StationFixture;
let officer: Calls;
beforeEach(() => {
  fixture = new StationFixture();
  fixture.faces.set(PERSON.pid, FACE);
  officer = fixture.signedIn(OFFICER);
});
afterEach(() => fixture.close());

const lookUp = async (): Promise<string> => must(await officer['population.search']({ purpose: 'exchange', query: { by: 'pid', pid: PERSON.pid } })).lookupId;
/** Everybody has to sign in again. */
function nextDay(): void {
  fixture.nowMs += 24 * 3_600_000;
  officer = fixture.signedIn(OFFICER);
}
const audited = (action: string): number => fixture.station.audit.page(null, 100, '').filter((row) => row.action === action).length;

it('shows the face of whom the look-up found, and notes who asked and who looked', async () => {
  const lookupId = await lookUp();
  expect(must(await officer['population.last-face']({ lookupId, index: 0 })).face).toMatchObject({ bytes: FACE.bytes, issuedOn: FACE.issuedOn, widthPx: 30, heightPx: 40 });
  must(await officer['population.last-face']({ lookupId, index: 0 }));
  expect([audited('population.last-face'), audited('last-face.view')]).toEqual([1, 1]);
});

it('says that there is none where no card was ever issued', async () => {
  fixture.faces.clear();
  expect(must(await officer['population.last-face']({ lookupId: await lookUp(), index: 0 }))).toEqual({ face: null });
});

it('answers while the line is down with what was seen before, and with nothing of anybody else', async () => {
  const lookupId = await lookUp();
  must(await officer['population.last-face']({ lookupId, index: 0 }));
  fixture.centreUrl = undefined;
  nextDay();
  expect(must(await officer['population.last-face']({ lookupId, index: 0 })).face?.bytes).toEqual(FACE.bytes);
  expect(codeIn(await officer['population.last-face']({ lookupId: must(await officer['population.identify-offline']({ purpose: 'exchange', query: { by: 'pid', pid: '079301000009' }, person: { ...PERSON, pid: '079301000009' } })).lookupId, index: 0 }))).toBe('population.offline');
});

it('stays with the dossier as it was compared, also when the database gives another one later', async () => {
  must(await officer['population.last-face']({ lookupId: await lookUp(), index: 0 }));
  const { id } = await fixture.open(officer);
  fixture.faces.set(PERSON.pid, { bytes: jpegOf(200), issuedOn: '2026-04-10' });
  nextDay();
  expect(must(await officer['population.last-face']({ lookupId: await lookUp(), index: 0 })).face?.issuedOn).toBe('2026-04-10');
  for (const calls of [officer, fixture.signedIn(CHIEF)]) expect(must(await calls['dossier.last-face']({ id })).face).toMatchObject({ issuedOn: FACE.issuedOn, bytes: FACE.bytes });
});

it('is asked for by the dossier where the look-up was quicker than the answer', async () => {
  const { id } = await fixture.open(officer);
  expect(must(await officer['dossier.last-face']({ id })).face?.bytes).toEqual(FACE.bytes);
  expect(fixture.station.faces.pinned(id)?.issuedOn).toBe(FACE.issuedOn);
});

it('is for the officer who looked up, the officers and the chief of the dossier, and nobody else', async () => {
  const lookupId = await lookUp();
  const { id } = await fixture.open(officer);
  expect(codeIn(await fixture.signedIn(OFFICER_2)['population.last-face']({ lookupId, index: 0 }))).toBe('population.lookup-unknown');
  for (const who of [TECHNICIAN, AUDITOR]) expect(codeIn(await fixture.signedIn(who)['dossier.last-face']({ id }))).toBe('session.role');
  expect(codeIn(await fixture.signedIn(CHIEF)['population.last-face']({ lookupId, index: 0 }))).toBe('session.role');
});

it('shows that there is something to use again for a lost card: nothing is asked of the officer, and the record carries that face', async () => {
  const lookupId = await lookUp();
  must(await officer['population.last-face']({ lookupId, index: 0 }));
  const lost = must(await officer['dossier.open']({ lookupId, index: 0, kind: 'reissue', supersedes: null }));
  expect(lost).toMatchObject({ lastBiometrics: true, capturePlan: { reusesLast: true, prints: [], portrait: false }, gaps: ['signature', 'citizen-check'], reusedFace: { issuedOn: FACE.issuedOn, widthPx: 30, heightPx: 40 } });
  expect(lost.findings.map(({ code }) => code)).not.toContain('capture.last-unconfirmed');
  must(await officer['form.draw']({ subject: { of: 'dossier', id: lost.id }, job: 'collection-record', preview: true }));
  const { sheet, portrait } = fixture.forms.at(-1)!;
  expect(portrait).toEqual(FACE.bytes);
  expect(JSON.stringify(sheet)).toContain('(thẻ cấp ngày 05/06/2021); không thu nhận lại.');
});

it('leaves the question open where the database shows none, and the officer may say that nothing is there', async () => {
  fixture.faces.clear();
  const lookupId = await lookUp();
  must(await officer['population.last-face']({ lookupId, index: 0 }));
  const lost = must(await officer['dossier.open']({ lookupId, index: 0, kind: 'reissue', supersedes: null }));
  expect(lost.findings.map(({ code }) => code)).toContain('capture.last-unconfirmed');
  const { id, version, limitedCapacity, hold, hadCard } = lost;
  expect(must(await officer['dossier.set-circumstances']({ id, version, limitedCapacity, hold, hadCard, lastBiometrics: false })).capturePlan).toMatchObject({ reusesLast: false, portrait: true });
});

it('lies encrypted on the disk', async () => {
  must(await officer['population.last-face']({ lookupId: await lookUp(), index: 0 }));
  const { sha256 } = fixture.station.faces.find(PERSON.pid) as KeptFace;
  const dir = join(fixture.folder.path, 'blobs', sha256!.slice(0, 2));
  expect(readdirSync(dir)).toEqual([sha256]);
  expect(readFileSync(join(dir, sha256!)).includes(Buffer.from(FACE.bytes).subarray(0, 12))).toBe(false);
});

it('refuses what is no picture', async () => {
  fixture.faces.set(PERSON.pid, { bytes: new TextEncoder().encode('<html>'), issuedOn: '2021-01-01' });
  expect(codeIn(await officer['population.last-face']({ lookupId: await lookUp(), index: 0 }))).toBe('population.bad-reply');
});
