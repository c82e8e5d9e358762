import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { playDemo } from './lib/demo.mjs';
import { openVirtualDisplay } from './lib/display.mjs';
import { makeUnpackedProgram } from './lib/packaging.mjs';
import { openProgram, prepareTools } from './lib/prepare.mjs';
import { loadRuntime } from './lib/runtime.mjs';
import { runScript, say } from './lib/say.mjs';
import { smokeTest } from './lib/smoke.mjs';
import { lint, typecheck } from './lib/static-checks.mjs';
import { oneCheck } from './lib/tally.mjs';
import { runVitest } from './lib/vitest.mjs';

/** What `npm test` runs, in order. `npm test -- NAME [FILTER…]` runs one of them, the filters go to Vitest. */
const RUNS = {
  typecheck,
  lint,
  unit: (/** @type {readonly string[]} */ filters) => vitest('unit', 'vitest.config.ts', filters),
  build,
  e2e: (/** @type {readonly string[]} */ filters) => vitest('e2e', 'vitest.e2e.config.ts', filters),
  package: packaged,
  demo,
};

const NEED_BUILD = new Set(['e2e', 'package', 'demo']);

await runScript(async ([only, ...filters]) => {
  if (only !== undefined && !Object.hasOwn(RUNS, only)) {
    process.stderr.write(`npm test -- [${Object.keys(RUNS).join(' | ')}] [FILTER…]\n`);
    return 2;
  }
  await prepareTools({ tests: true });
  const tallies = [];
  for (const [name, go] of Object.entries(RUNS)) {
    const wanted = only === undefined || only === name || (name === 'build' && NEED_BUILD.has(only));
    if (wanted) tallies.push(await timed(() => go(filters)));
    if (name === 'build' && tallies.at(-1)?.failed === 1) break;
  }
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  for (const failure of tallies.flatMap((tally) => tally.failures)) process.stdout.write(`\n✖ ${failure}\n`);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
});

/**
 * @param {() => Promise<import('./lib/tally.mjs').Tally>} go
 */
async function timed(go) {
  const startedAt = Date.now();
  const tally = await go();
  say(`${tally.name}: ${tally.passed} đạt, ${tally.failed} hỏng, ${((Date.now() - startedAt) / 1000).toFixed(1)} s`, `${tally.name} done`);
  return tally;
}

/**
 * @param {string} name
 * @param {string} config
 * @param {readonly string[]} filters
 */
async function vitest(name, config, filters) {
  const program = openProgram({ keepHome: false });
  const display = await openVirtualDisplay(program.user);
  try {
    return await runVitest({ name, config, filters, program, env: display.env });
  } finally {
    await display.close();
    program.user.close();
  }
}

async function build() {
  const built = await ensureBuilt().then(() => true, (/** @type {Error} */ error) => void process.stderr.write(`✖ ${error.message}\n`));
  return oneCheck('build', built === true);
}

/** The packaged program starts and its fuses are right. */
function packaged() {
  return inFreshFolder(async (dir) => {
    const checks = await smokeTest(await makeUnpackedProgram(loadRuntime(), dir));
    const failures = checks.filter((check) => !check.ok).map((check) => `package: ${check.name}`);
    return { name: 'package', passed: checks.length - failures.length, failed: failures.length, failures };
  });
}

function demo() {
  return inFreshFolder(async (dir) => {
    const code = await playDemo({ outDir: dir, inputDir: undefined });
    return oneCheck('demo', code === 0);
  });
}

/**
 * @param {(dir: string) => Promise<import('./lib/tally.mjs').Tally>} use
 */
async function inFreshFolder(use) {
  const dir = mkdtempSync(join(tmpdir(), 'tcc-'));
  chmodSync(dir, 0o755);
  try {
    return await use(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
