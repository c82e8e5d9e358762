import { join } from 'node:path';
import { NODE_24 } from './lib/dependencies.mjs';
import { makeInstallers, makeUnpackedProgram } from './lib/packaging.mjs';
import { REPO_DIR } from './lib/places.mjs';
import { prepare } from './lib/prepare.mjs';
import { runScript, say, Stop } from './lib/say.mjs';
import { smokeTest } from './lib/smoke.mjs';

/**
 * `npm run package`: the unpacked Linux program from the runtime at hand, started once and its fuses read.
 * `npm run package -- --installers`: deb and AppImage (on Windows NSIS) too, for machines that reach the tools.
 */
await runScript(async (args) => {
  const runtime = await prepare({ tests: false });
  if (args.includes('--installers')) {
    if (!runtime.official) throw new Stop('Bộ cài cho cán bộ chỉ được đóng gói với Electron chính thức; máy này chỉ có bản phát triển.', 'Installers are made from the official Electron only; this machine has the development runtime.');
    return makeInstallers(runtime, NODE_24);
  }
  const program = await makeUnpackedProgram(runtime, join(REPO_DIR, 'dist'));
  say(`Đã đóng gói: ${program}`, 'packaged; now a smoke test');
  const checks = await smokeTest(program);
  return checks.every(({ ok }) => ok) ? 0 : 1;
});
