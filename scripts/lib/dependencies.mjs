import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPO_DIR } from './places.mjs';
import { npmCommand, run } from './processes.mjs';
import { say, Stop } from './say.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }>} LockedPackages */

/** Node 24 out of the devDependency `node`: what the build, the tests and store-host run on. */
export const NODE_24 = join(REPO_DIR, 'node_modules/node/bin/node');

/** Runs `npm ci` when node_modules is not what package-lock.json says. Install scripts never run. */
export async function ensureDependencies() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Stop('Bản phát triển hiện chỉ chạy trên Linux x86-64.', 'Development runs on Linux x86-64 only for now.');
  }
  if (holdsTheLock()) return;
  say('Cài thư viện (npm ci)', 'installing packages (npm ci)');
  const [command, args] = npmCommand(['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  const code = await run(command, args, { cwd: REPO_DIR });
  if (code !== 0 || !existsSync(NODE_24)) throw new Stop('npm ci không thành công (xem thông báo phía trên).', 'npm ci failed (see above).');
}

/** npm writes node_modules/.package-lock.json last: a broken install has none, and it tells exactly what is there. */
function holdsTheLock() {
  const hidden = join(REPO_DIR, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = readLocked(join(REPO_DIR, 'package-lock.json'));
  const present = readLocked(hidden);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional === true || entry.devOptional === true) return true;
    const found = present[path];
    return found !== undefined && found.version === entry.version && found.integrity === entry.integrity;
  });
}

/**
 * @param {string} file
 * @returns {LockedPackages}
 */
const readLocked = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
