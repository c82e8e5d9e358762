import { expect, it } from 'vitest';
import { diagnosticLines, sizeOf } from './diagnostic-lines.ts';

it.each([
  [0, '0 B'], [900, '900 B'], [1_536, '1,5 KB'], [57_344, '56 KB'], [1_048_575, '1024 KB'], [1_048_576, '1,0 MB'], [123_000_000, '117 MB'], [64_000_000_000, '60 GB'],
])('says %i bytes in a unit that fits', (bytes, words) => {
  expect(sizeOf(bytes, ',')).toBe(words);
});

it('puts facts into words, leaves settings to their own table and keeps what it has no words for', () => {
  const table: Readonly<Record<string, string>> = { 'diagnostics.check': 'Kiểm tra', 'diagnostics.check.whole': 'nguyên vẹn', 'diagnostics.database-bytes': 'Kho', 'diagnostics.slow': 'Chậm' };
  const lines = diagnosticLines(
    [{ name: 'check', value: 'whole' }, { name: 'database-bytes', value: '2048' }, { name: 'setting station.name', value: 'x' }, { name: 'slow audit.page', value: '52 ms' }, { name: 'new', value: 'as-is' }],
    (key) => table[key], ',',
  );
  expect(lines.map(({ label, value, technical }) => [label, value, technical])).toEqual([
    ['Kiểm tra', 'nguyên vẹn', false], ['Kho', '2,0 KB', false], ['Chậm', '52 ms', true], ['new', 'as-is', true],
  ]);
});
