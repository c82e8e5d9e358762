import { join } from 'node:path';
import { playOnVirtualDisplay } from './lib/demo.mjs';
import { pathAsTyped, REPO_DIR } from './lib/places.mjs';
import { prepare } from './lib/prepare.mjs';
import { optionOf, runScript } from './lib/say.mjs';

/**
 * `npm run bench -- --json FILE [--only SUBJECT,…] [--full] [--reference DIR]`: one line per budget, measured on the
 * real program; `--full` takes the whole samples, `--reference` compares with NIST's files in DIR (docs/biometrics-measured.md).
 */
await runScript(async (args) => {
  await prepare({ tests: false });
  const json = pathAsTyped(optionOf(args, '--json') ?? join(REPO_DIR, 'dist/bench.json'));
  const subjects = optionOf(args, '--only');
  const only = [...(subjects === undefined ? [] : ['--only', subjects]), ...(args.includes('--full') ? ['--full'] : [])];
  const reference = optionOf(args, '--reference');
  return playOnVirtualDisplay({
    player: 'test/bench/run.ts',
    args: (dir, input) => ['--json', join(dir, 'bench.json'), ...only, ...(input === undefined ? [] : ['--reference', input])],
    results: { from: 'bench.json', to: json },
    ...(reference === undefined ? {} : { inputDir: pathAsTyped(reference) }),
  });
});
