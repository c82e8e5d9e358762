import { ensureBuilt } from './lib/build.mjs';
import { runLab } from './lib/lab/lab.mjs';
import { prepareTools } from './lib/prepare.mjs';
import { runScript } from './lib/say.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';

/** `npm run test:lab [FILTER…]`: drivers against a real kernel's HID and USB, in a small virtual machine. */
await runScript(async (filters) => {
  await ensureSystemPackages({ tests: true, lab: true });
  await prepareTools({ tests: true });
  await ensureBuilt();
  const { passed, failed } = await runLab(filters);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
});
