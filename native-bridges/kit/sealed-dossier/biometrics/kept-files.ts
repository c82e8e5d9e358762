import { captureFileName, type SealedData } from '../../../../electron/contract/sealed.ts';
import type { ZipFile } from '../zip/zip-write.ts';

/** A capture of the dossier with the bytes of its file. */
export type KeptFile = { readonly capture: SealedData['captures'][number]; readonly bytes: Uint8Array };
/** SHA-256 of the kept file that each record was made from, by IDC. */
export type Digests = ReadonlyMap<number, string>;

/** The captures with their files, which are there: `readData` has seen to it. */
export const keptFiles = (data: SealedData, files: readonly ZipFile[]): readonly KeptFile[] =>
  data.captures.flatMap((capture) => {
    const name = captureFileName(capture.slot, capture.mediaType);
    return files.filter((file) => file.name === name).map(({ bytes }) => ({ capture, bytes }));
  });
