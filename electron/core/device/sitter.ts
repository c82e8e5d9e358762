import { isPartialDate } from '../person/field-rules.ts';
import type { PartialDate, Sex } from '../person/person.ts';
import { ageRange } from '../procedure/age.ts';

/**
 * Who sits before a simulated camera or scanner: enough to draw one and the same person again at another age, too little to name them.
 * `likeness` = 32 bits; `ageYears` = completed years.
 */
export type Sitter = { readonly likeness: number; readonly sex: Sex; readonly ageYears: number };

type Known = { readonly pid: string; readonly fullName: string; readonly birthDate: PartialDate; readonly sex: string };

/** Of nobody's age is known: drawn as in the middle of life. */
const UNKNOWN_AGE_YEARS = 35;

/** The citizen as they look on `day` (`YYYY-MM-DD`): by their number, or by their name where they have none. */
export function sitterOf({ pid, fullName, birthDate, sex }: Known, day: string): Sitter {
  const ageYears = isPartialDate(birthDate) ? Math.max(0, ageRange(birthDate, day).most) : UNKNOWN_AGE_YEARS;
  return { likeness: likenessOf(pid === '' ? fullName : pid), sex: sex === '1' ? 1 : sex === '2' ? 2 : 0, ageYears };
}

/** 32 bits that spread well (FNV-1a over UTF-16 units): synthetic people are drawn from them. */
export function likenessOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
