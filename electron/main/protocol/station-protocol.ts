import { protocol, type ProtocolResponse, type Session } from 'electron';
import { isStationUrl } from '../security/trusted-frame.ts';
import { headersOf, SECURITY_HEADERS } from './headers.ts';
import { readStatic } from './static-root.ts';

/** Before `ready`: app:// becomes an origin like https, so that CSP, storage and modules work on it. */
export function registerStationScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/**
 * Serves the built page at app://station/ and nothing else. Answers whole files: `protocol.handle` would make a `Request`
 * and a `Response` of each, and loading what those stand on takes main 60 to 80 ms before the first byte (ADR 0048).
 */
export function serveStation(session: Session, root: string): void {
  session.protocol.registerBufferProtocol('app', ({ url, method }, answer) => {
    void answerTo(url, method, root).then(answer);
  });
}

async function answerTo(url: string, method: string, root: string): Promise<ProtocolResponse> {
  const allowed = isStationUrl(url) && (method === 'GET' || method === 'HEAD');
  const file = allowed ? await readStatic(root, new URL(url).pathname) : undefined;
  if (file === undefined) return { statusCode: 404, headers: { ...SECURITY_HEADERS, 'Content-Type': 'text/plain' }, data: Buffer.from('not found') };
  return { headers: { ...headersOf(new URL(url).pathname), 'Content-Type': file.mediaType }, data: Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength) };
}
