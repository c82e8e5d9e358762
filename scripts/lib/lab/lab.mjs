import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openProgram } from '../prepare.mjs';
import { giveTo } from '../program-user.mjs';
import { tallyOf } from '../vitest.mjs';
import { makeInitramfs } from './initramfs.mjs';
import { labKernel } from './kernel.mjs';
import { bootLab } from './machine.mjs';

/**
 * Runs test/lab in the virtual machine and counts from Vitest's own report.
 * @param {readonly string[]} filters
 * @returns {Promise<import('../tally.mjs').Tally>}
 */
export async function runLab(filters) {
  const kernel = await labKernel();
  const { user, folder } = openProgram({ keepHome: false });
  const dir = mkdtempSync(join(tmpdir(), 'tcc-lab-'));
  const results = mkdtempSync(join(tmpdir(), 'tcc-lab-results-'));
  try {
    const initramfs = makeInitramfs({ dir, kernel, command: guestCommand(folder, filters) });
    for (const path of [dir, results]) giveTo(path, user.ids);
    const code = await bootLab({ kernel, initramfs, results, ids: user.ids });
    return tallyOf('lab', join(results, 'lab.json'), code);
  } finally {
    for (const path of [dir, results]) rmSync(path, { recursive: true, force: true });
    user.close();
  }
}

/**
 * @param {string} folder
 * @param {readonly string[]} filters
 */
const guestCommand = (folder, filters) => [
  `cd ${quoted(folder)}`, 'export HOME=/tmp PATH=/usr/bin:/bin:/usr/sbin:/sbin CI=1',
  ['exec node_modules/node/bin/node node_modules/vitest/vitest.mjs run --configLoader native --config vitest.lab.config.ts --reporter=default --reporter=json --outputFile.json=/mnt/lab/lab.json', ...filters.map(quoted)].join(' '),
].join(' && ');

/** @param {string} text */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
