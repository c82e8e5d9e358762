import { isPartialDate } from '../../../../electron/core/person/field-rules.ts';
import { ageRange } from '../../../../electron/core/procedure/age.ts';
import { localDay } from '../../../../electron/core/time/format.ts';

/** Completed years on the day of `at`: two where only the year of birth is known; `undefined` where nothing is. @param at ISO 8601 instant */
export const agesOn = (birthDate: string, at: string): ReturnType<typeof ageRange> | undefined => (isPartialDate(birthDate) ? ageRange(birthDate, localDay(at)) : undefined);

/** `3:10`, `1:02:05`. */
export function elapsedWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const hours = Math.floor(seconds / 3_600);
  const two = (n: number): string => String(n).padStart(2, '0');
  const minutes = Math.floor((seconds % 3_600) / 60);
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}
