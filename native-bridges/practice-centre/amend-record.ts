import type { CongDan } from '../../electron/contract/ngsp.ts';
import type { Correction } from '../../electron/contract/population-request.ts';
import { splitName } from '../../electron/core/person/name.ts';
import type { Person, PersonField } from '../../electron/core/person/person.ts';

const nameOf = (text: string): CongDan['HoVaTen'] => {
  const { family, middle, given } = splitName(text);
  return { Ho: family, ChuDem: middle, Ten: given };
};
const bornOn = (date: string): CongDan['NgayThangNamSinh'] => (date.length === 4 ? { Nam: date } : { NgayThangNam: date });
const sexOf = (code: string): CongDan['GioiTinh'] => (code === '1' ? 1 : code === '2' ? 2 : 0);
const relative = (name: string): CongDan['Cha'] => ({ QuocTich: 'VN', HoVaTen: nameOf(name) });

/** How one corrected field changes a QCVN 109 record; a field that the record doesn't hold changes nothing. */
const AMEND: Partial<Record<PersonField, (record: CongDan, value: string) => CongDan>> = {
  fullName: (record, value) => ({ ...record, HoVaTen: nameOf(value) }),
  oldIdNumber: (record, value) => ({ ...record, SoCMND: value }),
  birthDate: (record, value) => ({ ...record, NgayThangNamSinh: bornOn(value) }),
  sex: (record, value) => ({ ...record, GioiTinh: sexOf(value) }),
  ethnicity: (record, value) => ({ ...record, DanToc: { ...record.DanToc, TenGoi: value.slice(0, 30) } }),
  religion: (record, value) => ({ ...record, TonGiao: { ...record.TonGiao, TenGoi: value.slice(0, 50) } }),
  birthRegistration: (record, value) => ({ ...record, NoiDangKyKhaiSinh: { ...record.NoiDangKyKhaiSinh, ChiTiet: value.slice(0, 250) } }),
  homeTown: (record, value) => ({ ...record, QueQuan: { ...record.QueQuan, ChiTiet: value.slice(0, 250) } }),
  residence: (record, value) => ({ ...record, ThuongTru: { ...record.ThuongTru, ChiTiet: value.slice(0, 250) } }),
  currentAddress: (record, value) => ({ ...record, NoiOHienTai: { ...record.NoiOHienTai, ChiTiet: value.slice(0, 250) } }),
  fatherName: (record, value) => ({ ...record, Cha: relative(value) }),
  motherName: (record, value) => ({ ...record, Me: relative(value) }),
  spouseName: (record, value) => ({ ...record, VoChong: relative(value) }),
};

export const amendRecord = (record: CongDan, corrections: readonly Correction[]): CongDan =>
  corrections.reduce((so, { field, value }) => AMEND[field]?.(so, value) ?? so, record);

const EMPTY_PLACE = { MaDonViHanhChinh: '', ChiTiet: '', QuocGia: 'VN' };

/** A record out of what a citizen declared on a DC01. */
export function recordOf(pid: string, person: Person): CongDan {
  const blank: CongDan = {
    SoDinhDanh: pid, HoVaTen: nameOf(person.fullName), GioiTinh: 0, DanToc: { MaDanToc: '', TenGoi: '' }, TonGiao: { MaTonGiao: '', TenGoi: '' }, NgayThangNamSinh: bornOn(person.birthDate),
    QuocTich: 'VN', NoiDangKyKhaiSinh: EMPTY_PLACE, QueQuan: EMPTY_PLACE, ThuongTru: EMPTY_PLACE, NoiOHienTai: EMPTY_PLACE,
  };
  const declared = Object.entries(person).filter(([, value]) => value !== '').map(([field, value]) => ({ field: field as PersonField, value }));
  return amendRecord(blank, declared);
}
