import { join } from 'node:path';
import { ensureDependencies, NODE_24 } from './dependencies.mjs';
import { REPO_DIR } from './places.mjs';
import { run } from './processes.mjs';
import { runScript } from './say.mjs';

/**
 * A command-line tool written in TypeScript: needs the packages and Node 24, no build and no display. Paths mean what they
 * mean in the folder the person typed them in.
 * @param {string} body the tool, relative to the repository
 */
export const runTool = (body) =>
  runScript(async (args) => {
    await ensureDependencies();
    return run(NODE_24, [join(REPO_DIR, body), ...args], { cwd: process.env['INIT_CWD'] ?? process.cwd() });
  });
