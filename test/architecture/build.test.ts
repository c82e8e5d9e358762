import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { read, REPO_DIR } from './source-tree.ts';

const config = read('electron.vite.config.ts');
const entries = [...config.matchAll(/'((?:electron|native-bridges|renderer)\/[^']+\.(?:ts|html))'/g)].map((match) => match[1]!);

it.each(entries)('the build’s entry %s exists', (entry) => {
  expect(existsSync(join(REPO_DIR, entry))).toBe(true);
});

it('builds every program of the house', () => {
  expect(entries).toHaveLength(10);
});
