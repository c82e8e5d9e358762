import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DocumentEntry } from '../../electron/contract/paper.ts';
import { judgeDossier } from '../../native-bridges/practice-centre/judge-dossier.ts';
import { checkSealed } from '../../native-bridges/kit/sealed-dossier/check-sealed.ts';
import { sealFiles, sha256Hex, type FileToSeal } from '../../native-bridges/kit/sealed-dossier/seal-files.ts';
import type { SealInput } from '../../native-bridges/store-host/seams.ts';
import { sealDossier } from '../../native-bridges/store-host/sealing/seal.ts';
import { SMALL_PX, printPng } from '../fixtures/kept-images.ts';
import { makePki, makeSealInput, makeStation, newCentre, trustOf } from './seal-fixture.ts';

const pki = makePki();
const station = makeStation(pki);
const trust = trustOf(pki);

/** A card with two sides and a note without a picture between, then a sheet; one image stands twice. */
function withPages(officerId?: string): SealInput {
  const input = makeSealInput(station);
  const images = [71, 72].map((seed) => printPng(seed));
  const page = (bytes: Uint8Array): DocumentEntry['pages'][number] => ({
    id: randomUUID(), mediaType: 'image/png', sha256: sha256Hex(bytes), bytes: bytes.length, ...SMALL_PX, ppi: 204, warnings: [], device: input.dossier.captures[0]!.device,
    capturedAt: input.sealedAt, acceptedAt: input.sealedAt, officerId: officerId ?? input.officer.id,
  });
  const paper = (kind: DocumentEntry['kind'], pages: readonly Uint8Array[]): DocumentEntry => ({ id: randomUUID(), kind, number: '1', issuedOn: '', note: '', pages: pages.map(page) });
  const [front, back] = images as [Uint8Array, Uint8Array];
  const documents = [paper('old-card', [front, back]), paper('other', []), paper('birth-certificate', [front])];
  return { ...input, dossier: { ...input.dossier, documents }, pages: images.map((bytes) => ({ sha256: sha256Hex(bytes), bytes })) };
}
const input = withPages();
const sealed = await sealDossier(input);
const opened = (await checkSealed(sealed.bytes, trust)).dossier!;
const NAMES = ['papers/1-1.png', 'papers/1-2.png', 'papers/3-1.png'];

/** Sealed by the station itself, but with other files. */
function sealedWith(change: (files: readonly FileToSeal[]) => readonly FileToSeal[]): Buffer {
  const { files: listed, ...head } = opened.manifest;
  return sealFiles(head, change(listed.map(({ name, mediaType }) => ({ name, mediaType, bytes: opened.files.find((file) => file.name === name)!.bytes }))), station);
}
const failureOf = async (bytes: Uint8Array): Promise<unknown> => (await checkSealed(bytes, trust)).checks.find(({ state }) => state === 'failed')?.error;

describe('the pages of papers in a sealed dossier', () => {
  it('come after the captures, named by paper and page, byte for byte', async () => {
    expect(opened.manifest.files.map(({ name }) => name).slice(-NAMES.length)).toEqual(NAMES);
    const pages = input.dossier.documents.flatMap((document) => document.pages);
    expect(NAMES.map((name) => sha256Hex(opened.files.find((file) => file.name === name)!.bytes))).toEqual(pages.map(({ sha256 }) => sha256));
    expect(opened.data.documents).toEqual(input.dossier.documents);
    expect((await judgeDossier(sealed.bytes, trust, newCentre())).reason).toBe('');
  });

  it.each([
    ['a page left out', (files: readonly FileToSeal[]) => files.filter(({ name }) => name !== 'papers/1-2.png'), { code: 'sealed.bad-manifest', detail: { name: 'papers/1-2.png', why: 'missing' } }],
    ['another picture', (files: readonly FileToSeal[]) => files.map((file) => (file.name === 'papers/3-1.png' ? { ...file, bytes: printPng(99) } : file)), { code: 'sealed.hash-mismatch', detail: { name: 'papers/3-1.png' } }],
    ['a page more', (files: readonly FileToSeal[]) => [...files, { ...files.at(-1)!, name: 'papers/2-1.png' }], { code: 'sealed.bad-manifest', detail: { name: 'papers/2-1.png', why: 'not in the dossier' } }],
  ])('are refused with %s', async (_what, change, error) => {
    expect(await failureOf(sealedWith(change))).toMatchObject(error);
  });

  it('are not sealed when their bytes are not those that were accepted', async () => {
    const [first, second] = input.pages;
    await expect(sealDossier({ ...input, pages: [first!] })).rejects.toMatchObject({ code: 'seal.failed', detail: { why: 'page', paper: 1, page: 2 } });
    await expect(sealDossier({ ...input, pages: [first!, { ...second!, bytes: first!.bytes }] })).rejects.toMatchObject({ code: 'seal.failed' });
  });

  it('tell the centre who took them: not the chief who approved', async () => {
    const { chief } = makeSealInput(station);
    const taken = withPages(chief.id);
    expect((await judgeDossier((await sealDossier({ ...taken, chief })).bytes, trust, newCentre())).reason).toBe('same-officer');
  });
});
