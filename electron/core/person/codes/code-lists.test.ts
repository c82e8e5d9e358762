import { describe, expect, it } from 'vitest';
import { CODE_LISTS, codeList, findByName, findCode } from './code-lists.ts';
import { CODE_SYSTEMS } from './coded.ts';

describe('coded values', () => {
  it.each([['qcvn109/sex', 3], ['qcvn109/marital-status', 4], ['qcvn109/blood-group', 5], ['tctk-121-1979/ethnicity', 56], ['tctk-1019-2008/religion', 15], ['project/relation-to-head', 17]] as const)(
    '%s has %i entries, each code and name once', (system, count) => {
      const { entries } = codeList(system);
      expect(entries).toHaveLength(count);
      expect(new Set(entries.map(({ code }) => code)).size).toBe(count);
      expect(new Set(entries.map(({ name }) => name)).size).toBe(count);
      expect(entries.every((entry) => entry.system === system && entry.name === entry.name.normalize('NFC'))).toBe(true);
    });

  it('has a list for every system', () => {
    expect(CODE_LISTS.map(({ system }) => system)).toEqual(CODE_SYSTEMS);
  });

  it('never reads a code without its list', () => {
    expect(findCode('tctk-121-1979/ethnicity', '25')).toEqual({ system: 'tctk-121-1979/ethnicity', code: '25', name: 'Giáy' });
    expect(findCode('tctk-1019-2008/religion', '25')).toBeUndefined();
  });

  it.each([['Ê Đê', '12'], ['khơ me', '05'], ['KINH', '01'], ['Bru Vân Kiều', '23'], ['Sán Chỉ', undefined]])('finds %s', (name, code) => {
    expect(findByName('tctk-121-1979/ethnicity', name)?.code).toBe(code);
  });

  it('leaves room for a religion that the list doesn’t know', () => {
    expect([codeList('tctk-1019-2008/religion').open, codeList('tctk-121-1979/ethnicity').open]).toEqual([true, false]);
    expect(findByName('tctk-1019-2008/religion', 'Phật giáo Hoà Hảo')?.code).toBe('03');
  });
});
