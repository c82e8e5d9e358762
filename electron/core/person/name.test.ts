import { describe, expect, it } from 'vitest';
import { isSameName, joinName, looksUnlikeName, printedName, splitName } from './name.ts';

describe('how a name splits', () => {
  it.each([
    ['Nguyễn Văn An', 'Nguyễn', 'Văn', 'An', true],
    ['Trần Thị Ngọc Bình', 'Trần', 'Thị Ngọc', 'Bình', true],
    ['  Lê\u00a0Đức ', 'Lê', '', 'Đức', true],
    ['Yến Thị Hoa', 'Yến', 'Thị', 'Hoa', true],
    ['Hà Kim Chi', 'Hà', 'Kim', 'Chi', true],
    ['Siu Black', 'Siu', '', 'Black', true],
    ['Điểu', '', '', 'Điểu', false],
    ["H'Hen Niê", "H'Hen", '', 'Niê', false],
    ['H’Hen Niê', 'H’Hen', '', 'Niê', false],
    ['Y Moan Êñuôl', 'Y', 'Moan', 'Êñuôl', false],
    ["K'Sor Đức", "K'Sor", '', 'Đức', false],
    ['Tôn Nữ Thị Lan', 'Tôn', 'Nữ Thị', 'Lan', false],
  ])('%s', (full, family, middle, given, sure) => {
    expect(splitName(full)).toEqual({ family, middle, given, sure });
  });

  it('is undone by joining', () => {
    for (const name of ['Nguyễn Văn An', 'Điểu', "H'Hen Niê", 'Trần Thị Ngọc Bình']) expect(joinName(splitName(name))).toBe(name);
  });
});

it.each([['Nguyễn Thị Hòa', 'NGUYỄN THỊ HOÀ', true], ['H’Hen Niê', "H'Hen Niê", true], ['Lý Thị Mỹ', 'Lí Thị Mĩ', false], ['Anna-Maria', 'Anna Maria', false]])(
  '%s and %s are one name: %s', (left, right, same) => {
    expect(isSameName(left, right)).toBe(same);
  });

it.each(['Điểu', "H'Hen Niê", 'Y Moan Êñuôl', 'Anna-Maria Nguyễn', 'Trần T. Bình', 'Êñuôl'.normalize('NFD')])('%s is a name', (name) => {
  expect(looksUnlikeName(name)).toBe(false);
});

it.each(['Nguy?n Văn An', 'Nguye64n', '', 'Trần Thị Bình|', '\ufffdinh'])('%j is looked at again', (name) => {
  expect(looksUnlikeName(name)).toBe(true);
});

it('prints capitals in Vietnamese', () => {
  expect(printedName(' trần thị\u00a0ðiệp đức '.replace('ð', 'đ'))).toBe('TRẦN THỊ ĐIỆP ĐỨC');
});
