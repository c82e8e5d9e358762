import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './processes.mjs';

const FAILURE_LINES = 12;

/**
 * One file of Vitest's JSON report.
 * @typedef {{
 *   name: string,
 *   status: string,
 *   message: string,
 *   assertionResults: { status: string, fullName: string, failureMessages: string[] }[],
 * }} FileReport
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
 * @returns {Promise<import('./tally.mjs').Tally>}
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
 * @returns {import('./tally.mjs').Tally}
 */
export function tallyOf(name, report, code) {
  if (!existsSync(report)) return { name, passed: 0, failed: 1, failures: [`${name}: no report, exit code ${code}`] };
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const failures = testResults.flatMap(failuresOf);
  if (failures.length === 0 && (code !== 0 || numPassedTests === 0)) failures.push(`${name}: ${numPassedTests} passed, yet exit code ${code}`);
  return { name, passed: numPassedTests, failed: failures.length, failures };
}

/**
 * @param {FileReport} file
 * @returns {string[]}
 */
function failuresOf(file) {
  const failed = file.assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0) return file.status === 'failed' && file.assertionResults.length === 0 ? [`${file.name}\n${firstLines(file.message)}`] : [];
  return failed.map((test) => `${file.name} > ${test.fullName}\n${firstLines(test.failureMessages.join('\n'))}`);
}

/** @param {string} text */
function firstLines(text) {
  return text.split('\n').slice(0, FAILURE_LINES).map((line) => `    ${line}`).join('\n');
}
