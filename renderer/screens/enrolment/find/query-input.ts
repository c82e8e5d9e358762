import type { z } from 'zod';
import type { Query } from '../../../../electron/contract/population.ts';
import { err, ok, type Result } from '../../../../electron/core/result/result.ts';
import { parseBirthDate } from './birth-date-input.ts';

export type QueryText = { readonly who: string; readonly birth: string; readonly residence: string };
/** Why the typed text is no query yet. Each is a translation key `enrolment:find.typing.<value>`. */
export type QueryProblem = 'empty' | 'digits' | 'birth-missing' | 'birth-bad';
export type ParsedQuery = z.input<typeof Query>;

/** What the one search field holds: a personal number, a nine-digit identity-card number, or a name. */
export type WhoKind = 'empty' | 'pid' | 'old-id' | 'digits' | 'name';

/** Invisible characters that Vietnamese input methods and web pages leave behind. */
const INVISIBLE = /[\u00a0\u200b-\u200d\ufeff]/g;

const tidy = (text: string): string => text.normalize('NFC').replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();

/** The QR of a chip card, typed by a hand-held reader, is `PID|old number|name|…`; its first field is enough to search. */
const withoutCardTail = (text: string): string => (/^\d{12}\|/.test(text) ? text.slice(0, 12) : text);

const compactDigits = (text: string): string => text.replace(/[\s.]/g, '');

export function whoKind(text: string): WhoKind {
  const who = withoutCardTail(tidy(text));
  if (who === '') return 'empty';
  const digits = compactDigits(who);
  if (!/^\d+$/.test(digits)) return 'name';
  if (digits.length === 12) return 'pid';
  return digits.length === 9 ? 'old-id' : 'digits';
}

export function parseQuery(input: QueryText): Result<ParsedQuery, QueryProblem> {
  const who = withoutCardTail(tidy(input.who));
  switch (whoKind(who)) {
    case 'empty': return err('empty');
    case 'digits': return err('digits');
    case 'pid': return ok({ by: 'pid', pid: compactDigits(who) });
    case 'old-id': return ok({ by: 'old-id', oldIdNumber: compactDigits(who) });
    case 'name': {
      if (tidy(input.birth) === '') return err('birth-missing');
      const birthDate = parseBirthDate(input.birth);
      return birthDate === undefined ? err('birth-bad') : ok({ by: 'name', fullName: who.slice(0, 100), birthDate, residence: tidy(input.residence) });
    }
  }
}
