import { describe, expect, it } from 'vitest';
import { parseBirthDate } from './birth-date-input.ts';
import { parseQuery, whoKind } from './query-input.ts';

const only = (who: string) => ({ who, birth: '', residence: '' });

describe('the one search field', () => {
  it.each([
    ['079301000002', { by: 'pid', pid: '079301000002' }],
    [' 079 301 000 002 ', { by: 'pid', pid: '079301000002' }],
    ['079301000002|024681357|Trần Thị Bình|28022001|Nữ|Hà Nội|01012022', { by: 'pid', pid: '079301000002' }],
    ['024681357', { by: 'old-id', oldIdNumber: '024681357' }],
  ])('understands %s', (typed, query) => {
    expect(parseQuery(only(typed))).toEqual({ ok: true, value: query });
  });

  it('composes decomposed names and drops invisible characters', () => {
    const parsed = parseQuery({ who: 'Tra\u0302\u0300n\u00a0 Bi\u0300nh', birth: '28/2/2001', residence: '' });
    expect(parsed).toEqual({ ok: true, value: { by: 'name', fullName: 'Trần Bình', birthDate: '2001-02-28', residence: '' } });
  });

  it.each([['', 'empty'], ['12345', 'digits'], ["H'Hen Niê", 'birth-missing']])('says what is wrong with "%s"', (typed, problem) => {
    expect(parseQuery(only(typed))).toEqual({ ok: false, error: problem });
  });

  it('accepts one-word names', () => {
    expect(whoKind('Bình')).toBe('name');
  });
});

describe('date of birth', () => {
  it.each([['28/02/2001', '2001-02-28'], ['1.3.1999', '1999-03-01'], ['28022001', '2001-02-28'], ['1954', '1954'], ['2001-02-28', '2001-02-28']])('%s', (typed, date) => {
    expect(parseBirthDate(typed)).toBe(date);
  });

  it.each(['29/02/2001', '31/04/1990', '1/1/1850', '3000', 'hai nghìn', ''])('refuses "%s"', (typed) => {
    expect(parseBirthDate(typed)).toBeUndefined();
  });
});
