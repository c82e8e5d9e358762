import { expect, it } from 'vitest';
import { parseField } from './field-rules.ts';
import { EMPTY_PERSON, differingFields } from './person.ts';

it('calls no field different for its tone placement, case or Unicode form', () => {
  const database = { ...EMPTY_PERSON, fullName: 'NGUYỄN THỊ HÒA', homeTown: 'xã Thuỷ An', motherName: 'Lý Thị Mai' };
  const entered = { ...EMPTY_PERSON, fullName: 'Nguyễn Thị Hoà'.normalize('NFD'), homeTown: 'Xã Thủy An\u200b', motherName: 'Lí Thị Mai' };
  expect(differingFields(database, entered)).toEqual(['motherName']);
});

it.each([
  ['fullName', '\u200bTrần\u00a0 Thị Bình\ufeff', 'Trần Thị Bình'],
  ['fullName', 'Điểu', 'Điểu'],
  ['fullName', "H'Hen Niê", "H'Hen Niê"],
  ['birthDate', '1952', '1952'],
  ['occupation', '', ''],
] as const)('%s %j is kept as %j', (field, typed, kept) => {
  expect(parseField(field, typed)).toEqual({ ok: true, value: kept });
});

it.each([['fullName', 'Nguye64n'], ['birthDate', '30/02/2000'], ['pid', '123'], ['homeTown', 'a\u0007b']] as const)('%s %j is refused', (field, typed) => {
  expect(parseField(field, typed)).toEqual({ ok: false, error: 'bad-field' });
});
