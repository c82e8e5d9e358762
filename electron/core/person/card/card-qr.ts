import { finding, sourced, unverified, type Finding } from '../../procedure/fact.ts';
import { err, ok, type Result } from '../../result/result.ts';
import { looksUnlikeName } from '../name.ts';
import { parsePartialDate } from '../partial-date.ts';
import { cleanText } from '../text/clean-text.ts';
import { fromMojibake } from '../text/mojibake.ts';
import { isSyllable } from '../text/syllable.ts';
import { hasReplacedLetters, wedgeFaultOf, type WedgeFault } from './wedge-faults.ts';

export type QrFault =
  | { readonly code: 'not-a-card' }
  | { readonly code: 'bad-field'; readonly field: 'pid' | 'birthDate' | 'sex' }
  | { readonly code: 'garbled'; readonly fault: WedgeFault };

export type CardQr = {
  readonly pid: string;
  readonly oldIdNumber: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly sex: 0 | 1 | 2;
  /** What was printed on the day of issue. For finding the person only: the population database is right about where they live. */
  readonly addressSnapshot: string;
  readonly issuedOn: string;
  /** Fields after the seventh, as read: their order on the 2024 card is unverified. */
  readonly extra: readonly string[];
  /** A cancelled number among them, told by its 12 digits. */
  readonly cancelledPid: string;
  readonly findings: readonly Finding[];
};

/** A card's code is a few hundred characters; more is not a card. */
const MAX_LENGTH = 2000;
const FIELDS = 7;
const SEX_OF: Readonly<Record<string, 0 | 1 | 2>> = { nam: 1, 'nữ': 2, '': 0 };

/**
 * Reads the QR of a chip card: `number|old number|name|DDMMYYYY|Nam/Nữ|address|DDMMYYYY` and any number of fields more.
 * Source: the 2021 card by press and public code; TT 16/2024/TT-BCA names the added items, not their order.
 */
export function parseCardQr(scanned: string): Result<CardQr, QrFault> {
  if (scanned.length > MAX_LENGTH) return err({ code: 'not-a-card' });
  const text = cleanText(fromMojibake(scanned.replace(/[\r\n]+$/, '')) ?? scanned);
  const fields = text.split('|').map((field) => field.trim());
  const fault = wedgeFaultOf(text);
  if (fault !== undefined && fields.length < FIELDS) return err({ code: 'garbled', fault });
  if (fields.length < FIELDS) return err({ code: 'not-a-card' });
  const [pid = '', oldIdNumber = '', fullName = '', born = '', sexText = '', addressSnapshot = '', issued = '', ...extra] = fields;
  if (!/^\d{12}$/.test(pid)) return err(fault === undefined ? { code: 'bad-field', field: 'pid' } : { code: 'garbled', fault });
  if (hasReplacedLetters(fullName)) return err({ code: 'garbled', fault: 'replaced-letters' });
  const birthDate = qrDate(born);
  if (birthDate === undefined) return err({ code: 'bad-field', field: 'birthDate' });
  const sex = SEX_OF[sexText.toLocaleLowerCase('vi')];
  if (sex === undefined) return err({ code: 'bad-field', field: 'sex' });
  const cancelledPid = extra.find((field) => /^\d{12}$/.test(field)) ?? '';
  const oldNumber = [oldIdNumber, ...extra].find((field) => /^\d{9}$/.test(field)) ?? '';
  const findings = findingsOf(fullName, issued, extra);
  return ok({ pid, oldIdNumber: oldNumber, fullName, birthDate, sex, addressSnapshot, issuedOn: qrDate(issued) ?? '', extra, cancelledPid, findings });
}

function findingsOf(fullName: string, issued: string, extra: readonly string[]): readonly Finding[] {
  const findings: Finding[] = [finding('qr.address-is-snapshot', 'info', sourced('qr-2021'))];
  if (looksUnlikeName(fullName) || isTypedThroughTelex(fullName)) findings.push(finding('qr.name-garbled', 'warning', unverified('none')));
  if (hasLostMarks(fullName)) findings.push(finding('qr.name-without-marks', 'warning', unverified('none')));
  if (qrDate(issued) === undefined) findings.push(finding('qr.issue-date-missing', 'info', unverified('qr-2021')));
  if (extra.some((field) => field !== '')) findings.push(finding('qr.extra-fields', 'info', unverified('tt16-2024'), { count: extra.length }));
  return findings;
}

/** Telex codes that no input method turned into letters ("Nguyeenx Vawn"). Names of other peoples (Ksor, Tlur) have no such doubled vowels. */
const TELEX_CODE = /aa|ee|aw|ow|uw|dd/i;
const isTypedThroughTelex = (name: string): boolean => name.split(' ').some((word) => /^[a-z]+$/i.test(word) && TELEX_CODE.test(word) && !isSyllable(word));

/** Words that are never written without marks; a name of plain letters (Cao Minh Long, Siu Black) is none of its own. */
const NEVER_PLAIN = /^(?:nguyen|tran|pham|huynh|truong|duong|dang|bui|trinh) | thi /i;
const hasLostMarks = (name: string): boolean => /^[\x20-\x7e]+$/.test(name) && NEVER_PLAIN.test(name);

/** DDMMYYYY; `0000YYYY` and `YYYY` for a year alone (unverified: no such card was seen). */
function qrDate(text: string): string | undefined {
  const parsed = parsePartialDate(text.replace(/^0000(?=\d{4}$)/, ''));
  return parsed.ok ? parsed.value : undefined;
}
