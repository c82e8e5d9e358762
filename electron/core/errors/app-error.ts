import { ERROR_CODES, type ErrorCode } from './error-codes.ts';

export { ERROR_CODES, type ErrorCode } from './error-codes.ts';

/** Safe detail only: no names, numbers or images of a citizen; the log redactor relies on this type. */
export type SafeDetail = Readonly<Record<string, string | number | boolean>>;

/** The only shape of a failure that crosses a process: structured clone drops class identity and `cause`. */
export type WireError = { readonly code: ErrorCode; readonly detail: SafeDetail };

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly detail: SafeDetail;

  constructor(code: ErrorCode, detail: SafeDetail = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.detail = detail;
  }

  toWire(): WireError {
    return { code: this.code, detail: this.detail };
  }
}

/** Rebuilds the error that another process reported. */
export const fromWire = (wire: WireError): AppError => new AppError(wire.code, wire.detail);

export const isErrorCode = (value: unknown): value is ErrorCode => typeof value === 'string' && Object.hasOwn(ERROR_CODES, value);
