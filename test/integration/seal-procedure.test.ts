import { encode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { assessDossier } from '../../electron/core/procedure/assess-dossier.ts';
import { judgeDossier } from '../../native-bridges/practice-centre/judge-dossier.ts';
import { sha256Hex } from '../../native-bridges/kit/sealed-dossier/seal-files.ts';
import { sealDossier } from '../../native-bridges/store-host/sealing/seal.ts';
import type { SealInput } from '../../native-bridges/store-host/seams.ts';
import { makePki, makeSealInput, makeStation, newCentre, trustOf } from './seal-fixture.ts';

const pki = makePki();
const station = makeStation(pki);
const MOTHER = { name: 'ĐỖ THỊ MAI', pid: '', relation: 'mother', proof: 'birth-certificate', proofNumber: '12/2022', phone: '' } as const;

/** A sealed dossier of which only the signature was taken. */
function onlySigned(change: Partial<SealInput['dossier']>, birthDate: string): SealInput {
  const input = makeSealInput(station);
  const keep = <T extends { readonly slot: string }>(all: readonly T[]): T[] => all.filter(({ slot }) => slot === 'signature');
  const person = { ...input.dossier.person, birthDate };
  const dossier = { ...input.dossier, person, databasePerson: person, captures: keep(input.dossier.captures), ...change };
  const { findings: _, ...plan } = assessDossier({
    ...dossier, sequence: dossier.printSequence, representation: dossier.representation === null ? 'none' : 'with-proof', adjustmentOpen: false, exemption: null,
  }).plan;
  return { ...input, dossier: { ...dossier, capturePlan: { ...plan, prints: [...plan.prints] } }, captures: keep(input.captures) };
}
const judged = async (input: SealInput, centre = newCentre()) => (await judgeDossier((await sealDossier(input)).bytes, trustOf(pki), centre)).reason;

const FACE = new Uint8Array(encode({ width: 30, height: 40, data: Buffer.alloc(30 * 40 * 4, 90) }, 80).data);
const faceFacts = (bytes = FACE) => ({ sha256: sha256Hex(bytes), widthPx: 30, heightPx: 40, issuedOn: '2021-06-05', seenAt: '2026-11-20T02:00:00.000Z' });
const lost = (change: Partial<SealInput['dossier']> = {}): SealInput => ({ ...onlySigned({ kind: 'reissue', ground: 'lost', reusedFace: faceFacts(), ...change }, '1995-03-15'), reusedFace: FACE });
const REGISTER = newCentre({ '079301000002': sha256Hex(FACE) });

describe('what the centre asks of a dossier follows from the law, not from the station', () => {
  it('takes a lost card without new biometrics', async () => {
    expect(await judged(onlySigned({ kind: 'reissue', ground: 'lost' }, '1995-03-15'))).toBe('');
  });

  it('holds the face that is used again against its own register', async () => {
    expect(await judged(lost(), REGISTER)).toBe('');
    expect(await judged(lost(), newCentre({ '079301000002': sha256Hex(Uint8Array.of(1)) }))).toBe('another-face');
    expect(await judged(lost(), newCentre())).toBe('another-face');
  });

  it('takes such a face for a lost card only, of the size it says, and the one that the station was shown', async () => {
    expect(await judged(lost({ kind: 'exchange', ground: 'on-request' }), REGISTER)).toBe('bad-contents');
    expect(await judged(lost({ reusedFace: { ...faceFacts(), widthPx: 31 } }), REGISTER)).toBe('bad-biometrics');
    await expect(sealDossier({ ...lost(), reusedFace: Uint8Array.of(1) })).rejects.toMatchObject({ code: 'seal.failed' });
    await expect(sealDossier({ ...lost(), reusedFace: null })).rejects.toMatchObject({ code: 'seal.failed' });
  });

  it('takes a child of four with nothing captured, and a representative', async () => {
    expect(await judged(onlySigned({ kind: 'first-issue', ground: 'never-had-card', representation: MOTHER }, '2022-03-10'))).toBe('');
    expect(await judged(onlySigned({ kind: 'first-issue', ground: 'never-had-card' }, '2022-03-10'))).toBe('incomplete');
  });

  it('does not take an exchange without them, whatever plan the station wrote', async () => {
    const input = onlySigned({ kind: 'exchange', ground: 'on-request' }, '1995-03-15');
    expect(await judged({ ...input, dossier: { ...input.dossier, capturePlan: { ...input.dossier.capturePlan, prints: [], portrait: false } } })).toBe('incomplete');
  });

  it('returns a dossier once for the reason that a practice note names', async () => {
    const note = { id: crypto.randomUUID(), kind: 'other' as const, number: '', issuedOn: '', note: 'tập huấn #R08', pages: [] };
    const asked = onlySigned({ kind: 'reissue', ground: 'lost', documents: [note] }, '1995-03-15');
    expect(await judged(asked)).toBe('R08');
    expect(await judged({ ...asked, dossier: { ...asked.dossier, supersedes: crypto.randomUUID() } })).toBe('');
  });
});
