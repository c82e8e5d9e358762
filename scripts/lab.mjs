import { runLab } from './lib/lab/lab.mjs';
import { prepare } from './lib/prepare.mjs';
import { runScript } from './lib/say.mjs';

/** `npm run test:lab [FILTER…]`: drivers against a real kernel's HID and USB, in a small virtual machine. */
await runScript(async (filters) => {
  await prepare({ tests: true, lab: true });
  const { passed, failed, failures } = await runLab(filters);
  for (const failure of failures) process.stdout.write(`\n✖ ${failure}\n`);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
});
