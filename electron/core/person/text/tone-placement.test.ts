import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';
import { foldTonePlacement, isSameText } from './tone-placement.ts';

describe('trap 10: names are compared after NFC and tone-placement folding', () => {
  it.each([
    ['Hòa', 'Hoà'], ['thủy', 'thuỷ'], ['khỏe', 'khoẻ'], ['hóa', 'hoá'], ['túy', 'tuý'], ['Đoài Thúy', 'Đoài Thuý'],
    ['NGUYỄN VĂN HOÀ', 'Nguyễn Văn Hòa'], ['Trần Thị Bình'.normalize('NFD'), 'Trần Thị Bình'], ['Lê\u00a0 Minh\u200b Đức', 'Lê Minh Đức'],
  ])('%s is %s', (left, right) => {
    expect(isSameText(left, right)).toBe(true);
  });

  it.each([
    ['Lý', 'Lí'], ['Mỹ', 'Mĩ'], ['Thy', 'Thi'], ['Hòa', 'Hóa'], ['Hoa', 'Hòa'], ['Duc', 'Đức'], ['Tân', 'Tăn'], ['Hương', 'Hường'],
    ["H'Hen", 'H Hen'], ['Tòa án', 'Toa àn'],
  ])('%s is not %s', (left, right) => {
    expect(isSameText(left, right)).toBe(false);
  });

  it('leaves what is no letter alone', () => {
    expect(foldTonePlacement('12/3 ngõ 4')).toBe('12/3 ngo\u0303 4');
  });
});

describe('text as it is kept', () => {
  it.each([
    ['  Nguyễn\u00a0\u2009Văn\tAn ', 'Nguyễn Văn An'],
    ['\ufeffTrần\u200b Thị', 'Trần Thị'],
    ['\u202aLê\u202c', 'Lê'],
    ['Bình'.normalize('NFD'), 'Bình'],
  ])('%j becomes %j', (from, to) => {
    expect(cleanText(from)).toBe(to);
  });
});
