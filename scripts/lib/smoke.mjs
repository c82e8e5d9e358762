import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { openVirtualDisplay } from './display.mjs';
import { REPO_DIR } from './places.mjs';
import { ask } from './processes.mjs';
import { giveTo, openProgramUser } from './program-user.mjs';
import { countInk, readScreen } from './screen-picture.mjs';

const require = createRequire(join(REPO_DIR, 'package.json'));
const START_LIMIT_MS = 60_000;
const MIN_INK_PIXELS = 8_000;
/** A start is done when the page has reached both hosts: it then shows the sign-in screen. */
const MILESTONES = ['"host":"store-host","state":"ready"', 'page.connected {"host":"store-host"', 'page.connected {"host":"device-host"'];

/** A fuse is one character of the executable. */
const FUSE_OFF = '0'.charCodeAt(0);
const FUSE_ON = '1'.charCodeAt(0);

/** S14 of the security page. */
const FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/**
 * Cuts out a portrait with the packaged image worker, starts the packaged program as the unprivileged user, waits until its page works, looks at the screen and at the
 * sandbox of its processes, and reads its fuses.
 * @param {string} folder
 * @returns {Promise<readonly { name: string, ok: boolean }[]>}
 */
export async function smokeTest(folder) {
  const checks = [...(await checkFuses(join(folder, 'tram-can-cuoc'))), await checkPortrait(folder), ...(await checkStart(folder))];
  for (const { name, ok } of checks) process.stdout.write(`  ${ok ? '✓' : '✖'} ${name}\n`);
  return checks;
}

/** @param {string} executable */
async function checkFuses(executable) {
  const { FuseV1Options, getCurrentFuseWire } = require('@electron/fuses');
  /** @type {Record<number, unknown>} */
  const wire = { ...(await getCurrentFuseWire(executable)) };
  return Object.entries(FUSES).map(([name, on]) => ({
    name: `fuse ${name} ${on ? 'on' : 'off'}`,
    ok: wire[FuseV1Options[/** @type {keyof typeof FUSES} */ (name)]] === (on ? FUSE_ON : FUSE_OFF),
  }));
}

/**
 * The image worker lies outside the archive with its WebAssembly beside it: it cuts a portrait and writes the chip's JPEG 2000.
 * @param {string} folder
 */
async function checkPortrait(folder) {
  const { encode } = await import(require.resolve('fast-png'));
  const [width, height] = [1_300, 1_700];
  const bytes = encode({ width, height, channels: 3, data: Uint8Array.from({ length: width * height * 3 }, (_, n) => (n * 7) % 251) });
  const worker = new Worker(join(folder, 'resources/app.asar.unpacked/out/main/image-worker.cjs'), { execArgv: [] });
  const answered = new Promise((resolve) => void worker.once('message', resolve).once('error', resolve).once('exit', resolve));
  const eyes = { rightEye: { x: 560, y: 720 }, leftEye: { x: 740, y: 720 }, chin: { x: 650, y: 1_160 } };
  worker.postMessage({ id: 1, task: { kind: 'crop', input: { sha256: '', mediaType: 'image/png', bytes, eyes } } });
  const answer = await answered;
  await worker.terminate();
  const [chip] = answer?.value?.encoded?.derived ?? [];
  const ok = chip?.kind === 'jp2' && Buffer.from(chip.bytes.subarray(4, 8)).toString('latin1') === 'jP  ' && chip.bytes.length <= 17_000;
  return { name: ok ? `a portrait's JPEG 2000 is written, ${chip.bytes.length} bytes` : 'no JPEG 2000 is written', ok };
}

/** @param {string} folder */
async function checkStart(folder) {
  const user = openProgramUser({ keepHome: false });
  const frames = join(user.home, 'frames');
  mkdirSync(frames);
  giveTo(frames, user.ids);
  const display = await openVirtualDisplay(user, { framesTo: frames });
  const program = readableFor(user, folder);
  const child = spawn(join(program, 'tram-can-cuoc'), ['--practice', '--citizens=50'], { ...user.ids, env: display.env, cwd: user.home, stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = new Promise((resolve) => void child.once('close', resolve).once('error', resolve));
  try {
    const startedAt = Date.now();
    const output = await waitForMilestones(child);
    const missing = MILESTONES.filter((text) => !output.includes(text));
    if (missing.length > 0) process.stdout.write(output);
    const picture = await waitForPicture(join(frames, 'Xvfb_screen0'));
    await savePicture(picture, join(folder, '../smoke.png'));
    return [
      { name: `the page works after ${Date.now() - startedAt} ms`, ok: missing.length === 0 },
      { name: 'the screen is drawn', ok: countInk(picture) >= MIN_INK_PIXELS },
      { name: 'its pages run in the kernel sandbox, not as root', ok: isSandboxed(child.pid ?? 0) },
    ];
  } finally {
    child.kill();
    await gone;
    await display.close();
    user.close();
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>} what it wrote until all milestones were there, it ended, or time was up
 */
function waitForMilestones(child) {
  return new Promise((resolve) => {
    let output = '';
    const limit = setTimeout(() => resolve(output), START_LIMIT_MS);
    const finish = () => { clearTimeout(limit); resolve(output); };
    const read = (/** @type {Buffer} */ text) => {
      output += text;
      if (MILESTONES.every((milestone) => output.includes(milestone))) finish();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', finish).once('error', finish);
  });
}

/**
 * The page paints shortly after it has connected; nothing tells us when, so the screen itself is asked.
 * @param {string} file
 */
async function waitForPicture(file) {
  const until = Date.now() + 10_000;
  for (;;) {
    const picture = readScreen(file);
    if (countInk(picture) >= MIN_INK_PIXELS || Date.now() > until) return picture;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
}

/**
 * @param {import('./screen-picture.mjs').Picture} picture
 * @param {string} file
 */
async function savePicture({ width, height, pixels }, file) {
  const { encode } = await import(require.resolve('fast-png'));
  writeFileSync(file, encode({ width, height, data: pixels, channels: 3 }));
}

/**
 * Every renderer below this process has the kernel's system-call filter on and none runs as root.
 * @param {number} pid
 */
function isSandboxed(pid) {
  const renderers = descendants(pid).filter((one) => readFileSync(`/proc/${one}/cmdline`, 'utf8').includes('--type=renderer'));
  return renderers.length > 0 && renderers.every((one) => {
    const status = readFileSync(`/proc/${one}/status`, 'utf8');
    return /^Seccomp:\s*2$/m.test(status) && !/^Uid:\s*0\s/m.test(status);
  });
}

/**
 * @param {number} pid
 * @returns {number[]}
 */
function descendants(pid) {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').map(Number).filter((one) => one > 0));
  return [...children, ...children.flatMap(descendants)];
}

/**
 * The program's folder, or a copy of it where the unprivileged user can't read it.
 * @param {import('./program-user.mjs').ProgramUser} user
 * @param {string} folder
 */
function readableFor(user, folder) {
  if (ask('/usr/bin/test', ['-x', join(folder, 'tram-can-cuoc')], { ...user.ids, cwd: '/' }).ok) return folder;
  const copy = join(user.home, basename(folder));
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  ask('chmod', ['-R', 'a+rX', copy]);
  return copy;
}
