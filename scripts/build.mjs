import { ensureBuilt } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runScript } from './lib/say.mjs';

/** `npm run build`: out/ from the sources, if it isn't already. */
await runScript(async () => {
  await ensureDependencies();
  await ensureBuilt();
  return 0;
});
