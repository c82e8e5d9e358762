import { finding, sourced, unverified, type Finding } from '../procedure/fact.ts';
import { err, ok, type Result } from '../result/result.ts';
import type { PartialDate, Sex } from './person.ts';
import { yearOf } from './partial-date.ts';
import { PID_PREFIXES } from './pid-prefixes.ts';
import { findProvince } from './place/provinces.ts';

/** 12 digits: a personal identification number, also when an identity card of 2012–2015 calls it "số CMND". 9 digits: an old identity card. */
export type IdNumber = { readonly kind: 'pid' | 'cmnd9'; readonly digits: string };

/** A number as it is typed, blanks and dots allowed. Source: Luật Căn cước 26/2023/QH15, Article 12 (12 digits). */
export function parseIdNumber(text: string): Result<IdNumber, 'bad-length'> {
  const digits = text.replace(/[\s.\u00a0-]/g, '');
  if (/^\d{12}$/.test(digits)) return ok({ kind: 'pid', digits });
  if (/^\d{9}$/.test(digits)) return ok({ kind: 'cmnd9', digits });
  return err('bad-length');
}

/** What the digits of a number say: PPP G YY NNNNNN. Source: NĐ 137/2015/NĐ-CP, Article 13; later law only says "12 digits". */
export type PidStructure = { readonly prefix: string; readonly place: string | undefined; readonly sex: 1 | 2; readonly birthYear: number };

/** @param pid twelve digits */
export function readPid(pid: string): PidStructure {
  const centuryAndSex = Number(pid.charAt(3));
  const birthYear = 1900 + Math.floor(centuryAndSex / 2) * 100 + Number(pid.slice(4, 6));
  const prefix = pid.slice(0, 3);
  return { prefix, place: PID_PREFIXES[prefix], sex: centuryAndSex % 2 === 0 ? 1 : 2, birthYear };
}

export type PidContext = {
  readonly birthDate: PartialDate | '';
  readonly sex: Sex;
  /** Present-day province of the birth's registration, two digits, when it is known as a code. */
  readonly birthUnitCode?: string;
};

const STRUCTURE = sourced('pid-annex', 'NĐ 137/2015/NĐ-CP, Article 13');
/** After a correction of sex or year of birth the citizen may keep the number, so a mismatch is lawful. */
const KEPT_NUMBER = sourced('law-2023', 'NĐ 70/2024/NĐ-CP, Article 11(7) and (8)');

/**
 * What doesn't fit between a number and the person. Warnings with a reason, never a block.
 * @param pid twelve digits
 */
export function pidFindings(pid: string, person: PidContext): readonly Finding[] {
  const read = readPid(pid);
  const findings: Finding[] = [];
  if (person.sex !== 0 && read.sex !== person.sex) findings.push(finding('pid.sex-differs', 'warning', KEPT_NUMBER, { inNumber: read.sex }));
  if (person.birthDate !== '' && read.birthYear !== yearOf(person.birthDate)) findings.push(finding('pid.year-differs', 'warning', KEPT_NUMBER, { inNumber: read.birthYear }));
  if (Number(pid.charAt(3)) > 3) findings.push(finding('pid.century-unverified', 'warning', unverified('pid-annex'), { digit: Number(pid.charAt(3)) }));
  return [...findings, ...prefixFindings(read, person.birthUnitCode)];
}

function prefixFindings({ prefix, place }: PidStructure, unitCode: string | undefined): readonly Finding[] {
  if (place === undefined) return [finding('pid.prefix-not-listed', 'info', unverified('pid-annex', 'TT 07/2016/TT-BCA, Appendix 2'), { prefix })];
  const unit = unitCode === undefined ? undefined : findProvince(unitCode);
  if (unit === undefined || unit.formedFrom.includes(prefix)) return [];
  return [finding('pid.prefix-differs', 'warning', STRUCTURE, { prefix, prefixName: place, unitCode: unit.code, unitName: unit.name })];
}
