/** Vietnam has one time zone without summer time; the counter shows dates as dd/MM/yyyy and times as HH:mm. */
const ZONE = 'Asia/Ho_Chi_Minh';
const DATE = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' });
const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const ISO_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

/** @param at ISO 8601 instant or epoch milliseconds */
export const formatDate = (at: string | number): string => DATE.format(new Date(at));
export const formatTime = (at: string | number): string => TIME.format(new Date(at));
export const formatDateTime = (at: string | number): string => `${formatTime(at)} ${formatDate(at)}`;
/** The calendar day in Vietnam, `YYYY-MM-DD`. */
export const localDay = (at: string | number): string => ISO_DAY.format(new Date(at));

const DAY_MS = 86_400_000;
/** The calendar day `days` later, before it where negative. @param day `YYYY-MM-DD` */
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** `YYYY-MM-DD` → `dd/MM/yyyy`; a bare year stays a year. */
export function formatPartialDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match === null ? date : `${match[3]}/${match[2]}/${match[1]}`;
}
