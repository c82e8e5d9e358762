import type { CodecError } from '../../electron/core/biometrics/codec-error.ts';
import type { Result } from '../../electron/core/result/result.ts';

/** What a codec made of a file that it has to read. */
export function must<T>(result: Result<T, CodecError>): T {
  if (!result.ok) throw new Error(`${result.error.code} at byte ${result.error.offsetBytes}`);
  return result.value;
}
