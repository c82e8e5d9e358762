import { expect, it } from 'vitest';
import { splitName } from './name.ts';
import { byGivenName } from './sort-people.ts';

const sorted = (names: readonly string[]): readonly string[] =>
  names.map((full) => ({ full, ...splitName(full) })).sort(byGivenName).map(({ full }) => full);

it('sorts people by given name, then family name, then middle name', () => {
  expect(sorted(['Trần Văn Bình', 'Nguyễn Văn An', 'Lê Thị Bình', 'Lê Anh Bình', 'Đỗ Thị An'])).toEqual([
    'Đỗ Thị An', 'Nguyễn Văn An', 'Lê Anh Bình', 'Lê Thị Bình', 'Trần Văn Bình',
  ]);
});

it('knows the Vietnamese alphabet', () => {
  expect(sorted(['Đức', 'Dũng', 'Ân', 'Ăn', 'An', 'Ước', 'Uy', 'Ông', 'Ơn', 'Oanh'])).toEqual(['An', 'Ăn', 'Ân', 'Dũng', 'Đức', 'Oanh', 'Ông', 'Ơn', 'Uy', 'Ước']);
});

it('sorts the tones ngang, huyền, hỏi, ngã, sắc, nặng', () => {
  expect(sorted(['Hạ', 'Há', 'Hã', 'Hả', 'Hà', 'Ha'])).toEqual(['Ha', 'Hà', 'Hả', 'Hã', 'Há', 'Hạ']);
});
