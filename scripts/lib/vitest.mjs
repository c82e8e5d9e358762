import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './processes.mjs';

/**
 * How a run of checks ended.
 * @typedef {{ readonly name: string, readonly passed: number, readonly failed: number }} Tally
 */

/**
 * Runs Vitest as the unprivileged user and counts from its own JSON report. A test file that could not be loaded
 * counts as one failure, and so does a run that broke off or found nothing.
 * @param {{
 *   name: string,
 *   config: string,
 *   filters: readonly string[],
 *   program: { user: import('./program-user.mjs').ProgramUser, folder: string },
 *   env: NodeJS.ProcessEnv,
 * }} what
 * @returns {Promise<Tally>}
 */
export async function runVitest({ name, config, filters, program, env }) {
  const { user, folder } = program;
  const report = join(user.home, `${name}.json`);
  const node = join(folder, 'node_modules/node/bin/node');
  const args = [join(folder, 'node_modules/vitest/vitest.mjs'), 'run', '--configLoader', 'native', '--config', join(folder, config), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters];
  const code = await run(node, args, { ...user.ids, env, cwd: folder });
  return tallyOf(name, report, code);
}

/**
 * @param {string} name
 * @param {string} report path of Vitest's JSON report
 * @param {number} code how Vitest ended
 * @returns {Tally}
 */
export function tallyOf(name, report, code) {
  if (!existsSync(report)) return { name, passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const brokenFiles = testResults.filter((/** @type {{ status: string, assertionResults: unknown[] }} */ file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const failed = numFailedTests + brokenFiles;
  return { name, passed: numPassedTests, failed: failed === 0 && (code !== 0 || numPassedTests === 0) ? 1 : failed };
}
