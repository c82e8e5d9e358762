import { DetailedError, Upload } from 'tus-js-client';
import { CENTRE_PATHS, SEAL_METADATA } from '../../../electron/contract/centre.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { serverError } from './centre-http.ts';
import { TusHttpStack } from './tus-http-stack.ts';

const CHUNK_BYTES = 256 * 1024;
/** A link that moves no byte for so long is dead, whatever TCP thinks of it. */
const STALL_MS = 30_000;

export type TusUpload = {
  readonly centreUrl: string;
  readonly bytes: Uint8Array;
  readonly sealSha256: string;
  /** Path below the centre where an earlier try left off. */
  readonly resumePath: string | undefined;
  readonly signal: AbortSignal;
  readonly onPath: (path: string) => void;
  /** A chunk is acknowledged: the centre has so many bytes on disk. */
  readonly onKept: (bytes: number) => void;
  readonly stallMs?: number;
};

/**
 * Sends a sealed file by tus 1.0, going on where an earlier try left off. One try: repeating is the uploader's business.
 * @throws {AppError} outbox.offline, outbox.server, outbox.bad-reply; the signal's reason when aborted
 */
export async function uploadByTus(options: TusUpload): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const give = (error: unknown): void => {
    void upload.abort().then(() => reject(error), () => reject(error));
  };
  const stallMs = options.stallMs ?? STALL_MS;
  const stalled = (): void => give(new AppError('outbox.offline', { why: 'stalled' }));
  let stall = setTimeout(stalled, stallMs);
  const moved = (): void => {
    clearTimeout(stall);
    stall = setTimeout(stalled, stallMs);
  };
  const upload = new Upload(Buffer.from(options.bytes.buffer, options.bytes.byteOffset, options.bytes.byteLength), {
    endpoint: new URL(CENTRE_PATHS.files, options.centreUrl).href,
    uploadUrl: options.resumePath === undefined ? null : new URL(options.resumePath, options.centreUrl).href,
    metadata: { [SEAL_METADATA]: options.sealSha256 },
    chunkSize: CHUNK_BYTES,
    retryDelays: null,
    storeFingerprintForResuming: false,
    httpStack: new TusHttpStack(),
    onProgress: moved,
    onChunkComplete: (_chunkBytes, keptBytes) => options.onKept(keptBytes),
    onUploadUrlAvailable: () => {
      moved();
      if (upload.url !== null) keepPath(upload.url, options, give);
    },
    onSuccess: () => resolve(),
    onError: (error) => reject(toAppError(error)),
  });
  const onAbort = (): void => give(options.signal.reason);
  options.signal.addEventListener('abort', onAbort, { once: true });
  upload.start();
  await promise.finally(() => {
    clearTimeout(stall);
    options.signal.removeEventListener('abort', onAbort);
  });
}

/** Only the path is kept: the centre may have another address after its restart. An upload that points elsewhere is refused. */
function keepPath(uploadUrl: string, { centreUrl, onPath }: TusUpload, give: (error: unknown) => void): void {
  const url = new URL(uploadUrl, centreUrl);
  if (url.origin === new URL(centreUrl).origin) onPath(url.pathname);
  else give(new AppError('outbox.bad-reply', { why: 'another origin' }));
}

function toAppError(error: Error): AppError {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (response === null) return new AppError('outbox.offline', {}, { cause: error });
  return serverError(response.getStatus(), response.getHeader('Retry-After'));
}
