import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NODE_24 } from './dependencies.mjs';
import { REPO_DIR, writableCacheDir } from './places.mjs';
import { ask } from './processes.mjs';
import { say, Stop } from './say.mjs';

/** One of each sort: the build, the sources, a package, the Node binary. */
const WITNESSES = ['package.json', 'out/main', 'electron/core/result/result.ts', 'node_modules/.package-lock.json', 'node_modules/vitest/package.json'];
const LEFT_OUT = new Set(['node_modules', 'dist', '.git']);

/**
 * The folder to run from as the unprivileged user: the repository itself where that user can read it, else a copy
 * in the cache (hard links where possible, so it costs no space).
 * @param {import('./program-user.mjs').ProgramUser} user
 * @returns {string}
 */
export function openProgramFolder(user) {
  if (user.ids.uid === undefined || canUse(user)) return REPO_DIR;
  const stage = join(writableCacheDir(), `stage-${createHash('sha256').update(REPO_DIR).digest('hex').slice(0, 12)}`);
  mkdirSync(stage, { recursive: true });
  stagePackages(stage);
  for (const name of readdirSync(stage)) if (name !== 'node_modules') rmSync(join(stage, name), { recursive: true, force: true });
  for (const name of readdirSync(REPO_DIR)) if (!LEFT_OUT.has(name)) copy(join(REPO_DIR, name), join(stage, name));
  return stage;
}

/** @param {import('./program-user.mjs').ProgramUser} user */
function canUse(user) {
  const readable = ask('/usr/bin/test', ['-x', NODE_24], { ...user.ids, cwd: '/' }).ok;
  return readable && WITNESSES.filter((path) => existsSync(join(REPO_DIR, path))).every((path) => ask('/usr/bin/test', ['-r', join(REPO_DIR, path)], { ...user.ids, cwd: '/' }).ok);
}

/**
 * node_modules is big and changes rarely: linked anew only when what is installed changed.
 * @param {string} stage
 */
function stagePackages(stage) {
  const list = 'node_modules/.package-lock.json';
  const staged = join(stage, list);
  if (existsSync(staged) && readFileSync(staged).equals(readFileSync(join(REPO_DIR, list)))) return;
  say('Người dùng thường không đọc được thư mục này: chép sang bộ đệm', 'the unprivileged user cannot read this folder: linking it into the cache');
  const draft = join(stage, '.node_modules');
  rmSync(draft, { recursive: true, force: true });
  rmSync(join(stage, 'node_modules'), { recursive: true, force: true });
  copy(join(REPO_DIR, 'node_modules'), draft);
  renameSync(draft, join(stage, 'node_modules'));
}

/**
 * Links share their mode with the original, which is not ours to change: files that others can't read are copied.
 * @param {string} from
 * @param {string} to
 */
function copy(from, to) {
  const hidden = ask('find', [from, '-type', 'f', '!', '-perm', '-o=r', '-print', '-quit']).stdout !== '';
  if (hidden || !ask('cp', ['-al', from, to]).ok) {
    rmSync(to, { recursive: true, force: true });
    if (!ask('cp', ['-a', from, to]).ok) throw new Stop('Không chép được chương trình sang bộ đệm.', `Could not copy ${from} to ${to}.`);
    ask('chmod', ['-R', 'a+rX', to]);
    return;
  }
  ask('find', [to, '-type', 'd', '-exec', 'chmod', 'a+rx', '{}', '+']);
}
