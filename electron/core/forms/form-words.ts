import type { Finger, MissingReason } from '../dossier/capture-slots.ts';
import type { ReturnReason } from '../dossier/return-reasons.ts';
import type { IssueKind } from '../dossier/steps.ts';
import type { PersonField } from '../person/person.ts';
import type { Exemption } from '../procedure/fee-data.ts';
import type { GroundId } from '../procedure/issue-grounds.ts';
import { formatPartialDate } from '../time/format.ts';

/** Words as they stand on Vietnamese forms, whatever language the screen speaks: a form is a Vietnamese document. */
export const KIND_WORDS: Readonly<Record<IssueKind, string>> = { 'first-issue': 'Cấp', exchange: 'Cấp đổi', reissue: 'Cấp lại' };

export const GROUND_WORDS: Readonly<Record<GroundId, string>> = {
  'never-had-card': 'chưa được cấp thẻ', 'from-old-card': 'chuyển từ chứng minh nhân dân', 'milestone-age': 'đến tuổi phải cấp đổi', 'name-or-birth-corrected': 'thay đổi, cải chính họ, chữ đệm, tên, ngày sinh',
  'appearance-or-biometrics': 'thay đổi nhân dạng; bổ sung ảnh khuôn mặt, vân tay', 'sex-determined': 'xác định lại giới tính', 'error-on-card': 'có sai sót thông tin in trên thẻ',
  'boundary-change': 'thay đổi đơn vị hành chính', 'number-re-established': 'xác lập lại số định danh cá nhân', 'on-request': 'theo yêu cầu của công dân', lost: 'mất thẻ', damaged: 'thẻ hư hỏng không sử dụng được',
  'nationality-regained': 'được trở lại quốc tịch Việt Nam',
};

/** Why a fee is waived, as the day sheet notes it. */
export const EXEMPTION_WORDS: Readonly<Record<Exemption, string>> = {
  child: 'trẻ em', elderly: 'người cao tuổi', disabled: 'người khuyết tật', merit: 'người có công và thân nhân', 'ethnic-minority-hardship-commune': 'dân tộc thiểu số ở xã đặc biệt khó khăn',
  'border-commune-or-island-district': 'xã biên giới, huyện đảo', 'poor-household': 'hộ nghèo', 'boundary-change': 'thay đổi đơn vị hành chính', 'agency-error': 'sai sót của cơ quan',
};

/** Order of the ten prints on the paper: right thumb to right little, left thumb to left little. */
export const FINGER_WORDS: Readonly<Record<Finger, string>> = {
  'right-thumb': 'Cái phải', 'right-index': 'Trỏ phải', 'right-middle': 'Giữa phải', 'right-ring': 'Áp út phải', 'right-little': 'Út phải',
  'left-thumb': 'Cái trái', 'left-index': 'Trỏ trái', 'left-middle': 'Giữa trái', 'left-ring': 'Áp út trái', 'left-little': 'Út trái',
};
export const MISSING_WORDS: Readonly<Record<MissingReason, string>> = { amputated: 'cụt', deformed: 'khoèo, dị dạng', bandaged: 'băng bó', worn: 'mòn, mờ', scarred: 'sẹo, bỏng', other: 'khác' };

export const FIELD_WORDS: Readonly<Record<PersonField, string>> = {
  fullName: 'Họ, chữ đệm và tên khai sinh', pid: 'Số định danh cá nhân', oldIdNumber: 'Số chứng minh nhân dân 09 số', birthDate: 'Ngày, tháng, năm sinh', sex: 'Giới tính', ethnicity: 'Dân tộc', religion: 'Tôn giáo',
  nationality: 'Quốc tịch', birthRegistration: 'Nơi đăng ký khai sinh', homeTown: 'Quê quán', residence: 'Nơi thường trú', currentAddress: 'Nơi ở hiện tại', fatherName: 'Họ, chữ đệm và tên cha',
  motherName: 'Họ, chữ đệm và tên mẹ', spouseName: 'Họ, chữ đệm và tên vợ (chồng)', phone: 'Số điện thoại', occupation: 'Nghề nghiệp',
};

/** Reasons as a refusal states them to the citizen; those that never refuse are left out. Source: docs/procedure.md, "The four ways on". */
export const REFUSAL_WORDS: Readonly<Partial<Record<ReturnReason, string>>> = {
  R01: 'Chưa có thông tin của công dân trong Cơ sở dữ liệu quốc gia về dân cư; cần thu thập thông tin dân cư trước.',
  R02: 'Thông tin trong Cơ sở dữ liệu quốc gia về dân cư chưa khớp với giấy tờ hộ tịch; cần điều chỉnh trước.',
  R03: 'Giấy tờ của công dân mâu thuẫn nhau; cần thống nhất giấy tờ trước.',
  R04: 'Chưa có thông tin về nơi thường trú, nơi tạm trú hoặc nơi ở hiện tại.',
  R05: 'Không có người đại diện hợp pháp, hoặc không có giấy tờ chứng minh người đại diện hợp pháp.',
  R06: 'Chưa đủ điều kiện cấp thẻ, hoặc thuộc trường hợp bị giữ, bị thu hồi thẻ.',
};

const SEX: Readonly<Record<string, string>> = { '1': 'Nam', '2': 'Nữ' };

/** A field's value as it is printed. */
export function fieldValue(field: PersonField, value: string): string {
  if (field === 'sex') return SEX[value] ?? '';
  if (field === 'birthDate') return formatPartialDate(value);
  return field === 'fullName' || field === 'fatherName' || field === 'motherName' || field === 'spouseName' ? value.toLocaleUpperCase('vi') : value;
}

/** `2026-04-13` → `ngày 13 tháng 04 năm 2026`. */
export function longDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `ngày ${date ?? ''} tháng ${month ?? ''} năm ${year ?? ''}`;
}

/** Thousands apart by a point, as numbers are written in Vietnam. */
export const thousands = (amount: number): string => String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, '.');
export const dong = (amount: number): string => `${thousands(amount)} đồng`;
