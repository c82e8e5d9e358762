/**
 * A small hand-made list for synthetic addresses: communes of the two-level order in force since 1 July 2025, with the
 * PID prefixes (TT 07/2016/TT-BCA, Appendix 1) of births registered thereabouts. Prefixes are those of the old provinces.
 * Not a catalogue: the program's units come from the centre.
 */
export type Commune = { readonly code: string; readonly name: string; readonly province: string; readonly pidPrefixes: readonly string[]; /** relative share of citizens */ readonly weight: number };

const rows: readonly (readonly [code: string, name: string, province: string, pidPrefixes: string, weight: number])[] = [
  ['00004', 'phường Ba Đình', 'thành phố Hà Nội', '001', 5],
  ['00025', 'phường Giảng Võ', 'thành phố Hà Nội', '001', 12],
  ['00070', 'phường Hoàn Kiếm', 'thành phố Hà Nội', '001', 5],
  ['00166', 'phường Cầu Giấy', 'thành phố Hà Nội', '001', 5],
  ['00454', 'xã Đông Anh', 'thành phố Hà Nội', '001', 4],
  ['01273', 'phường Thục Phán', 'tỉnh Cao Bằng', '004', 1],
  ['00691', 'phường Hà Giang 2', 'tỉnh Tuyên Quang', '002 008', 1],
  ['03127', 'phường Điện Biên Phủ', 'tỉnh Điện Biên', '011', 1],
  ['03388', 'phường Đoàn Kết', 'tỉnh Lai Châu', '012', 1],
  ['03646', 'phường Tô Hiệu', 'tỉnh Sơn La', '014', 1],
  ['02647', 'phường Lào Cai', 'tỉnh Lào Cai', '010 015', 1],
  ['01840', 'phường Đức Xuân', 'tỉnh Thái Nguyên', '006 019', 2],
  ['05977', 'phường Đông Kinh', 'tỉnh Lạng Sơn', '020', 1],
  ['06652', 'phường Hà Tu', 'tỉnh Quảng Ninh', '022', 2],
  ['07210', 'phường Bắc Giang', 'tỉnh Bắc Ninh', '024 027', 3],
  ['05128', 'xã Tân Lạc', 'tỉnh Phú Thọ', '017 025 026', 3],
  ['10507', 'phường Thành Đông', 'thành phố Hải Phòng', '030 031', 4],
  ['12619', 'xã Diên Hà', 'tỉnh Hưng Yên', '033 034', 3],
  ['13285', 'phường Phủ Lý', 'tỉnh Ninh Bình', '035 036 037', 4],
  ['14758', 'phường Hàm Rồng', 'tỉnh Thanh Hóa', '038', 4],
  ['17611', 'xã Vân Tụ', 'tỉnh Nghệ An', '040', 4],
  ['18073', 'phường Thành Sen', 'tỉnh Hà Tĩnh', '042', 2],
  ['18859', 'phường Đồng Thuận', 'tỉnh Quảng Trị', '044 045', 2],
  ['19753', 'phường Phú Xuân', 'thành phố Huế', '046', 2],
  ['20242', 'phường Hải Châu', 'thành phố Đà Nẵng', '048', 2],
  ['20623', 'xã Duy Xuyên', 'thành phố Đà Nẵng', '049', 2],
  ['23293', 'phường Kon Tum', 'tỉnh Quảng Ngãi', '051 062', 2],
  ['21553', 'phường Quy Nhơn Bắc', 'tỉnh Gia Lai', '052 064', 3],
  ['22333', 'phường Bắc Nha Trang', 'tỉnh Khánh Hòa', '056 058', 2],
  ['22015', 'phường Tuy Hòa', 'tỉnh Đắk Lắk', '054 066', 3],
  ['22918', 'phường Mũi Né', 'tỉnh Lâm Đồng', '060 067 068', 3],
  ['25195', 'phường Bình Phước', 'thành phố Đồng Nai', '070 075', 4],
  ['25747', 'phường Thủ Dầu Một', 'Thành phố Hồ Chí Minh', '074', 3],
  ['26506', 'phường Vũng Tàu', 'Thành phố Hồ Chí Minh', '077', 2],
  ['26740', 'phường Sài Gòn', 'Thành phố Hồ Chí Minh', '079', 4],
  ['26743', 'phường Bến Thành', 'Thành phố Hồ Chí Minh', '079', 4],
  ['27553', 'xã Củ Chi', 'Thành phố Hồ Chí Minh', '079', 3],
  ['25459', 'phường Tân Ninh', 'tỉnh Tây Ninh', '072 080', 3],
  ['28249', 'phường Đạo Thạnh', 'tỉnh Đồng Tháp', '082 087', 3],
  ['28756', 'phường Phú Khương', 'tỉnh Vĩnh Long', '083 084 086', 3],
  ['30292', 'phường Bình Đức', 'tỉnh An Giang', '089 091', 4],
  ['31120', 'phường Cái Khế', 'thành phố Cần Thơ', '092 093 094', 3],
  ['31825', 'phường Bạc Liêu', 'tỉnh Cà Mau', '095 096', 2],
];

export const COMMUNES: readonly Commune[] = rows.map(([code, name, province, prefixes, weight]) => ({ code, name, province, pidPrefixes: prefixes.split(' '), weight }));
