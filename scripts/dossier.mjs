import { join } from 'node:path';
import { ensureDependencies, NODE_24 } from './lib/dependencies.mjs';
import { REPO_DIR } from './lib/places.mjs';
import { run } from './lib/processes.mjs';
import { runScript } from './lib/say.mjs';

/** `npm run dossier -- verify FILE [--json]`: checks a sealed dossier. */
await runScript(async (args) => {
  await ensureDependencies();
  return run(NODE_24, [join(REPO_DIR, 'scripts/dossier-cli.ts'), ...args], { cwd: process.env['INIT_CWD'] ?? process.cwd() });
});
