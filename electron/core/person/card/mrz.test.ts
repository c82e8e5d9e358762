import { describe, expect, it } from 'vitest';
import { checkDigit } from './check-digit.ts';
import { composeMrz, parseMrz } from './mrz.ts';
import { mrzName } from './mrz-name.ts';

/** No real person: numbers and names are invented, the digits computed by ICAO's weights 7-3-1. */
const CARDS = [
  [{ pid: '001095000001', birthDate: '1995-03-15', sex: 1, expiresOn: '2035-03-15', fullName: 'Nguyễn Văn An' },
    ['IDVNM0950000013001095000001<<4', '9503157M3503155VNM<<<<<<<<<<<6', 'NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<']],
  [{ pid: '079301000002', birthDate: '2001-02-28', sex: 2, expiresOn: '2026-02-28', fullName: 'Trần Thị Bình' },
    ['IDVNM3010000024079301000002<<4', '0102281F2602280VNM<<<<<<<<<<<2', 'TRAN<<THI<BINH<<<<<<<<<<<<<<<<']],
  [{ pid: '038216000003', birthDate: '2016-09-01', sex: 1, expiresOn: '2030-09-01', fullName: 'Lê Minh Đức' },
    ['IDVNM2160000036038216000003<<3', '1609019M3009015VNM<<<<<<<<<<<8', 'LE<<MINH<DUC<<<<<<<<<<<<<<<<<<']],
] as const;

describe('the zone of a TD1 card', () => {
  it.each(CARDS)('%j is composed', (person, lines) => {
    expect(composeMrz(person)).toEqual({ ok: true, value: lines });
  });

  it.each(CARDS)('%j is read back', ({ pid, birthDate, sex, expiresOn }, lines) => {
    const person = { pid, birthDate, sex, expiresOn };
    expect(parseMrz(lines.join('\r\n'))).toMatchObject({ ok: true, value: { ...person, findings: [] } });
    expect(parseMrz(lines.join('').toLowerCase())).toMatchObject({ ok: true, value: person });
  });

  it('finds every single wrong digit of a number or date', () => {
    const text = CARDS[0][1].join('');
    const read = [...text].flatMap((sign, at) => (at < 60 && /\d/.test(sign) ? [text.slice(0, at) + ((Number(sign) + 1) % 10) + text.slice(at + 1)] : []));
    expect(read).toHaveLength(38);
    for (const wrong of read) expect(parseMrz(wrong).ok).toBe(false);
  });

  it.each([
    ['', 'bad-shape'], [CARDS[0][1].join('').slice(1), 'bad-shape'], [`${CARDS[0][1].join('').slice(0, 89)}*`, 'bad-alphabet'],
    [CARDS[0][1].join('').replaceAll('VNM', 'LAO'), 'not-vietnamese'], [CARDS[0][1].join('').replace('9503157', '9503158'), 'bad-check-digit'],
  ])('%j is %s', (text, error) => {
    expect(parseMrz(text)).toEqual({ ok: false, error });
  });

  it('says which readings rest on what is unverified', () => {
    const lines = composeMrz({ pid: '001052000001', birthDate: '1952', sex: 1, expiresOn: '', fullName: 'Điểu' });
    const read = parseMrz(lines.ok ? lines.value.join('') : '');
    expect(read).toMatchObject({ ok: true, value: { birthDate: '1952', expiresOn: '', family: 'DIEU', given: '' } });
    expect(read.ok && read.value.findings.map(({ code, severity, basis }) => [code, severity, basis.mark])).toEqual([
      ['mrz.no-expiry', 'info', 'unverified'], ['mrz.year-only', 'info', 'unverified'],
    ]);
  });

  it.each([['0010950000', '1995-03-15', 'bad-number'], ['001095000001', '15/03/1995', 'bad-date']])('composes nothing from %s and %s', (pid, birthDate, error) => {
    expect(composeMrz({ pid, birthDate, sex: 1, expiresOn: '', fullName: 'An' })).toEqual({ ok: false, error });
  });
});

describe('the name line', () => {
  it.each([
    ["H'Hen Niê", 'HHEN<<NIE<<<<<<<<<<<<<<<<<<<<<'],
    ['Y Moan Êñuôl', 'Y<<MOAN<ENUOL<<<<<<<<<<<<<<<<<'],
    ['Anna-Maria Nguyễn', 'ANNA<MARIA<<NGUYEN<<<<<<<<<<<<'],
    ['Điểu', 'DIEU<<<<<<<<<<<<<<<<<<<<<<<<<<'],
  ])('%s is %s', (name, line) => {
    expect(mrzName(name)).toBe(line);
  });

  it('cuts a long name so that it ends in a letter', () => {
    for (const name of ['Nguyễn Hoàng Phương Thảo Nguyên Anh', 'Nguyễn Phương Hoàng Thảo Nguy Ân', 'Công Tằng Tôn Nữ Thị Phương Thảo Nguyên']) {
      expect(mrzName(name)).toMatch(/^[A-Z]+<<[A-Z<]*[A-Z]$/);
      expect(mrzName(name)).toHaveLength(30);
    }
  });
});

it('knows the vectors of ICAO Doc 9303, Part 3', () => {
  expect(checkDigit('520727')).toBe(3);
  expect(checkDigit('AB2134<<<')).toBe(5);
  expect(() => checkDigit('ab')).toThrow(RangeError);
});
