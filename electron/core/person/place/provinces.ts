/** A province or centrally run city since 1/7/2025. `formedFrom` lists PID prefixes of the former provinces: a well-known map, unverified. */
export type Province = { readonly code: string; readonly name: string; readonly kind: 'province' | 'city'; readonly formedFrom: readonly string[] };

/** Day on which the two-level units came into force. Source: NQ 202/2025/QH15; codes: QĐ 19/2025/QĐ-TTg. */
export const TWO_LEVEL_FROM = '2025-07-01';
/** Đồng Nai became a centrally run city; its code stayed. Source: NQ 30/2026/QH16. */
const DONG_NAI_CITY_FROM = '2026-04-30';

const row = (code: string, name: string, formedFrom: string, kind: Province['kind'] = 'province'): Province => ({ code, name, kind, formedFrom: formedFrom.split(' ') });

const PROVINCES: readonly Province[] = [
  row('01', 'Hà Nội', '001', 'city'), row('04', 'Cao Bằng', '004'), row('08', 'Tuyên Quang', '002 008'), row('11', 'Điện Biên', '011'),
  row('12', 'Lai Châu', '012'), row('14', 'Sơn La', '014'), row('15', 'Lào Cai', '015 010'), row('19', 'Thái Nguyên', '006 019'),
  row('20', 'Lạng Sơn', '020'), row('22', 'Quảng Ninh', '022'), row('24', 'Bắc Ninh', '024 027'), row('25', 'Phú Thọ', '017 026 025'),
  row('31', 'Hải Phòng', '030 031', 'city'), row('33', 'Hưng Yên', '034 033'), row('37', 'Ninh Bình', '035 036 037'), row('38', 'Thanh Hóa', '038'),
  row('40', 'Nghệ An', '040'), row('42', 'Hà Tĩnh', '042'), row('44', 'Quảng Trị', '044 045'), row('46', 'Huế', '046', 'city'),
  row('48', 'Đà Nẵng', '049 048', 'city'), row('51', 'Quảng Ngãi', '062 051'), row('52', 'Gia Lai', '052 064'), row('56', 'Khánh Hòa', '058 056'),
  row('66', 'Đắk Lắk', '054 066'), row('68', 'Lâm Đồng', '067 060 068'), row('75', 'Đồng Nai', '070 075'), row('79', 'Hồ Chí Minh', '074 077 079', 'city'),
  row('80', 'Tây Ninh', '080 072'), row('82', 'Đồng Tháp', '082 087'), row('86', 'Vĩnh Long', '083 084 086'), row('91', 'An Giang', '091 089'),
  row('92', 'Cần Thơ', '094 093 092', 'city'), row('96', 'Cà Mau', '095 096'),
];

/** The 34 units as they are called on a day; none before the two-level units existed. Communes come with the centre's catalogue, not from here. */
export function provincesOn(day: string): readonly Province[] {
  if (day < TWO_LEVEL_FROM) return [];
  return PROVINCES.map((one) => (one.code === '75' && day >= DONG_NAI_CITY_FROM ? { ...one, kind: 'city' } : one));
}

export const findProvince = (code: string): Province | undefined => PROVINCES.find((one) => one.code === code);
