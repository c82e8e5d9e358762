import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { read, REPO_DIR, TEXT_FILES } from './source-tree.ts';

const MAX_LINES = 250;
const CODE = TEXT_FILES.filter((path) => /\.(ts|tsx|mjs|cjs)$/.test(path));
/** Written in two parts so that this file isn't what it looks for. */
const SANDBOX_OFF = ['--no', 'sandbox'].join('-');
const UNFINISHED = new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')})\\b`);
const VAGUE = /^(utils?|helpers?|managers?|common|misc)\b/;

it(`keeps every code file within ${MAX_LINES} lines`, () => {
  const long = CODE.map((path) => ({ path, lines: read(path).trimEnd().split('\n').length })).filter(({ lines }) => lines > MAX_LINES);
  expect(long).toEqual([]);
});

it('never switches the sandbox off, in code, scripts or documents', () => {
  expect(TEXT_FILES.filter((path) => read(path).includes(SANDBOX_OFF))).toEqual([]);
});

it('leaves nothing marked as unfinished', () => {
  expect(TEXT_FILES.filter((path) => UNFINISHED.test(read(path)))).toEqual([]);
});

it('names files for what they hold', () => {
  expect(CODE.filter((path) => path.split('/').some((part) => VAGUE.test(part)))).toEqual([]);
});

it('writes file names in kebab-case, React components in PascalCase', () => {
  const odd = CODE.filter((path) => !path.includes('/testing/')).filter((path) => !(path.endsWith('.tsx') ? /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$|^main\.tsx$|^[a-z0-9-]+\.test\.tsx$/ : /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(ts|mjs|cjs)$/).test(basename(path)));
  expect(odd).toEqual([]);
});

it('skips no test and singles none out', () => {
  const tests = CODE.filter((path) => /\.(test|e2e)\.tsx?$/.test(path));
  expect(tests.length).toBeGreaterThan(0);
  expect(tests.filter((path) => /\b(it|test|describe)\.(skip|only|todo|fails)\b/.test(read(path)))).toEqual([]);
});

it('gives every compiled folder its own environment', () => {
  const folders = ['electron/core', 'electron/contract', 'electron/main', 'electron/preload', 'drivers', 'native-bridges/kit', 'native-bridges/transports',
    'native-bridges/device-host', 'native-bridges/store-host', 'native-bridges/practice-centre', 'renderer', 'scripts', 'test'];
  expect(folders.filter((folder) => !existsSync(join(REPO_DIR, folder, 'tsconfig.json')))).toEqual([]);
});
