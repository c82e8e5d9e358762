import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const REPO_DIR = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const IS_ROOT = process.getuid?.() === 0;

const NAME = 'tram-can-cuoc';
const SHARED_CACHE_DIR = join('/var/cache', NAME);

/** Where the program's own files live between runs when root started it. */
export const SHARED_STATE_DIR = join('/var/lib', NAME);

/** @returns {string} the person's own cache folder */
const ownCacheDir = () => join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), NAME);

/** Where this user may keep what was fetched and unpacked. */
export const writableCacheDir = () => (IS_ROOT ? SHARED_CACHE_DIR : ownCacheDir());

/** Every cache folder worth looking into, the machine's first: what root unpacked serves everybody. */
export const readableCacheDirs = () => [SHARED_CACHE_DIR, ownCacheDir()];

/**
 * @param {string} [dir]
 * @returns {{ version: string, devDependencies: Record<string, string> }}
 */
export function readPackage(dir = REPO_DIR) {
  return JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
}

/**
 * A path as the person typed it: relative to where they stood, not to where npm runs its scripts.
 * @param {string} path
 */
export const pathAsTyped = (path) => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
