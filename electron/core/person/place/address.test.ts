import { describe, expect, it } from 'vitest';
import { parseAddress, residenceOnCard, writtenAddress } from './address.ts';

describe('an address', () => {
  it.each([
    ['Số 1, phường Giảng Võ, Hà Nội', 'two-level', 'Số 1', 'phường Giảng Võ', '', 'Hà Nội', true],
    ['Tổ 3, xã Hoà Bình, TP Hải Phòng', 'two-level', 'Tổ 3', 'xã Hoà Bình', '', 'TP Hải Phòng', true],
    ['đặc khu Phú Quốc, tỉnh An Giang', 'two-level', '', 'đặc khu Phú Quốc', '', 'tỉnh An Giang', true],
    ['Thôn 2, xã Thủy An, huyện Thủy Nguyên, Hải Phòng', 'three-level', 'Thôn 2', 'xã Thủy An', 'huyện Thủy Nguyên', 'Hải Phòng', true],
    ['xã Yên Bình, thành phố Yên Bái, tỉnh Yên Bái', 'three-level', '', 'xã Yên Bình', 'thành phố Yên Bái', 'tỉnh Yên Bái', true],
    ['TP. Thủ Đức, TP Hồ Chí Minh', 'three-level', '', '', 'TP. Thủ Đức', 'TP Hồ Chí Minh', false],
    ['Số 1, Phố Thử, Ba Đình, Hà Nội', 'unknown', 'Số 1, Phố Thử, Ba Đình', '', '', 'Hà Nội', false],
    ['Ba Đồn, Quảng Bình', 'three-level', 'Ba Đồn', '', '', 'Quảng Bình', false],
    ['12 Rue de Lyon, Paris', 'unknown', '12 Rue de Lyon, Paris', '', '', '', false],
    ['', 'unknown', '', '', '', '', false],
  ])('%s', (text, system, detail, commune, district, province, sure) => {
    expect(parseAddress(text)).toEqual({ system, detail, commune, district, province, sure });
    expect(writtenAddress(parseAddress(text))).toBe(text);
  });

  it('takes old and new tone placement for one province', () => {
    expect(parseAddress('xã A, huyện B, Hoà Bình')).toMatchObject({ system: 'three-level', province: 'Hoà Bình' });
    expect(parseAddress('phường C, Khánh Hoà').system).toBe('two-level');
  });
});

describe('trap 10: the residence on the card', () => {
  it.each([
    [{ permanent: 'A', temporary: 'B', current: 'C' }, 'permanent', 'A'],
    [{ permanent: '', temporary: 'B', current: 'C' }, 'temporary', 'B'],
    [{ permanent: ' ', temporary: '', current: 'C' }, 'current', 'C'],
    [{ permanent: '', temporary: '', current: '' }, 'none', ''],
  ])('%j shows %s', (residences, rank, text) => {
    expect(residenceOnCard(residences)).toEqual({ rank, text });
  });
});
