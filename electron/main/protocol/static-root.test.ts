import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStatic } from './static-root.ts';

let base = '';
let root = '';

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'static-root-'));
  root = join(base, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await mkdir(join(root, 'folder.js'));
  await mkdir(join(base, 'renderer-evil'));
  await writeFile(join(root, 'index.html'), 'page');
  await writeFile(join(root, 'assets', 'a b.js'), 'script');
  await writeFile(join(root, 'notes.txt'), 'not part of the page');
  await writeFile(join(base, 'secret.json'), 'secret');
  await writeFile(join(base, 'renderer-evil', 'x.js'), 'secret');
  await symlink(join(base, 'secret.json'), join(root, 'link.json'));
  await symlink(base, join(root, 'up'));
  await symlink(join(base, 'renderer-evil'), join(root, 'evil'));
  await symlink(join(root, 'index.html'), join(root, 'inside.html'));
});
afterAll(() => rm(base, { recursive: true, force: true }));

const read = async (path: string): Promise<string | undefined> => {
  const file = await readStatic(root, path);
  return file === undefined ? undefined : Buffer.from(file.bytes).toString();
};

describe('the page’s files', () => {
  it.each([['/', 'page'], ['/index.html', 'page'], ['/assets/a%20b.js', 'script'], ['/inside.html', 'page']])('%s is served', async (path, text) => {
    expect(await read(path)).toBe(text);
  });

  it.each([
    '/../secret.json', '/..%2fsecret.json', '/%2e%2e/secret.json', '/assets/../../secret.json', '/%2e%2e%2fsecret.json', '/..\\secret.json',
    '/%5c..%5csecret.json', '/index.html%00.js', '/index.html\0', '//etc/passwd', '/./index.html', '/%', '/%ff.js', '/C:/windows.js',
    '/link.json', '/up/secret.json', '/evil/x.js', '/folder.js', '/notes.txt', '/missing.js', '/assets/', '/assets',
  ])('%j is not', async (path) => {
    expect(await read(path)).toBeUndefined();
  });
});
