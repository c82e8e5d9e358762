import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { NODE_24 } from './dependencies.mjs';
import { REPO_DIR } from './places.mjs';
import { run } from './processes.mjs';
import { say } from './say.mjs';
import { oneCheck } from './tally.mjs';

const SKIPPED = new Set(['node_modules', 'out', 'dist', '.git']);

/** Type-checks every folder that has a tsconfig.json, each with its own environment. */
export async function typecheck() {
  const failures = [];
  const projects = findProjects(REPO_DIR);
  say(`Kiểm tra kiểu: ${projects.length} phần`, 'type check');
  for (const project of projects) {
    const code = await run(NODE_24, [join(REPO_DIR, 'node_modules/typescript/bin/tsc'), '-p', project], { cwd: REPO_DIR });
    if (code === 0) continue;
    failures.push(`typecheck: ${relative(REPO_DIR, project) || '.'}`);
  }
  return { name: 'typecheck', passed: projects.length - failures.length, failed: failures.length, failures };
}

export async function lint() {
  say('Kiểm tra quy tắc viết mã', 'lint');
  const code = await run(NODE_24, [join(REPO_DIR, 'node_modules/oxlint/bin/oxlint'), '--deny-warnings', '--quiet'], { cwd: REPO_DIR });
  return oneCheck('lint', code === 0);
}

/**
 * @param {string} dir
 * @returns {string[]} folders holding a tsconfig.json
 */
function findProjects(dir) {
  const entries = readdirSync(dir, { withFileTypes: true });
  const here = entries.some((entry) => entry.name === 'tsconfig.json') ? [dir] : [];
  const below = entries.filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name));
  return [...here, ...below.flatMap((entry) => findProjects(join(dir, entry.name)))];
}
