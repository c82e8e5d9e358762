import type { Citizen } from './citizens.ts';

const KINH = { code: '01', name: 'Kinh' };
const NONE = { code: '99', name: 'Không' };
const GIANG_VO = 'phường Giảng Võ, thành phố Hà Nội';

/** Synthetic people with fixed numbers for demonstrations and tests: a young woman, a man who knows his old number, children of ten, eight and four. */
export const WELL_KNOWN: readonly Citizen[] = [
  {
    pid: '079301000002', oldIdNumber: '', name: { surname: 'Trần', middle: 'Thị', given: 'Bình' }, sex: 2, birthDate: '2001-02-28', ethnicity: KINH, religion: NONE,
    birthRegistration: { unitCode: '26743', text: 'phường Bến Thành, Thành phố Hồ Chí Minh' },
    homeTown: { unitCode: '13285', text: 'phường Phủ Lý, tỉnh Ninh Bình' },
    residence: { unitCode: '00025', text: `số 12 đường Giảng Võ, ${GIANG_VO}` },
    currentAddress: { unitCode: '00025', text: `số 12 đường Giảng Võ, ${GIANG_VO}` },
    father: { surname: 'Trần', middle: 'Văn', given: 'Hòa' }, mother: { surname: 'Phạm', middle: 'Thị', given: 'Nhung' }, spouse: undefined,
  },
  {
    pid: '001095000001', oldIdNumber: '012345678', name: { surname: 'Nguyễn', middle: 'Văn', given: 'An' }, sex: 1, birthDate: '1995-03-15', ethnicity: KINH, religion: NONE,
    birthRegistration: { unitCode: '00025', text: GIANG_VO },
    homeTown: { unitCode: '00454', text: 'xã Đông Anh, thành phố Hà Nội' },
    residence: { unitCode: '00025', text: `số 48 đường Kim Mã, ${GIANG_VO}` },
    currentAddress: { unitCode: '00166', text: 'số 7 đường Cầu Giấy, phường Cầu Giấy, thành phố Hà Nội' },
    father: { surname: 'Nguyễn', middle: 'Đình', given: 'Thắng' }, mother: { surname: 'Lê', middle: 'Thị', given: 'Hằng' }, spouse: { surname: 'Vũ', middle: 'Thu', given: 'Hà' },
  },
  {
    pid: '038216000003', oldIdNumber: '', name: { surname: 'Lê', middle: 'Minh', given: 'Đức' }, sex: 1, birthDate: '2016-09-01', ethnicity: KINH, religion: NONE,
    birthRegistration: { unitCode: '14758', text: 'phường Hàm Rồng, tỉnh Thanh Hóa' },
    homeTown: { unitCode: '14758', text: 'phường Hàm Rồng, tỉnh Thanh Hóa' },
    residence: { unitCode: '00025', text: `số 101 đường Trần Phú, ${GIANG_VO}` },
    currentAddress: { unitCode: '00025', text: `số 101 đường Trần Phú, ${GIANG_VO}` },
    father: { surname: 'Lê', middle: 'Quang', given: 'Vinh' }, mother: { surname: 'Đỗ', middle: 'Thị', given: 'Mai' }, spouse: undefined,
  },
  {
    pid: '001218000004', oldIdNumber: '', name: { surname: 'Hoàng', middle: 'Gia', given: 'Huy' }, sex: 1, birthDate: '2018-05-20', ethnicity: KINH, religion: NONE,
    birthRegistration: { unitCode: '00025', text: GIANG_VO },
    homeTown: { unitCode: '00454', text: 'xã Đông Anh, thành phố Hà Nội' },
    residence: { unitCode: '00025', text: `số 25 phố Ngọc Khánh, ${GIANG_VO}` },
    currentAddress: { unitCode: '00025', text: `số 25 phố Ngọc Khánh, ${GIANG_VO}` },
    father: { surname: 'Hoàng', middle: 'Văn', given: 'Long' }, mother: { surname: 'Ngô', middle: 'Thị', given: 'Lan' }, spouse: undefined,
  },
  {
    pid: '001322000005', oldIdNumber: '', name: { surname: 'Phạm', middle: 'Bảo', given: 'Ngọc' }, sex: 2, birthDate: '2022-03-10', ethnicity: KINH, religion: NONE,
    birthRegistration: { unitCode: '00025', text: GIANG_VO },
    homeTown: { unitCode: '00025', text: GIANG_VO },
    residence: { unitCode: '00025', text: `số 9 phố Vạn Bảo, ${GIANG_VO}` },
    currentAddress: { unitCode: '00025', text: `số 9 phố Vạn Bảo, ${GIANG_VO}` },
    father: { surname: 'Phạm', middle: 'Quốc', given: 'Khánh' }, mother: { surname: 'Trịnh', middle: 'Thu', given: 'Hương' }, spouse: undefined,
  },
];
