import { ensureDependencies } from './lib/dependencies.mjs';
import { runScript } from './lib/say.mjs';
import { typecheck } from './lib/static-checks.mjs';

/** `npm run typecheck`: every folder in its own environment. */
await runScript(async () => {
  await ensureDependencies();
  const { failed } = await typecheck();
  return failed === 0 ? 0 : 1;
});
