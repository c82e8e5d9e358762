import type { SealedCheck, SealedVerdict } from '../../native-bridges/kit/sealed-dossier/check-sealed.ts';
import { sha256Hex } from '../../native-bridges/kit/sealed-dossier/seal-files.ts';

/** What each check means, for people. */
const MEANING: Readonly<Record<SealedCheck['name'], string>> = {
  structure: 'CMS AuthEnvelopedData, canonical DER',
  decryption: 'decrypts with the centre\'s key, no byte changed',
  signature: 'signed by the station\'s certificate',
  chain: 'that certificate comes from the centre\'s authority and was valid',
  zip: 'safe names, no duplicates, bounded sizes, checksums',
  manifest: 'canonical JSON to its schema, bound to the signer',
  hashes: 'every file has the size and SHA-256 of the manifest',
  schema: 'dossier data to its schema, agreeing with the manifest; every capture and page of a paper is there, and nothing else',
  biometrics: 'ANSI/NIST transaction, face record and attempts say what the dossier says; prints compared',
};
const MARK = { passed: 'ok  ', failed: 'FAIL', unchecked: '-   ' } as const;

export type Description = {
  readonly ok: boolean;
  readonly sealSha256: string;
  readonly bytes: number;
  readonly checks: readonly SealedCheck[];
  /** No citizen data: ids, officers, sizes. */
  readonly dossier: { readonly id: string; readonly number: string; readonly station: string; readonly officer: string; readonly chief: string; readonly sealedAt: string; readonly files: readonly { readonly name: string; readonly bytes: number }[]; /** of biometrics.an2: how many records of each type */ readonly records: Readonly<Record<string, number>> } | null;
  readonly lines: readonly string[];
};

export function describeVerdict(bytes: Uint8Array, { checks, dossier }: SealedVerdict): Description {
  const sealSha256 = sha256Hex(bytes);
  const manifest = dossier?.manifest;
  const about = manifest === undefined ? null : {
    id: manifest.dossierId, number: manifest.number, station: `${manifest.station.name} – ${manifest.station.counter}`, officer: manifest.officer.displayName, chief: manifest.chief.displayName,
    sealedAt: manifest.sealedAt, files: manifest.files.map((file) => ({ name: file.name, bytes: file.bytes })),
    records: dossier?.biometrics.records ?? {},
  };
  const lines = [
    ...checks.map(lineOf),
    ...(about === null ? [] : [`dossier ${about.number} (${about.id}), ${about.station}`, `captured by ${about.officer}, approved by ${about.chief}, sealed ${about.sealedAt}`, `${about.files.length} files`, `biometrics.an2: ${Object.entries(about.records).map(([type, count]) => (count === 1 ? `Type-${type}` : `${count} × Type-${type}`)).join(', ')}`]),
    `seal ${sealSha256}, ${bytes.length} bytes`,
    verdictLine(checks),
  ];
  return { ok: dossier !== undefined, sealSha256, bytes: bytes.length, checks, dossier: about, lines };
}

function lineOf({ name, state, error }: SealedCheck): string {
  const why = error === undefined ? '' : `: ${error.code} ${JSON.stringify(error.detail)}`;
  return `${MARK[state]} ${name.padEnd(10)} ${MEANING[name]}${why}`;
}

function verdictLine(checks: readonly SealedCheck[]): string {
  if (checks.every(({ state }) => state === 'passed')) return 'verified';
  return checks.some(({ state }) => state === 'failed') ? 'NOT verified' : 'not verified: no key of the centre was given';
}
