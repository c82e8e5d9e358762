/** Looks a word up; `undefined` when there is none. The tables are the texts of the screens themselves. */
export type WordTables = {
  readonly audit: (key: string) => string | undefined;
  readonly states: (key: string) => string | undefined;
  readonly enrolment: (key: string) => string | undefined;
  readonly reasons: (key: string) => string | undefined;
  readonly settings: (key: string) => string | undefined;
};

/** What the words of a detail are about, by action; where one word is ambiguous the first table that has it wins. */
const ABOUT: Readonly<Record<string, readonly (readonly [keyof WordTables, string])[]>> = {
  'capture.accept': [['enrolment', 'slot.']],
  'capture.reject': [['enrolment', 'slot.']],
  'capture.set-aside': [['enrolment', 'slot.']],
  'capture.failed': [['enrolment', 'slot.']],
  'capture.view': [['enrolment', 'slot.']],
  'dossier.set-field': [['enrolment', 'field.']],
  'dossier.set-step': [['states', 'step.']],
  'dossier.set-kind': [['states', 'issue.']],
  'dossier.open': [['states', 'issue.']],
  'dossier.add-document': [['enrolment', 'documents.kind.']],
  'dossier.set-document': [['enrolment', 'documents.kind.']],
  'dossier.remove-document': [['enrolment', 'documents.kind.']],
  'page.accept': [['enrolment', 'documents.kind.']],
  'page.view': [['enrolment', 'documents.kind.']],
  'page.remove': [['enrolment', 'documents.kind.']],
  'page.restore': [['enrolment', 'documents.kind.']],
  'page.move': [['enrolment', 'documents.kind.']],
  'dossier.restore-document': [['enrolment', 'documents.kind.']],
  'dossier.clear-missing-finger': [['enrolment', 'slot.']],
  'dossier.return': [['reasons', '']],
  'dossier.rejected': [['reasons', '']],
  'user.create': [['states', 'role.']],
  'population.search': [['enrolment', 'find.purpose.']],
  'population.search-failed': [['enrolment', 'find.purpose.']],
};

/** The detail of an entry in the person's language, part by part; a part that has no words stays as it is kept. */
export function detailWords(action: string, detail: string, tables: WordTables): string {
  if (detail === '') return '';
  return detail.split('; ').filter((part) => part !== '').map((part) => partWords(action, part, tables)).join(' · ');
}

function partWords(action: string, part: string, tables: WordTables): string {
  const [from, to] = part.split(' → ');
  if (from !== undefined && to !== undefined) return `${tables.states(from) ?? from} → ${tables.states(to) ?? to}`;
  if (action === 'dossier.set-missing-finger') return missingWords(part, tables);
  for (const [table, prefix] of ABOUT[action] ?? []) {
    const words = tables[table](`${prefix}${part}`);
    if (words !== undefined) return words;
  }
  return tables.audit(`detail.${part}`) ?? countedWords(part, tables) ?? part;
}

/** `right-index amputated` */
function missingWords(part: string, tables: WordTables): string {
  const [finger = '', reason = ''] = part.split(' ');
  return `${tables.enrolment(`slot.${finger}`) ?? finger}: ${tables.enrolment(`missing.reason.${reason}`) ?? reason}`;
}

const COUNTED: readonly (readonly [RegExp, string])[] = [[/^wait (\d+) s$/, 'wait'], [/^broken at (\d+)$/, 'broken-at'], [/^(\d{1,4})$/, 'copy']];

/** Words around one number: `wait 30 s`, `broken at 400`, the number of an issued receipt. */
function countedWords(part: string, tables: WordTables): string | undefined {
  for (const [pattern, key] of COUNTED) {
    const n = pattern.exec(part)?.[1];
    if (n !== undefined) return tables.audit(`detail.n.${key}`)?.replace('#', n);
  }
  return undefined;
}
