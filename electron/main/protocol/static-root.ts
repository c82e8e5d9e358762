import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** What the page may load, by ending. Anything else is not part of the program and is not served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
};

export type StaticFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string };

/**
 * The path of a URL as segments under the root, or `undefined` where it could leave it: dot segments in any coding,
 * backslashes, NUL, an empty segment, a broken escape. Chromium has resolved plain `..` before we see it; this is for the rest.
 */
export function segmentsOf(pathname: string): readonly string[] | undefined {
  const segments: string[] = [];
  for (const part of (pathname === '/' || pathname === '' ? '/index.html' : pathname).slice(1).split('/')) {
    const segment = decode(part);
    if (segment === undefined || segment === '' || segment === '.' || segment === '..' || /[\\/\0:]/.test(segment)) return undefined;
    segments.push(segment);
  }
  return segments;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** Reads a file under `root`. `undefined` = not ours: missing, of an unknown kind, or a link that leads outside. */
export async function readStatic(root: string, pathname: string): Promise<StaticFile | undefined> {
  const segments = segmentsOf(pathname);
  const mediaType = segments === undefined ? undefined : MEDIA_TYPES[extname(segments.at(-1) ?? '').toLowerCase()];
  if (segments === undefined || mediaType === undefined) return undefined;
  try {
    const [realRoot, realFile] = await Promise.all([realpath(root), realpath(join(root, ...segments))]);
    if (!realFile.startsWith(realRoot + sep)) return undefined;
    if (!(await stat(realFile)).isFile()) return undefined;
    return { bytes: new Uint8Array(await readFile(realFile)), mediaType };
  } catch {
    return undefined;
  }
}
