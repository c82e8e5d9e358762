import { expect, it } from 'vitest';
import { searchKey } from './search-key.ts';

it.each([
  ['TRẦN THỊ BÌNH', 'tran thi binh'],
  ['Trần Thị Bình'.normalize('NFD'), 'tran thi binh'],
  ['Đỗ  Đình\u00a0Đức', 'do dinh duc'],
  ["H'Hen Niê", "h'hen nie"],
  ['  Nguyễn Hoà ', 'nguyen hoa'],
  ['Nguyễn Hòa', 'nguyen hoa'],
])('%s is searched as %s', (name, key) => {
  expect(searchKey(name)).toBe(key);
});
