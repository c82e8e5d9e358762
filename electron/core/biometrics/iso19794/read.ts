import { err, type Result } from '../../result/result.ts';
import type { CodecError } from '../codec-error.ts';
import { readFace2005, readFace2011, type Face2005, type Face2011 } from './face.ts';
import { readFinger2005, readFinger2011, type Finger2005, type Finger2011 } from './finger.ts';
import { readIris2005, readIris2011, type Iris2005, type Iris2011 } from './iris.ts';

export type IsoRecord = Finger2005 | Finger2011 | Face2005 | Face2011 | Iris2005 | Iris2011;

/** Magic word and version to reader. Version 030 of a face is the 2011 edition. */
const READERS: Readonly<Record<string, (bytes: Uint8Array) => Result<IsoRecord, CodecError>>> = {
  'FIR\u0000010\u0000': readFinger2005,
  'FIR\u0000020\u0000': readFinger2011,
  'FAC\u0000010\u0000': readFace2005,
  'FAC\u0000030\u0000': readFace2011,
  'IIR\u0000010\u0000': readIris2005,
  'IIR\u0000020\u0000': readIris2011,
};

/** Reads whichever of the six records this is. Errors: `iso.bad-magic` for any other file, else those of the reader. */
export function readIso(bytes: Uint8Array): Result<IsoRecord, CodecError> {
  const read = READERS[String.fromCharCode(...bytes.subarray(0, 8))];
  return read === undefined ? err({ code: 'iso.bad-magic', offsetBytes: 0, reason: 'no ISO/IEC 19794-4, -5 or -6 record' }) : read(bytes);
}
