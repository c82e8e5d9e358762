import { useState } from 'react';
import { EMPTY_PERSON, type Person } from '../../../../electron/core/person/person.ts';
import { useShortcuts, useT } from '../../../app/hooks.ts';
import { Button, Choice, Field } from '../../../ui/index.ts';
import { settledValue } from '../check/person-value.ts';
import type { Question } from './box-text.ts';

export type ManualPersonProps = { readonly question: Question; readonly busy: boolean; readonly onIdentify: (person: Person) => void };

/** What the papers in hand say, while nobody can be asked: marked as such and checked when the line is back. */
export function ManualPerson({ question, busy, onIdentify }: ManualPersonProps) {
  const t = useT('find');
  const words = useT('enrolment');
  const [person, setPerson] = useState<Person>(() => ({ ...EMPTY_PERSON, sex: '0', ...knownFrom(question) }));
  const [bad, setBad] = useState(false);
  const set = (field: keyof Person) => (value: string): void => setPerson((before) => ({ ...before, [field]: value }));
  const identify = (): void => {
    const birthDate = settledValue('birthDate', person.birthDate);
    const fullName = settledValue('fullName', person.fullName) ?? '';
    const wrong = birthDate === undefined || birthDate === '' || fullName === '';
    setBad(wrong);
    if (!wrong) onIdentify({ ...person, fullName, birthDate });
  };
  useShortcuts([{ key: 'F8', run: identify, enabled: !busy }]);
  return (
    <form
      className="find-manual"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) identify();
      }}
    >
      <h2 className="find-heading">{t('offline.manual.title')}</h2>
      <p className="muted">{t('offline.manual.text')}</p>
      <div className="find-manual-fields">
        <Field label={words('field.fullName')} value={person.fullName} maxLength={100} uppercase onChange={set('fullName')} />
        <Field label={words('field.birthDate')} hint={words('find.birth.hint')} value={person.birthDate} maxLength={10} error={bad ? t('offline.manual.bad') : null} onChange={set('birthDate')} />
        <Choice label={words('field.sex')} value={person.sex as '0' | '1' | '2'} onChange={set('sex')} options={(['0', '1', '2'] as const).map((value) => ({ value, label: words(`sex.${value}`) }))} />
        <Field label={words('field.pid')} value={person.pid} maxLength={12} inputMode="numeric" onChange={set('pid')} />
        <Field label={words('field.residence')} value={person.residence} maxLength={200} onChange={set('residence')} />
      </div>
      <Button submit shortcut="F8" busy={busy}>{t('offline.manual.action')}</Button>
    </form>
  );
}

/** What the box already said needs no second typing. */
function knownFrom({ terms, claim }: Question): Partial<Person> {
  const said = claim === undefined || claim.from === 'mrz' ? {} : { fullName: claim.fullName ?? '', residence: claim.residence ?? '' };
  const dated = claim?.birthDate === undefined ? {} : { birthDate: claim.birthDate };
  const number = terms.by === 'pid' ? { pid: terms.pid } : terms.by === 'old-id' ? { oldIdNumber: terms.oldIdNumber } : {};
  return { ...said, ...dated, ...number, ...(claim?.sex === undefined ? {} : { sex: claim.sex }) };
}
