import { err, ok, type Result } from '../result/result.ts';

/** Why a biometric file was refused. Stable: the bench tool prints them and tests look for them. */
export type CodecErrorCode =
  | 'wsq.truncated'
  | 'wsq.bad-marker'
  | 'wsq.bad-frame'
  | 'wsq.bad-transform-table'
  | 'wsq.bad-quantization-table'
  | 'wsq.bad-huffman-table'
  | 'wsq.bad-block'
  | 'wsq.bad-entropy-data'
  | 'wsq.missing-table'
  | 'wsq.coefficient-count'
  | 'wsq.unsupported-image'
  | 'wsq.bad-bit-rate'
  | 'itl.truncated'
  | 'itl.bad-length'
  | 'itl.bad-field'
  | 'itl.bad-separator'
  | 'itl.bad-content'
  | 'itl.unsupported-record'
  | 'itl.bad-charset'
  | 'iso.truncated'
  | 'iso.bad-magic'
  | 'iso.bad-version'
  | 'iso.bad-length'
  | 'iso.bad-field'
  | 'lds.truncated'
  | 'lds.bad-tag'
  | 'lds.bad-length'
  | 'jp2.truncated'
  | 'jp2.bad-header'
  | 'jp2.unsupported'
  | 'jp2.bad-data'
  | 'jp2.too-large'
  | 'pgm.bad-header'
  | 'pgm.truncated'
  | 'png.unreadable'
  | 'face.bad-image'
  | 'face.bad-answer';

/** `offsetBytes` is where in the file the reader gave up (0 when the fault is in what was asked to be written). */
export type CodecError = {
  readonly code: CodecErrorCode;
  readonly offsetBytes: number;
  /** What was wrong, in technician's English. Never holds field values: they may be a citizen's. */
  readonly reason: string;
};

/** Thrown between the parts of one codec only; `attempt` turns it into a value at the codec's public edge. */
export class CodecFault extends Error {
  override readonly name = 'CodecFault';
  readonly fault: CodecError;

  constructor(code: CodecErrorCode, offsetBytes: number, reason: string) {
    super(code);
    this.fault = { code, offsetBytes, reason };
  }
}

/** Runs a codec; a `CodecFault` becomes an error value, anything else is a bug and stays an exception. */
export function attempt<T>(work: () => T): Result<T, CodecError> {
  try {
    return ok(work());
  } catch (cause) {
    if (cause instanceof CodecFault) return err(cause.fault);
    throw cause;
  }
}
