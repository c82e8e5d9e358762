import { protocol, type Session } from 'electron';
import { isStationUrl } from '../security/trusted-frame.ts';
import { SECURITY_HEADERS } from './headers.ts';
import { readStatic } from './static-root.ts';

/** Before `ready`: app:// becomes an origin like https, so that CSP, storage and modules work on it. */
export function registerStationScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Serves the built page at app://station/ and nothing else. */
export function serveStation(session: Session, root: string): void {
  session.protocol.handle('app', async (request) => {
    const allowed = isStationUrl(request.url) && (request.method === 'GET' || request.method === 'HEAD');
    const file = allowed ? await readStatic(root, new URL(request.url).pathname) : undefined;
    if (file === undefined) return new Response('not found', { status: 404, headers: { ...SECURITY_HEADERS, 'Content-Type': 'text/plain' } });
    return new Response(file.bytes, { headers: { ...SECURITY_HEADERS, 'Content-Type': file.mediaType } });
  });
}
