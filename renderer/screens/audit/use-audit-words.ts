import { useFindText } from '../../i18n/i18n.ts';
import { detailWords, type WordTables } from './detail-words.ts';
import type { Row } from './use-audit-pages.ts';

export type AuditWords = { readonly who: string; readonly action: string; readonly subject: string; readonly detail: string };

/** Puts an entry into words of the person's language; what has none is shown as it is kept. */
export function useAuditWords(): (row: Row) => AuditWords {
  const findText = useFindText();
  const find = (subject: keyof WordTables) => (key: string): string | undefined => findText(subject, key);
  const tables: WordTables = { audit: find('audit'), states: find('states'), enrolment: find('enrolment'), reasons: find('reasons'), settings: find('settings') };
  return (row) => ({
    who: tables.audit(`who.${row.who}`) ?? row.who,
    action: tables.audit(`action.${row.action}`) ?? row.action,
    subject: row.label !== '' ? row.label : subjectWords(row.subject, tables),
    detail: detailWords(row.action, row.detail, tables),
  });
}

const subjectWords = (subject: string, tables: WordTables): string =>
  tables.audit(`subject.${subject}`) ?? tables.settings(`name.${subject}`) ?? (isUuid(subject) ? subject.slice(0, 8) : subject);

/** Ids are shown by their first group; the whole one is in the tooltip. */
const isUuid = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text);
