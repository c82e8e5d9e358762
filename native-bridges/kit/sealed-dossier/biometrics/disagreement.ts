import { AppError, type SafeDetail } from '../../../../electron/core/errors/app-error.ts';

/** Biometric files and dossier do not say the same. `why` is in words, never a value of the citizen's. */
export const disagreement = (why: string, detail: SafeDetail = {}): AppError => new AppError('sealed.bad-biometrics', { why, ...detail });

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
