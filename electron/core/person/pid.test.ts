import { describe, expect, it } from 'vitest';
import { blocks } from '../procedure/fact.ts';
import { parseIdNumber, pidFindings, readPid } from './pid.ts';
import { PID_PREFIXES } from './pid-prefixes.ts';
import { COLLISIONS, placeName } from './place/colliding-codes.ts';
import { provincesOn } from './place/provinces.ts';

const codes = (pid: string, person: Parameters<typeof pidFindings>[1]): readonly string[] => pidFindings(pid, person).map(({ code }) => code);

describe('an identification number', () => {
  it.each([
    ['001095000001', 'pid', '001095000001'], ['001 095 000001', 'pid', '001095000001'], ['001.095.000.001', 'pid', '001095000001'],
    ['012345678', 'cmnd9', '012345678'],
  ])('%s is a %s', (typed, kind, digits) => {
    expect(parseIdNumber(typed)).toEqual({ ok: true, value: { kind, digits } });
  });

  it.each(['', '00109500000', '0010950000012', '00109500000A', '0123456789'])('%j is neither', (typed) => {
    expect(parseIdNumber(typed)).toEqual({ ok: false, error: 'bad-length' });
  });

  it.each([
    ['001095000001', { prefix: '001', place: 'Hà Nội', sex: 1, birthYear: 1995 }],
    ['079301000002', { prefix: '079', place: 'TP Hồ Chí Minh', sex: 2, birthYear: 2001 }],
    ['038216000003', { prefix: '038', place: 'Thanh Hóa', sex: 1, birthYear: 2016 }],
    ['001199000001', { prefix: '001', place: 'Hà Nội', sex: 2, birthYear: 1999 }],
  ])('%s says what its digits say', (pid, read) => {
    expect(readPid(pid)).toEqual(read);
  });
});

describe('trap 3: the structure of a number warns and never blocks', () => {
  it('has nothing to say when all fits, also with a year of birth only', () => {
    expect(codes('001095000001', { birthDate: '1995-03-15', sex: 1, birthUnitCode: '01' })).toEqual([]);
    expect(codes('001095000001', { birthDate: '1995', sex: 1 })).toEqual([]);
    expect(codes('001095000001', { birthDate: '', sex: 0 })).toEqual([]);
  });

  it('names the law by which the number may stay after a correction', () => {
    const findings = pidFindings('001095000001', { birthDate: '1996-03-15', sex: 2 });
    expect(findings.map(({ code, severity, detail }) => [code, severity, detail])).toEqual([
      ['pid.sex-differs', 'warning', { inNumber: 1 }],
      ['pid.year-differs', 'warning', { inNumber: 1995 }],
    ]);
    for (const { basis } of findings) expect(basis).toMatchObject({ source: 'law-2023', article: 'NĐ 70/2024/NĐ-CP, Article 11(7) and (8)' });
  });

  it.each([
    ['999095000001', 'pid.prefix-not-listed'], // a country, or a birth after 1/7/2025
    ['001595000001', 'pid.century-unverified'],
  ])('%s is accepted with %s', (pid, code) => {
    expect(codes(pid, { birthDate: '', sex: 0 })).toEqual([code]);
  });

  it('blocks for no combination', () => {
    for (const pid of ['999999999999', '000000000000', '015301000001']) expect(blocks(pidFindings(pid, { birthDate: '1950', sex: 1, birthUnitCode: '15' }))).toBe(false);
  });
});

describe('trap 4: two systems of province codes with the same numbers', () => {
  it('knows every colliding number', () => {
    expect(COLLISIONS.map(({ prefix, prefixName, unitName }) => `${prefix} ${prefixName}/${unitName}`)).toEqual([
      '015 Yên Bái/Lào Cai', '024 Bắc Giang/Bắc Ninh', '044 Quảng Bình/Quảng Trị', '052 Bình Định/Gia Lai',
      '080 Long An/Tây Ninh', '082 Tiền Giang/Đồng Tháp', '091 Kiên Giang/An Giang',
    ].sort());
  });

  it('names a place only for a code with its system', () => {
    expect(placeName({ system: 'pid-prefix', code: '015' })).toBe('Yên Bái');
    expect(placeName({ system: 'unit-2025', code: '15' })).toBe('Lào Cai');
    expect(placeName({ system: 'unit-2025', code: '015' })).toBeUndefined();
  });

  it('has 63 prefixes, and 34 provinces that were formed from each of them once', () => {
    expect(Object.keys(PID_PREFIXES)).toHaveLength(63);
    expect(provincesOn('2025-07-01')).toHaveLength(34);
    expect(provincesOn('2025-07-01').flatMap(({ formedFrom }) => formedFrom).sort()).toEqual(Object.keys(PID_PREFIXES).sort());
    expect(provincesOn('2025-06-30')).toEqual([]);
  });

  it('takes a birth in a merged province for right under both former numbers', () => {
    for (const pid of ['015095000001', '010095000001']) expect(codes(pid, { birthDate: '1995', sex: 1, birthUnitCode: '15' })).toEqual([]);
    expect(codes('001095000001', { birthDate: '1995', sex: 1, birthUnitCode: '15' })).toEqual(['pid.prefix-differs']);
  });

  it('calls Đồng Nai a city from 30/4/2026, under the same code', () => {
    const kindOn = (day: string): string | undefined => provincesOn(day).find(({ code }) => code === '75')?.kind;
    expect([kindOn('2026-04-29'), kindOn('2026-04-30')]).toEqual(['province', 'city']);
    expect(provincesOn('2026-04-30').filter(({ kind }) => kind === 'city')).toHaveLength(7);
  });
});
