import { cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { openVirtualDisplay } from './display.mjs';
import { openProgram } from './prepare.mjs';
import { run } from './processes.mjs';
import { giveTo } from './program-user.mjs';
import { ask } from './processes.mjs';

/**
 * The demo, on a virtual screen so that pictures have the same size everywhere.
 * @param {{ outDir: string, inputDir: string | undefined }} options
 * @returns {Promise<number>} exit code
 */
export function playDemo({ outDir, inputDir }) {
  return playOnVirtualDisplay({
    player: 'scripts/demo/play-demo.ts',
    args: (dir, input) => ['--out', join(dir, 'demo'), ...(input === undefined ? [] : ['--input', input])],
    results: { from: 'demo', to: outDir },
    ...(inputDir === undefined ? {} : { inputDir }),
  });
}

/**
 * Runs a TypeScript player of the real program as the unprivileged user. That user writes to a folder of its own;
 * what it made is copied to where the person asked, even if the player failed half-way.
 * @param {{
 *   player: string,
 *   args: (dir: string, input: string | undefined) => readonly string[],
 *   results: { from: string, to: string },
 *   inputDir?: string,
 * }} options
 * @returns {Promise<number>} exit code
 */
export async function playOnVirtualDisplay({ player, args, results, inputDir }) {
  const { user, folder } = openProgram({ keepHome: false });
  const display = await openVirtualDisplay(user);
  try {
    const dir = mkdtempSync(join(user.home, 'play-'));
    const input = inputDir === undefined ? undefined : copyForUser(inputDir, join(dir, `input${extname(inputDir)}`), user.ids);
    giveTo(dir, user.ids);
    const node = join(folder, 'node_modules/node/bin/node');
    const code = await run(node, [join(folder, player), ...args(dir, input)], { ...user.ids, env: display.env, cwd: folder });
    const made = join(dir, results.from);
    if (existsSync(made)) {
      mkdirSync(dirname(results.to), { recursive: true });
      cpSync(made, results.to, { recursive: true });
    }
    return code;
  } finally {
    await display.close();
    user.close();
  }
}

/**
 * @param {string} from
 * @param {string} to
 * @param {{ uid?: number, gid?: number }} ids
 * @returns {string}
 */
function copyForUser(from, to, ids) {
  cpSync(from, to, { recursive: true, dereference: true });
  if (ids.uid !== undefined) ask('chown', ['-R', `${ids.uid}:${ids.gid}`, to]);
  return to;
}
