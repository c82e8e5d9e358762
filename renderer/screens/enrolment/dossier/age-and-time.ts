import { localDay } from '../../../../electron/core/time/format.ts';

/** Whole years on the day of `at`; `undefined` when the birth date is unknown. A bare year counts from its first day. */
export function ageOn(birthDate: string, at: string): number | undefined {
  const match = /^(\d{4})(?:-(\d{2}-\d{2}))?$/.exec(birthDate);
  if (match === null) return undefined;
  const today = localDay(at);
  const years = Number(today.slice(0, 4)) - Number(match[1]);
  return match[2] !== undefined && today.slice(5) < match[2] ? years - 1 : years;
}

/** `3:10`, `1:02:05`. */
export function elapsedWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const hours = Math.floor(seconds / 3_600);
  const two = (n: number): string => String(n).padStart(2, '0');
  const minutes = Math.floor((seconds % 3_600) / 60);
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}
