import { join } from 'node:path';
import { playOnVirtualDisplay } from './lib/demo.mjs';
import { pathAsTyped, REPO_DIR } from './lib/places.mjs';
import { prepare } from './lib/prepare.mjs';
import { optionOf, runScript } from './lib/say.mjs';

/** `npm run bench -- --json FILE [--only SUBJECT,…] [--full]`: one line per budget, measured on the real program; `--full` takes the whole samples. */
await runScript(async (args) => {
  await prepare({ tests: false });
  const json = pathAsTyped(optionOf(args, '--json') ?? join(REPO_DIR, 'dist/bench.json'));
  const subjects = optionOf(args, '--only');
  const only = [...(subjects === undefined ? [] : ['--only', subjects]), ...(args.includes('--full') ? ['--full'] : [])];
  return playOnVirtualDisplay({ player: 'test/bench/run.ts', args: (dir) => ['--json', join(dir, 'bench.json'), ...only], results: { from: 'bench.json', to: json } });
});
