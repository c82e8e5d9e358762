import { describe, expect, it } from 'vitest';
import { composeMrz } from '../card/mrz.ts';
import { recognise } from './recognise.ts';
import { searchTerms } from './search-terms.ts';

const QR = '079301000002|024681357|Trần Thị Bình|28022001|Nữ|Số 12, Giảng Võ, Hà Nội|01012022';
const read = (text: string) => recognise(text, 2026);
const NOTHING_BESIDE = { birth: '', residence: '' } as const;

describe('the one search box', () => {
  it.each([
    ['079301000002', { by: 'pid', pid: '079301000002' }],
    [' 079 301 000 002 ', { by: 'pid', pid: '079301000002' }],
    [QR, { by: 'pid', pid: '079301000002' }],
    [`${QR}|||`, { by: 'pid', pid: '079301000002' }],
    ['024681357', { by: 'old-id', oldIdNumber: '024681357' }],
    ['Trần Thị Bình 28/02/2001', { by: 'name', fullName: 'Trần Thị Bình', birthDate: '2001-02-28', residence: '' }],
    ['Trần Thị Bình, 28.2.2001, Giảng Võ', { by: 'name', fullName: 'Trần Thị Bình', birthDate: '2001-02-28', residence: 'Giảng Võ' }],
    ['tran thi binh 28022001 giang vo', { by: 'name', fullName: 'tran thi binh', birthDate: '2001-02-28', residence: 'giang vo' }],
    ['Trần Thị Bình, Giảng Võ, 2001', { by: 'name', fullName: 'Trần Thị Bình', birthDate: '2001', residence: 'Giảng Võ' }],
    ["H'Hen Niê 1960 số 1995 đường Hai Bà Trưng", { by: 'name', fullName: "H'Hen Niê", birthDate: '1960', residence: 'số 1995 đường Hai Bà Trưng' }],
    ['Bình 1954', { by: 'name', fullName: 'Bình', birthDate: '1954', residence: '' }],
  ])('understands %s', (typed, terms) => {
    expect(searchTerms(read(typed), NOTHING_BESIDE)).toEqual({ ok: true, value: terms });
  });

  it('reads the three lines of a card, parted or in one', () => {
    const lines = composeMrz({ pid: '079301000002', birthDate: '2001-02-28', sex: 2, expiresOn: '2026-02-28', fullName: 'Trần Thị Bình' });
    const text = lines.ok ? lines.value : [];
    for (const shown of [text.join('\n'), text.join(''), text.join(' ').toLowerCase()]) {
      expect(read(shown)).toMatchObject({ kind: 'mrz', reading: { pid: '079301000002', birthDate: '2001-02-28', sex: 2 } });
    }
  });

  it('refuses a machine-readable zone whose digits don’t add up, and says so', () => {
    expect(read('IDVNM3010000025079301000002<<40102281F2602280VNM<<<<<<<<<<<2TRAN<<THI<BINH<<<<<<<<<<<<<<<<')).toEqual({ kind: 'unread', why: 'mrz', fault: 'bad-check-digit' });
  });

  it('keeps the number of a code whose other fields are broken', () => {
    expect(read('079301000002|024681357|Trần Thị Bình|99999999|Nữ|Hà Nội|01012022')).toMatchObject({ kind: 'pid', digits: '079301000002', fault: { code: 'bad-field', field: 'birthDate' } });
    expect(read('079301000002|024681357')).toMatchObject({ kind: 'pid', digits: '079301000002' });
  });

  it('names the fault of a code that the keyboard’s layout broke', () => {
    expect(read('!&($)!!!!!!@||Tran|')).toMatchObject({ kind: 'unread', why: 'card', fault: 'shifted-digits' });
  });

  it('composes decomposed names and drops invisible characters', () => {
    expect(read('Tra\u0302\u0300n\u00a0 Bi\u0300nh\u200b 28/2/2001')).toEqual({ kind: 'name', fullName: 'Trần Bình', birthDate: '2001-02-28', residence: '' });
  });

  it.each([['', 'empty'], ['12345', 'digits'], ["H'Hen Niê", 'birth-missing'], ['Trần Bình 31/04/1990', 'birth-missing'], ['Trần Bình 3000', 'birth-missing']])('says what is wrong with "%s"', (typed, problem) => {
    expect(searchTerms(read(typed), NOTHING_BESIDE)).toEqual({ ok: false, error: problem });
  });

  it('takes birth and residence from the fields beside it where the box holds a name alone', () => {
    expect(searchTerms(read('Trần Bình'), { birth: '2001', residence: 'Hà Nội' })).toEqual({ ok: true, value: { by: 'name', fullName: 'Trần Bình', birthDate: '2001', residence: 'Hà Nội' } });
    expect(searchTerms(read('Trần Bình'), { birth: undefined, residence: '' })).toEqual({ ok: false, error: 'birth-bad' });
  });
});
