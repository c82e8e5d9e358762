import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_PERSON, type Person } from '../../electron/core/person/person.ts';
import { judgeDossier } from '../../native-bridges/practice-centre/judge-dossier.ts';
import { toPerson } from '../../native-bridges/store-host/population/congdan-to-person.ts';
import { renderForm, renderReceipt } from '../../native-bridges/store-host/receipts/render-receipt.ts';
import { sealDossier } from '../../native-bridges/store-host/sealing/seal.ts';
import { recordOf } from '../../native-bridges/practice-centre/amend-record.ts';
import { openDossierFor, target } from './open-dossier-for.ts';
import { makePki, makeSealInput, makeStation, newCentre, trustOf } from './seal-fixture.ts';
import { StationFixture } from './station-fixture.ts';
import { CHIEF, OFFICER, SLOTS, must, type Calls } from './store-harness.ts';

const run = promisify(execFile);
/** One word for a name and a bare year of birth: many of the S'tiêng, many of the old. */
const DIEU: Person = { ...EMPTY_PERSON, fullName: 'ĐIỂU', pid: '070052000001', birthDate: '1952', sex: '1', nationality: 'Việt Nam', residence: 'xã Bù Gia Mập, thành phố Đồng Nai', motherName: 'THỊ LỤA' };

async function wordsOf(pdf: Uint8Array): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'tcc-short-')), 'paper.pdf');
  await writeFile(file, pdf);
  return (await run('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'])).stdout.normalize('NFC').replaceAll(/[^\S\n]+/g, ' ');
}
/** Nothing of a name in parts or a date in parts shows through. */
const says = (text: string): void => {
  expect(text).toMatch(/ĐIỂU/);
  expect(text).toMatch(/(?<![\d/])1952(?![\d])/);
  expect(text).not.toMatch(/undefined|NaN|null|01\/01\/1952|31\/12\/1952/);
};

let fixture: StationFixture;
let officer: Calls;
beforeEach(() => {
  fixture = new StationFixture();
  officer = fixture.signedIn(OFFICER);
});
afterEach(() => fixture.close());

describe('a name of one word and a year of birth', () => {
  it('go from the look-up to approval, and stand on forms and receipt', async () => {
    let dossier = await openDossierFor(fixture, officer, { birthDate: '1952', kind: 'exchange', person: DIEU });
    expect(dossier).toMatchObject({ fullName: 'ĐIỂU', birthDate: '1952' });
    for (const slot of SLOTS) dossier = must(await officer['capture.accept']({ ...target(dossier), slot, sha256: fixture.spool.put(slot) }));
    dossier = must(await officer['dossier.submit'](target(must(await officer['dossier.confirm-by-citizen'](target(dossier))))));
    for (const { job } of must(await officer['form.list']({ subject: { of: 'dossier', id: dossier.id } }))) {
      must(await officer['form.draw']({ subject: { of: 'dossier', id: dossier.id }, job, preview: true }));
      const print = fixture.forms.at(-1)!;
      says(await wordsOf((await renderForm({ ...print, portrait: null })).pdf));
    }
    must(await officer['receipt.make']({ dossierId: dossier.id, preview: true }));
    says(await wordsOf((await renderReceipt(fixture.receipts.at(-1)!)).pdf));
    expect(must(await fixture.signedIn(CHIEF)['dossier.approve'](target(dossier))).state).toBe('approved');
    expect(must(await officer['dossier.list']({ search: 'dieu', states: [], cursor: null, size: 10 })).rows).toMatchObject([{ fullName: 'ĐIỂU', birthDate: '1952' }]);
  });

  it.each(['adjust', 'create', 'refuse'] as const)('stand on the paper of the way %s', async (way) => {
    fixture.people = way === 'create' ? [] : [DIEU];
    const { lookupId } = must(await officer['population.search']({ purpose: 'exchange', query: { by: 'pid', pid: DIEU.pid } }));
    const about = { of: 'lookup', lookupId, index: 0 } as const;
    const common = { kind: 'exchange', ground: 'on-request', representation: null } as const;
    const { pid: _, ...declared } = DIEU;
    const reception = way === 'adjust' ? await officer['reception.adjust']({ about, ...common, corrections: [{ field: 'motherName', value: 'THỊ LỤA LANG' }], evidence: 'Giấy khai sinh' })
      : way === 'create' ? await officer['reception.create']({ lookupId, ...common, person: { ...declared, pid: '' }, evidence: 'Giấy khai sinh' })
        : await officer['reception.refuse']({ about, person: null, ...common, reasons: ['R04'], text: 'Cần đăng ký cư trú.' });
    const { id } = must(reception);
    const [form] = must(await officer['form.list']({ subject: { of: 'reception', id } }));
    must(await officer['form.draw']({ subject: { of: 'reception', id }, job: form!.job, preview: true }));
    says(await wordsOf((await renderForm(fixture.forms.at(-1)!)).pdf));
  });

  it('are sealed, and taken by the centre', async () => {
    const pki = makePki();
    const input = makeSealInput(makeStation(pki), 1_000, { person: DIEU, databasePerson: DIEU, fullName: DIEU.fullName, pid: DIEU.pid, birthDate: DIEU.birthDate, sex: '1' });
    expect(await judgeDossier((await sealDossier(input)).bytes, trustOf(pki), newCentre())).toMatchObject({ reason: '' });
  });

  it('come out of the database\'s record as they went in', () => {
    const { fullName, birthDate } = toPerson(recordOf(DIEU.pid, DIEU));
    expect({ fullName, birthDate }).toEqual({ fullName: 'ĐIỂU', birthDate: '1952' });
  });
});
