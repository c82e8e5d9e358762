import { localDay } from '../../time/format.ts';

/** The calendar day in Vietnam as records write it, YYYYMMDD. @param at ISO 8601 instant */
export const recordDate = (at: string): string => localDay(at).replaceAll('-', '');

/** GMT as records write it, YYYYMMDDHHMMSSZ. @param at ISO 8601 instant */
export const recordGmt = (at: string): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;
