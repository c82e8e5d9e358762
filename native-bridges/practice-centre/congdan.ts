import type { Citizen, Place } from '../../drivers/personas/citizens.ts';
import { upperName, type PersonName } from '../../drivers/personas/names.ts';
import type { CongDan } from '../../electron/contract/ngsp.ts';

/** A synthetic citizen as a QCVN 109 record. `ChiTiet` carries the whole address as text, the unit's code stands beside it. */
export function toCongDan(citizen: Citizen): CongDan {
  return {
    SoDinhDanh: citizen.pid,
    ...(citizen.oldIdNumber === '' ? {} : { SoCMND: citizen.oldIdNumber }),
    HoVaTen: hoVaTen(citizen.name),
    GioiTinh: citizen.sex,
    DanToc: { MaDanToc: citizen.ethnicity.code, TenGoi: citizen.ethnicity.name },
    TonGiao: { MaTonGiao: citizen.religion.code, TenGoi: citizen.religion.name },
    NgayThangNamSinh: citizen.birthDate.length === 4 ? { Nam: citizen.birthDate } : { NgayThangNam: citizen.birthDate },
    QuocTich: 'VN',
    NoiDangKyKhaiSinh: diaChi(citizen.birthRegistration),
    QueQuan: diaChi(citizen.homeTown),
    ThuongTru: diaChi(citizen.residence),
    NoiOHienTai: diaChi(citizen.currentAddress),
    ...(citizen.father === undefined ? {} : { Cha: nguoiThan(citizen.father) }),
    ...(citizen.mother === undefined ? {} : { Me: nguoiThan(citizen.mother) }),
    ...(citizen.spouse === undefined ? {} : { VoChong: nguoiThan(citizen.spouse) }),
  };
}

const upper = (text: string): string => text.toLocaleUpperCase('vi').normalize('NFC');
const hoVaTen = ({ surname, middle, given }: PersonName): CongDan['HoVaTen'] => ({ Ho: upper(surname), ChuDem: upper(middle), Ten: upper(given) });
const nguoiThan = (name: PersonName): NonNullable<CongDan['Cha']> => ({ QuocTich: 'VN', HoVaTen: hoVaTen(name) });
const diaChi = (place: Place): CongDan['QueQuan'] => ({ MaDonViHanhChinh: place.unitCode, ChiTiet: place.text, QuocGia: 'VN' });

/** What two spellings of one name have in common for the look-up: upper case, NFC, single spaces; tone marks count. */
export const nameKey = (name: string): string => upper(name).replace(/\s+/gu, ' ').trim();
export const citizenNameKey = (citizen: Citizen): string => upperName(citizen.name);
export const recordNameKey = ({ HoVaTen }: CongDan): string => nameKey([HoVaTen.Ho, HoVaTen.ChuDem, HoVaTen.Ten].filter((part) => part !== '').join(' '));
