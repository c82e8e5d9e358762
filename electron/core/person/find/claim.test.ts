import { describe, expect, it } from 'vitest';
import { EMPTY_PERSON } from '../person.ts';
import { claimOf, compareClaim, hasDifference, type Claim } from './claim.ts';
import { recognise } from './recognise.ts';
import { searchTerms } from './search-terms.ts';

const HOA = { ...EMPTY_PERSON, pid: '079301000002', fullName: 'TRẦN THỊ HÒA', birthDate: '2001-02-28', sex: '2', residence: 'số 12 đường Giảng Võ, phường Giảng Võ, thành phố Hà Nội' };
const claim = (text: string): Claim | undefined => {
  const box = recognise(text, 2026);
  const terms = searchTerms(box, { birth: '', residence: '' });
  return terms.ok ? claimOf(box, terms.value) : undefined;
};
const agreements = (text: string, person = HOA) => Object.fromEntries(compareClaim(claim(text)!, person).map(({ field, agreement }) => [field, agreement]));

describe('what is said beside what the database holds', () => {
  it('folds the place of a tone, case and Unicode form', () => {
    expect(agreements('079301000002||Trần Thị Hoà|28022001|Nữ|Hải Phòng|01012022')).toEqual({ pid: 'same', fullName: 'same', birthDate: 'same', sex: 'same', residence: 'moved' });
  });

  it('shows each field that differs', () => {
    const rows = compareClaim(claim('079301000002||Trần Thị Hoa|27022001|Nam|Hải Phòng|01012022')!, HOA);
    expect(rows.filter(({ agreement }) => agreement === 'differs').map(({ field }) => field)).toEqual(['fullName', 'birthDate', 'sex']);
    expect(hasDifference(rows)).toBe(true);
  });

  it('takes a name without marks for what it is', () => {
    expect(agreements('IDVNM3010000024079301000002<<40102281F2602280VNM<<<<<<<<<<<2TRAN<<THI<HOA<<<<<<<<<<<<<<<<<')).toMatchObject({ fullName: 'no-marks', birthDate: 'same', sex: 'same' });
    expect(agreements('tran thi hoa 2001 giang vo')).toEqual({ fullName: 'no-marks', birthDate: 'same', residence: 'same' });
    expect(agreements('trần thị hoá 2001')).toEqual({ fullName: 'differs', birthDate: 'same' });
  });

  it('says nothing where nothing was claimed, and "unknown" where the database is silent', () => {
    expect(claim('079301000002')).toBeUndefined();
    expect(agreements('Trần Thị Hòa 2001', { ...HOA, birthDate: '' })).toEqual({ fullName: 'same', birthDate: 'unknown' });
  });
});
