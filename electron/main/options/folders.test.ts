import { expect, it } from 'vitest';
import { parseCommandLine } from './command-line.ts';
import { foldersOf, type Folders } from './folders.ts';

function folders(...args: string[]): Folders {
  const parsed = parseCommandLine(args);
  if (!parsed.ok) throw new Error(parsed.error);
  return foldersOf(parsed.value, '/home/officer/.config/station');
}

it('keeps practice and real apart, also below one given folder', () => {
  expect(folders('--practice').root).not.toBe(folders('--real').root);
  expect(folders('--practice', '--data-dir=/d').store).not.toBe(folders('--real', '--data-dir=/d').store);
});

it('puts everything of a station below its root', () => {
  const { root, ...rest } = folders('--data-dir=/d');
  expect(root.startsWith('/d/')).toBe(true);
  for (const folder of Object.values(rest)) expect(folder.startsWith(`${root}/`)).toBe(true);
});
