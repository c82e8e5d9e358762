import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { NODE_24 } from './dependencies.mjs';
import { REPO_DIR } from './places.mjs';
import { run } from './processes.mjs';
import { say, Stop } from './say.mjs';

const SOURCE_DIRS = ['electron', 'drivers', 'native-bridges', 'renderer'];
const SOURCE_FILES = ['electron.vite.config.ts', 'package-lock.json'];
const STAMP = join(REPO_DIR, 'out/.built-from');
const MAIN = join(REPO_DIR, 'out/main/main.cjs');

/**
 * Builds out/ when the sources are not the ones it was built from. The stamp is a hash of their content, so a
 * fresh clone, a branch switch and a touched file are all judged rightly.
 */
export async function ensureBuilt() {
  const sources = hashSources();
  if (existsSync(MAIN) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return;
  say('Dựng chương trình', 'building');
  rmSync(STAMP, { force: true });
  const code = await run(NODE_24, [join(REPO_DIR, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'], { cwd: REPO_DIR });
  if (code !== 0) throw new Stop('Dựng chương trình không thành công (xem thông báo phía trên).', 'The build failed (see above).');
  writeFileSync(STAMP, sources);
}

function hashSources() {
  const hash = createHash('sha256');
  const files = [...SOURCE_FILES, ...SOURCE_DIRS.flatMap((dir) => listFiles(join(REPO_DIR, dir)))];
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(join(REPO_DIR, file))).update('\0');
  return hash.digest('hex');
}

/**
 * @param {string} dir
 * @returns {string[]} paths inside the repository, without tests
 */
function listFiles(dir) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(REPO_DIR, join(entry.parentPath, entry.name)));
}
