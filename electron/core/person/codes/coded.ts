/**
 * A coded value with the list it belongs to. A bare code is never kept: 25 is Giáy in the list of 1979 and Kinh in a list
 * of the health sector.
 */
export type Coded = { readonly system: CodeSystem; readonly code: string; readonly name: string };

export const CODE_SYSTEMS = [
  'qcvn109/sex', 'qcvn109/marital-status', 'qcvn109/blood-group', 'tctk-121-1979/ethnicity', 'tctk-1019-2008/religion', 'project/relation-to-head',
] as const;
export type CodeSystem = (typeof CODE_SYSTEMS)[number];

/** Entries of a list written as `01 Kinh · 02 Tày`. */
export const listOf = (system: CodeSystem, entries: string): readonly Coded[] =>
  entries.split('·').map((entry) => /^(\S+) (.+)$/u.exec(entry.trim())).flatMap((match) => (match === null ? [] : [{ system, code: match[1] ?? '', name: match[2] ?? '' }]));
