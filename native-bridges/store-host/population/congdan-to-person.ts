import type { CongDan } from '../../../electron/contract/ngsp.ts';
import { EMPTY_PERSON, type Person } from '../../../electron/core/person/person.ts';

/** A QCVN 109 record as the dossier holds a person: text fields, NFC, empty when unknown. */
export function toPerson(record: CongDan): Person {
  const fields: Person = {
    ...EMPTY_PERSON,
    fullName: nameOf(record.HoVaTen),
    pid: record.SoDinhDanh,
    oldIdNumber: record.SoCMND ?? '',
    birthDate: 'NgayThangNam' in record.NgayThangNamSinh ? record.NgayThangNamSinh.NgayThangNam : record.NgayThangNamSinh.Nam,
    sex: String(record.GioiTinh),
    ethnicity: record.DanToc.TenGoi,
    religion: record.TonGiao.TenGoi,
    nationality: record.QuocTich === 'VN' ? 'Việt Nam' : record.QuocTich,
    birthRegistration: record.NoiDangKyKhaiSinh.ChiTiet,
    homeTown: record.QueQuan.ChiTiet,
    residence: record.ThuongTru.ChiTiet,
    currentAddress: record.NoiOHienTai.ChiTiet,
    fatherName: nameOf(record.Cha?.HoVaTen),
    motherName: nameOf(record.Me?.HoVaTen),
    spouseName: nameOf(record.VoChong?.HoVaTen),
  };
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value.normalize('NFC').trim()])) as Person;
}

/** Family name, middle names, given name; people with a single word have only the last. */
const nameOf = (name: CongDan['HoVaTen'] | undefined): string =>
  name === undefined ? '' : [name.Ho, name.ChuDem, name.Ten].map((part) => part.trim()).filter((part) => part !== '').join(' ');
