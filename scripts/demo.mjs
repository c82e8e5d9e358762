import { join } from 'node:path';
import { playDemo } from './lib/demo.mjs';
import { pathAsTyped, REPO_DIR } from './lib/places.mjs';
import { prepare } from './lib/prepare.mjs';
import { optionOf, runScript } from './lib/say.mjs';

/** `npm run demo -- --out DIR [--input FOLDER|FILE.an2]`: one citizen from the counter to the centre, played on the real program. */
await runScript(async (args) => {
  await prepare({ tests: false });
  const input = optionOf(args, '--input');
  return playDemo({
    outDir: pathAsTyped(optionOf(args, '--out') ?? join(REPO_DIR, 'dist/demo')),
    inputDir: input === undefined ? undefined : pathAsTyped(input),
  });
});
