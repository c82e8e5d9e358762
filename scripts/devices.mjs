import { join } from 'node:path';
import { ensureDependencies, NODE_24 } from './lib/dependencies.mjs';
import { REPO_DIR } from './lib/places.mjs';
import { run } from './lib/processes.mjs';
import { runScript } from './lib/say.mjs';

/** `npm run devices -- list | self-test | bundle OUT.zip | capture --kind fingerprint | simulate sbi --port 4501 …` */
await runScript(async (args) => {
  await ensureDependencies();
  return run(NODE_24, [join(REPO_DIR, 'scripts/devices-cli.ts'), ...args], { cwd: process.env['INIT_CWD'] ?? process.cwd() });
});
