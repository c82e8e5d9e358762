import { zipSync, type Zippable } from 'fflate';

export type ZipFile = { readonly name: string; readonly bytes: Uint8Array };

/** The earliest day a ZIP can name, in local time as the format wants it: the same bytes on every machine, every day. */
const NO_DATE = new Date(1980, 0, 1, 0, 0, 0);

/** A ZIP in the given order, nothing compressed (images already are, and a stored entry can't be a bomb), without dates. */
export function writeZip(files: readonly ZipFile[]): Uint8Array {
  const entries: Zippable = Object.fromEntries(files.map((file) => [file.name, [file.bytes, { level: 0, mtime: NO_DATE }]]));
  return zipSync(entries);
}
