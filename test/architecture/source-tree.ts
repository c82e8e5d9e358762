import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const REPO_DIR = resolve(import.meta.dirname, '../..');
const NOT_SOURCE = new Set(['node_modules', 'out', 'dist', '.git', 'LICENSE', 'package-lock.json']);
const TEXT = /\.(ts|tsx|mts|mjs|cjs|js|json|css|html|md|yml|yaml|sh)$|(^|\/)(run|\.npmrc|\.gitignore)$/;

/** Every text file of the repository, as paths inside it with `/`. */
export const TEXT_FILES: readonly string[] = list('').filter((path) => TEXT.test(path));

/** What is compiled into the program, and its tests. */
export const SOURCE_FILES = TEXT_FILES.filter((path) => /^(electron|drivers|native-bridges|renderer)\/.*\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
export const PROGRAM_FILES = SOURCE_FILES.filter((path) => !isTest(path));

/** Tests, and the `testing` folders that hold what several tests of a folder share. */
export function isTest(path: string): boolean {
  return /\.(test|e2e|bench)\.tsx?$|\/testing\//.test(path);
}

export const read = (path: string): string => readFileSync(join(REPO_DIR, path), 'utf8');

function list(dir: string): string[] {
  return readdirSync(join(REPO_DIR, dir), { withFileTypes: true })
    .filter((entry) => !NOT_SOURCE.has(entry.name))
    .flatMap((entry) => {
      const path = dir === '' ? entry.name : `${dir}/${entry.name}`;
      return entry.isDirectory() ? list(path) : [path];
    });
}
