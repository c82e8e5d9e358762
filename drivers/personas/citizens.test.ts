import { describe, expect, it } from 'vitest';
import { citizensFrom } from './citizens.ts';
import { COMMUNES } from './communes.ts';
import { upperName } from './names.ts';

const citizens = citizensFrom(20_26, 5_000);
const share = (matches: (citizen: (typeof citizens)[number]) => boolean): number => citizens.filter(matches).length / citizens.length;
const yearOf = (birthDate: string): number => Number(birthDate.slice(0, 4));

describe('synthetic citizens', () => {
  it('are the same for the same seed and others for another', () => {
    expect(citizensFrom(20_26, 200)).toEqual(citizens.slice(0, 200));
    expect(citizensFrom(7, 200)[100]).not.toEqual(citizens[100]);
  });

  it('begin with the well-known ones', () => {
    expect(citizens.slice(0, 3).map((citizen) => [citizen.pid, upperName(citizen.name), citizen.sex, citizen.birthDate])).toEqual([
      ['079301000002', 'TRẦN THỊ BÌNH', 2, '2001-02-28'], ['001095000001', 'NGUYỄN VĂN AN', 1, '1995-03-15'], ['038216000003', 'LÊ MINH ĐỨC', 1, '2016-09-01'],
    ]);
  });

  it('have unique numbers built of place, century with sex, and year', () => {
    expect(new Set(citizens.map(({ pid }) => pid)).size).toBe(5_000);
    const prefixes = new Set(COMMUNES.flatMap(({ pidPrefixes }) => pidPrefixes));
    for (const { pid, sex, birthDate } of citizens) {
      const year = yearOf(birthDate);
      expect(pid).toMatch(/^\d{12}$/);
      expect(prefixes).toContain(pid.slice(0, 3));
      expect(pid.slice(3, 6)).toBe(`${(year >= 2000 ? 2 : 0) + (sex === 2 ? 1 : 0)}${String(year % 100).padStart(2, '0')}`);
    }
    const oldIds = citizens.map(({ oldIdNumber }) => oldIdNumber).filter((number) => number !== '');
    expect(new Set(oldIds).size).toBe(oldIds.length);
    for (const number of oldIds) expect(number).toMatch(/^\d{9}$/);
  });

  it('are as mixed as a counter\'s public', () => {
    expect(share(({ name }) => name.surname === 'Nguyễn')).toBeGreaterThan(0.28);
    expect(share(({ birthDate }) => yearOf(birthDate) >= 2012)).toBeGreaterThan(0.1);
    expect(share(({ birthDate }) => yearOf(birthDate) <= 1965)).toBeGreaterThan(0.1);
    for (const has of [
      ({ oldIdNumber }) => oldIdNumber !== '', ({ birthDate }) => birthDate.length === 4, ({ name }) => name.surname === '', ({ father }) => father === undefined,
      ({ ethnicity }) => ethnicity.code !== '01', ({ religion }) => religion.code !== '99', ({ spouse }) => spouse !== undefined,
    ] as ((citizen: (typeof citizens)[number]) => boolean)[]) expect(share(has)).toBeGreaterThan(0.001);
  });

  it('hold pairs of one name, sex and birth date with different numbers', () => {
    const groups = Map.groupBy(citizens, (citizen) => `${upperName(citizen.name)}|${citizen.birthDate}|${citizen.sex}`);
    expect([...groups.values()].filter((group) => group.length > 1).length).toBeGreaterThanOrEqual(19);
  });

  it('are written in NFC throughout', () => {
    const text = JSON.stringify(citizens);
    expect(text.normalize('NFC')).toBe(text);
  });
});
