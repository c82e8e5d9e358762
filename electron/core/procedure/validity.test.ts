import { describe, expect, it } from 'vitest';
import { ageRange, birthdayAt, completedYears } from './age.ts';
import { cardDates } from './validity.ts';

const expiry = (birthDate: string, approvedOn: string): string => cardDates({ birthDate, receivedOn: approvedOn, approvedOn }).expiresOn;

describe('how long a card is good', () => {
  it.each([
    ['2002-05-10', '2025-05-09', '2027-05-10', 'at 22, until 25'],
    ['2002-05-10', '2025-05-10', '2042-05-10', 'at 23, within two years of 25: until 40'],
    ['2002-05-10', '2039-05-10', '2042-05-10', 'at 37, until 40'],
    ['2002-05-10', '2040-05-11', '2062-05-10', 'at 38, within two years of 40: until 60'],
    ['1967-01-01', '2025-01-02', '', 'at 58, within two years of 60: without expiry'],
    ['2016-09-01', '2026-08-01', '2030-09-01', 'at 9, until 14'],
    ['2013-09-01', '2025-10-01', '2038-09-01', 'at 12, within two years of 14: until 25'],
  ])('born %s, issued %s: %j (%s)', (birthDate, issuedOn, expiresOn) => {
    expect(expiry(birthDate, issuedOn)).toBe(expiresOn);
  });

  it.each([
    ['2002-05-10', '2027-05-10', '2042-05-10', 'on the 25th birthday: passed'],
    ['2002-05-10', '2027-05-09', '2042-05-10', 'the day before'],
    ['1964-05-10', '2024-07-01', '', 'past 60'],
    ['2004-02-29', '2027-02-27', '2029-02-28', 'born on a leap day: 28 February where there is no 29th'],
    ['2004-02-29', '2027-02-28', '2044-02-29', 'two years before 28/2/2029: the 40th birthday has a 29 February'],
  ])('choice: born %s, issued %s: %j (%s)', (birthDate, issuedOn, expiresOn) => {
    expect(expiry(birthDate, issuedOn)).toBe(expiresOn);
  });

  it('says which choices are unverified', () => {
    const codes = (birthDate: string, day: string) => cardDates({ birthDate, receivedOn: day, approvedOn: day }).findings.map(({ code, basis }) => [code, basis.mark]);
    expect(codes('2002-05-10', '2025-05-10')).toEqual([['validity.on-the-edge', 'unverified']]);
    expect(codes('2004-02-29', '2026-07-01')).toEqual([['validity.leap-day', 'unverified']]);
    expect(codes('2002', '2026-07-01')).toEqual([['validity.year-only', 'unverified']]);
    expect(codes('2002-05-10', '2025-05-09')).toEqual([]);
  });

  it('gives a year for a year of birth', () => {
    expect(expiry('2002', '2025-07-01')).toBe('2027');
    expect(expiry('1952', '2025-07-01')).toBe('');
  });

  it('knew no milestone at 14 before 1/7/2024', () => {
    expect(cardDates({ birthDate: '2009-03-01', receivedOn: '2023-05-02', approvedOn: '2023-05-08' }).expiresOn).toBe('2034-03-01');
  });
});

describe('trap 7: the day of issue is the day of approval', () => {
  it('has no day of issue before the centre approves, and says that the expiry is expected only', () => {
    const before = cardDates({ birthDate: '2002-05-10', receivedOn: '2025-05-08', approvedOn: undefined });
    expect(before).toMatchObject({ issuedOn: undefined, expiresOn: '2027-05-10' });
    expect(before.findings.map(({ code }) => code)).toEqual(['validity.before-approval']);
  });

  it('moves the expiry when approval falls into the two years', () => {
    expect(cardDates({ birthDate: '2002-05-10', receivedOn: '2025-05-08', approvedOn: '2025-05-12' })).toMatchObject({ issuedOn: '2025-05-12', expiresOn: '2042-05-10' });
  });
});

describe('age', () => {
  it('is completed on the birthday', () => {
    expect(completedYears('2012-05-10', '2026-05-09')).toBe(13);
    expect(completedYears('2012-05-10', '2026-05-10')).toBe(14);
    expect(completedYears('2012-02-29', '2026-02-28')).toBe(14);
    expect(birthdayAt('2012-02-29', 16)).toBe('2028-02-29');
  });

  it('is a range for a year of birth', () => {
    expect(ageRange('2012', '2026-05-10')).toEqual({ least: 13, most: 14 });
    expect(ageRange('2012-05-10', '2026-05-10')).toEqual({ least: 14, most: 14 });
  });
});
