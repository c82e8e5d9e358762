import { expect, it } from 'vitest';
import { EMPTY_PERSON, PERSON_FIELDS, differingFields } from '../../../../electron/core/person/person.ts';
import { compare, settledValue, shownValue } from './person-value.ts';

it('writes names in composed capitals and leaves other text as typed', () => {
  expect(settledValue('fullName', '  tra\u0302\u0300n  thị bi\u0300nh ')).toBe('TRẦN THỊ BÌNH');
  expect(settledValue('residence', 'Số 5, ngõ 10')).toBe('Số 5, ngõ 10');
});

it('reads the birth date as typed and refuses what is not on the calendar', () => {
  expect(settledValue('birthDate', '28/2/2001')).toBe('2001-02-28');
  expect(settledValue('birthDate', '31/02/2001')).toBeUndefined();
  expect(shownValue('birthDate', '2001-02-28')).toBe('28/02/2001');
});

it('tells a difference from an addition', () => {
  const database = { ...EMPTY_PERSON, residence: 'Hà Nội' };
  expect(compare(database, { ...database, residence: 'Huế' }, 'residence')).toBe('differs');
  expect(compare(database, { ...database, phone: '0900000000' }, 'phone')).toBe('added');
  expect(compare(database, { ...database, residence: 'Ha\u0300 No\u0323\u0302i' }, 'residence')).toBe('same');
});

it('trap 10: calls nothing different that the count of differences leaves out', () => {
  const database = { ...EMPTY_PERSON, fatherName: 'TRẦN VĂN HÒA', motherName: 'LÝ THỊ MAI' };
  const entered = { ...database, fatherName: 'TRẦN VĂN HOÀ', motherName: 'LÍ THỊ MAI' };
  const marked = PERSON_FIELDS.filter((field) => compare(database, entered, field) !== 'same');
  expect(marked).toEqual(['motherName']);
  expect(marked).toEqual(differingFields(database, entered));
});
