import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NODE_24 } from './dependencies.mjs';
import { REPO_DIR } from './places.mjs';
import { ask, run } from './processes.mjs';
import { Stop } from './say.mjs';

const BUILDER = join(REPO_DIR, 'node_modules/electron-builder/cli.js');

/**
 * electron-builder's `--linux dir`: the program as it would be installed, without an installer. Works offline.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string} outDir
 * @returns {Promise<string>} the folder of the program
 */
export async function makeUnpackedProgram(runtime, outDir) {
  const dist = plainCopy(runtime, outDir);
  try {
    const code = await run(NODE_24, [BUILDER, '--linux', 'dir', '--publish', 'never', ...settings(runtime, dist), `-c.directories.output=${outDir}`], { cwd: REPO_DIR });
    if (code !== 0) throw new Stop('Đóng gói không thành công (xem thông báo phía trên).', 'Packaging failed (see above).');
    return join(outDir, 'linux-unpacked');
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
}

/**
 * @param {import('./runtime.mjs').Runtime} runtime the official Electron
 * @param {string} node
 * @returns {Promise<number>}
 */
export function makeInstallers(runtime, node) {
  return run(node, [BUILDER, '--publish', 'never', ...settings(runtime, undefined)], { cwd: REPO_DIR });
}

/**
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string | undefined} dist
 */
const settings = (runtime, dist) => [
  '--config', join(REPO_DIR, 'electron-builder.yml'),
  `-c.electronVersion=${runtime.version}`,
  ...(dist === undefined ? [] : [`-c.electronDist=${dist}`]),
  // An Electron below Node-API 10 can't load the database: store-host then runs on this Node.
  ...(runtime.official ? [] : [`-c.extraResources.from=${NODE_24}`, '-c.extraResources.to=node']),
];

/**
 * The runtime without its default app, as a copy: packaging renames the executable and flips its fuses.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string} outDir
 * @returns {string}
 */
function plainCopy(runtime, outDir) {
  const dist = join(outDir, '.electron');
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  if (!ask('cp', ['-a', '--reflink=auto', runtime.folder, dist]).ok) throw new Stop('Không chép được Electron.', `Could not copy ${runtime.folder}.`);
  const app = join(dist, 'resources/app');
  if (existsSync(app)) rmSync(app, { recursive: true });
  return dist;
}
