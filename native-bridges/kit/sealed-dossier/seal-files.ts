import { createHash } from 'node:crypto';
import type { SealedManifest } from '../../../electron/contract/sealed.ts';
import { canonicalJson } from './canonical-json.ts';
import { envelop } from './cms/auth-enveloped-data.ts';
import { signContent } from './cms/signed-data.ts';
import { writeZip } from './zip/zip-write.ts';

export const MANIFEST_NAME = 'manifest.json';
export const DATA_NAME = 'dossier.json';

export type FileToSeal = { readonly name: string; readonly mediaType: SealedManifest['files'][number]['mediaType']; readonly bytes: Uint8Array };
export type SealKeys = { readonly stationKeyPkcs8: Uint8Array; readonly stationCertificateDer: Uint8Array; readonly centreCertificateDer: Uint8Array };

/** Files → ZIP with manifest → signed by the station → encrypted to the centre. The layers are those of docs/dossier-format.md. */
export function sealFiles(head: Omit<SealedManifest, 'files'>, files: readonly FileToSeal[], keys: SealKeys): Buffer {
  const manifest: SealedManifest = {
    ...head,
    files: files.map(({ name, mediaType, bytes }) => ({ name, mediaType, bytes: bytes.length, sha256: sha256Hex(bytes) })),
  };
  const zip = writeZip([{ name: MANIFEST_NAME, bytes: canonicalJson(manifest) }, ...files]);
  return envelop(signContent(zip, keys.stationKeyPkcs8, keys.stationCertificateDer, new Date(head.sealedAt)), keys.centreCertificateDer);
}

export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
