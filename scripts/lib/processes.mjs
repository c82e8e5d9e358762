import { spawn, spawnSync } from 'node:child_process';

/**
 * @typedef {{
 *   readonly cwd?: string,
 *   readonly env?: NodeJS.ProcessEnv,
 *   readonly uid?: number,
 *   readonly gid?: number,
 *   readonly timeoutMs?: number,
 *   readonly quiet?: boolean,
 * }} RunOptions
 */

/**
 * Runs a command on this terminal and waits for it. SIGTERM to us is passed on, so nothing is left behind;
 * Ctrl+C reaches the child by itself (same process group).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} exit code, 1 when a signal or the time limit ended it
 */
export async function run(command, args, options = {}) {
  const { timeoutMs, quiet, ...rest } = options;
  const child = spawn(command, args, { ...rest, timeout: timeoutMs, stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'ignore' : 'inherit'] });
  const passOn = () => void child.kill('SIGTERM');
  const waitForChild = () => {};
  process.on('SIGTERM', passOn).on('SIGINT', waitForChild);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 1));
    });
  } finally {
    process.off('SIGTERM', passOn).off('SIGINT', waitForChild);
  }
}

/**
 * The output of a short command.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {{ ok: boolean, stdout: string, stderr: string }}
 */
export function ask(command, args, options = {}) {
  const { timeoutMs, quiet: _quiet, ...rest } = options;
  const done = spawnSync(command, args, { ...rest, timeout: timeoutMs, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return { ok: done.status === 0, stdout: done.stdout ?? '', stderr: done.stderr ?? '' };
}

/**
 * npm as it started us, or the one on the path.
 * @param {readonly string[]} args
 * @returns {readonly [command: string, args: readonly string[]]}
 */
export function npmCommand(args) {
  const cli = process.env['npm_execpath'];
  return cli?.endsWith('.js') ? [process.execPath, [cli, ...args]] : ['npm', args];
}
