import type { z } from 'zod';
import { BIOMETRIC_FILES, REUSED_FACE_FILE, SealedData, SealedManifest, captureFileName, pageFileName } from '../../../electron/contract/sealed.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { parseCanonicalJson } from './canonical-json.ts';
import { DATA_NAME, MANIFEST_NAME, sha256Hex } from './seal-files.ts';
import type { ZipFile } from './zip/zip-write.ts';

/** @throws {AppError} sealed.bad-manifest where the first file is not the manifest, or not canonical, or not to its schema */
export function readManifest(files: readonly ZipFile[]): SealedManifest {
  const first = files[0];
  if (first?.name !== MANIFEST_NAME) throw new AppError('sealed.bad-manifest', { name: MANIFEST_NAME, why: 'not the first file' });
  return parse(SealedManifest, first);
}

/** Every file of the manifest is there with the size and SHA-256 it names, in its order, and nothing else is. */
export function checkHashes(manifest: SealedManifest, files: readonly ZipFile[]): void {
  const rest = files.slice(1);
  if (rest.length !== manifest.files.length) throw new AppError('sealed.bad-manifest', { why: 'number of files', listed: manifest.files.length, found: rest.length });
  for (const [i, listed] of manifest.files.entries()) {
    const file = rest[i]!;
    if (file.name !== listed.name) throw new AppError('sealed.bad-manifest', { why: 'order of files', name: listed.name });
    if (file.bytes.length !== listed.bytes || sha256Hex(file.bytes) !== listed.sha256) throw new AppError('sealed.hash-mismatch', { name: listed.name });
  }
}

/** The data, to its schema, and agreeing with the manifest: same dossier, same captures, same last face, same pages. */
export function readData(manifest: SealedManifest, files: readonly ZipFile[]): SealedData {
  const file = files.find(({ name }) => name === DATA_NAME);
  if (file === undefined) throw new AppError('sealed.bad-manifest', { name: DATA_NAME, why: 'missing' });
  const data = parse(SealedData, file);
  for (const key of ['number', 'regime', 'kind', 'supersedes'] as const) {
    if (data[key] !== manifest[key]) throw new AppError('sealed.bad-manifest', { name: DATA_NAME, why: 'differs from manifest', at: key });
  }
  if (data.id !== manifest.dossierId) throw new AppError('sealed.bad-manifest', { name: DATA_NAME, why: 'differs from manifest', at: 'id' });
  const listed = new Map(manifest.files.map((entry) => [entry.name, entry]));
  listed.delete(DATA_NAME);
  for (const name of Object.values(BIOMETRIC_FILES)) listed.delete(name); // compared with the data by checkBiometrics
  for (const { name, image } of imagesOf(data)) {
    const entry = listed.get(name);
    if (entry === undefined || entry.mediaType !== image.mediaType) throw new AppError('sealed.bad-manifest', { name, why: 'missing' });
    if (entry.sha256 !== image.sha256) throw new AppError('sealed.hash-mismatch', { name });
    listed.delete(name);
  }
  for (const name of listed.keys()) throw new AppError('sealed.bad-manifest', { name, why: 'not in the dossier' });
  return data;
}

type NamedImage = { readonly name: string; readonly image: { readonly mediaType: string; readonly sha256: string } };

/** The files that the data says it has: captures, the face that is used again, then the pages of its papers. */
const imagesOf = ({ captures, reusedFace, documents }: SealedData): readonly NamedImage[] => [
  ...captures.map((image) => ({ name: captureFileName(image.slot, image.mediaType), image })),
  ...(reusedFace === null ? [] : [{ name: REUSED_FACE_FILE, image: { mediaType: 'image/jpeg', sha256: reusedFace.sha256 } }]),
  ...documents.flatMap(({ pages }, paper) => pages.map((image, page) => ({ name: pageFileName(paper + 1, page + 1, image.mediaType), image }))),
];

function parse<S extends z.ZodType>(schema: S, file: ZipFile): z.infer<S> {
  const value = parseCanonicalJson(file.bytes);
  if (value === undefined) throw new AppError('sealed.bad-manifest', { name: file.name, why: 'not canonical JSON' });
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError('sealed.bad-manifest', { name: file.name, why: 'schema', at: parsed.error.issues[0]?.path.map(String).join('.').slice(0, 80) ?? '' });
}
