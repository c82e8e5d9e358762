import type { WireError } from '../../electron/core/errors/app-error.ts';
import type { ErrorCode } from '../../electron/core/errors/error-codes.ts';

/** What getUserMedia rejects with, by name. Source: W3C Media Capture and Streams, 10.2 "getUserMedia()", step 10. */
const CODES: Readonly<Record<string, ErrorCode>> = {
  NotAllowedError: 'camera.not-allowed',
  NotFoundError: 'camera.not-found',
  NotReadableError: 'camera.not-readable',
  OverconstrainedError: 'camera.overconstrained',
  AbortError: 'camera.aborted',
  SecurityError: 'camera.security',
};

/** A failed getUserMedia as a failure with a sentence of its own. */
export function cameraFailure(error: unknown): WireError {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return { code: CODES[name] ?? 'camera.aborted', detail: CODES[name] === undefined ? { name: name.slice(0, 40) } : {} };
}
