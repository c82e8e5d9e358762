import { zipSync } from 'fflate';

/** Everything a bundle may hold. Each part is plain data whose types admit no person: see docs/operations.md. */
export type BundleParts = {
  readonly versions: object;
  readonly inventory: readonly object[];
  readonly deviceLog: readonly object[];
  /** Left out where no store is at hand, as from a shell. */
  readonly health?: readonly object[];
  readonly station?: readonly object[];
  readonly settings?: readonly object[];
  readonly audit?: { readonly head: string };
  /** What could not be had, by part, with the code of its failure. */
  readonly missing: Readonly<Record<string, string>>;
};
export type BundleFile = { readonly name: string; readonly bytes: Uint8Array };

const README = `Gói chẩn đoán của Trạm Căn Cước. Không có dữ liệu công dân: phiên bản, thiết bị, nhật ký thiết bị, sức khoẻ thiết bị, thiết lập, mã đầu nhật ký.
Diagnostic bundle of Trạm Căn Cước. No citizen's data: versions, devices, device log, device health, settings, head of the audit chain.
`;

/** The files of a bundle by name: JSON for people and programs, the log one line an entry. */
export function bundleFiles({ deviceLog, missing, ...parts }: BundleParts): readonly BundleFile[] {
  const named: readonly (readonly [string, string])[] = [
    ['README.txt', README],
    ...Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [[`${name}.json`, `${JSON.stringify(value, null, 2)}\n`] as const])),
    ['device-log.jsonl', deviceLog.map((line) => `${JSON.stringify(line)}\n`).join('')],
    ...(Object.keys(missing).length === 0 ? [] : [['missing.json', `${JSON.stringify(missing, null, 2)}\n`] as const]),
  ];
  return named.map(([name, content]) => ({ name, bytes: new TextEncoder().encode(content) }));
}

/** A ZIP of the files. Level 6 is a tenth of the size for a few milliseconds. */
export const zipBundle = (files: readonly BundleFile[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 6 }));
