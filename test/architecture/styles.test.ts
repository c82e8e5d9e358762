import { expect, it } from 'vitest';
import { read, TEXT_FILES } from './source-tree.ts';

/** What the smallest screen and the largest type change on purpose, whoever's it is. */
const NARROW = 'renderer/ui/narrow.css';
const SHEETS = TEXT_FILES.filter((path) => path.startsWith('renderer/') && path.endsWith('.css') && path !== NARROW);

/** Classes that a sheet styles by their name alone; every sheet that was loaded once holds for all screens from then on. */
const ownClasses = (css: string): readonly string[] => [...css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{/g)]
  .flatMap(([, selectors]) => selectors!.split(','))
  .flatMap((selector) => /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1] ?? []);

it('names each class in one sheet only, so that one screen never restyles another', () => {
  const homes = new Map<string, Set<string>>();
  for (const path of SHEETS) for (const name of ownClasses(read(path))) homes.set(name, (homes.get(name) ?? new Set()).add(path));
  expect(SHEETS.length).toBeGreaterThan(5);
  expect([...homes].filter(([, paths]) => paths.size > 1).map(([name, paths]) => [name, [...paths]])).toEqual([]);
});
