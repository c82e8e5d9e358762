import { expect, it } from 'vitest';
import { faultOf, layerOf, LAYERS } from './import-rules.ts';
import { scanImports } from './import-scan.ts';
import { isTest, read, SOURCE_FILES } from './source-tree.ts';

it.each(SOURCE_FILES)('%s imports only what its layer may', (file) => {
  const faults = scanImports(file, read(file)).map((one) => faultOf(file, one, isTest(file))).filter((fault) => fault !== undefined);
  expect(faults).toEqual([]);
});

it('knows every layer of the house', () => {
  const seen = new Set(SOURCE_FILES.map(layerOf));
  expect([...seen].sort()).toEqual(Object.keys(LAYERS).sort());
});
