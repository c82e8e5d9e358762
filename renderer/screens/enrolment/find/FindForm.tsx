import type { RefObject } from 'react';
import { PURPOSES } from '../../../../electron/contract/population.ts';
import { useT } from '../../../app/hooks.ts';
import { Button, Choice, Field } from '../../../ui/index.ts';
import { whoKind, type QueryProblem, type QueryText } from './query-input.ts';

type Purpose = (typeof PURPOSES)[number];
export type FindFormProps = {
  readonly purpose: Purpose;
  readonly text: QueryText;
  readonly problem: QueryProblem | null;
  readonly busy: boolean;
  readonly whoRef: RefObject<HTMLInputElement | null>;
  readonly onPurpose: (purpose: Purpose) => void;
  readonly onText: (text: QueryText) => void;
  readonly onSubmit: () => void;
};

/** One smart field; the date of birth joins it only where a name was typed. */
export function FindForm({ purpose, text, problem, busy, whoRef, onPurpose, onText, onSubmit }: FindFormProps) {
  const t = useT('enrolment');
  const recognised = whoKind(text.who);
  const digits = text.who.replace(/\D/g, '').length;
  const birthProblem = problem === 'birth-missing' || problem === 'birth-bad';
  return (
    <form
      className="find-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Choice label={t('find.purpose')} value={purpose} onChange={onPurpose} options={PURPOSES.map((value) => ({ value, label: t(`find.purpose.${value}`) }))} />
      <Field
        label={t('find.who')} hint={t('find.who.hint')} value={text.who} ref={whoRef} maxLength={300}
        error={problem === 'empty' || problem === 'digits' ? t(`find.typing.${problem}`) : null}
        onChange={(who) => onText({ ...text, who })}
      />
      {recognised === 'name' && (
        <>
          <Field
            label={t('find.birth')} hint={t('find.birth.hint')} value={text.birth} maxLength={10}
            error={birthProblem ? t(`find.typing.${problem}`) : null} onChange={(birth) => onText({ ...text, birth })}
          />
          <Field label={t('find.residence')} value={text.residence} maxLength={200} onChange={(residence) => onText({ ...text, residence })} />
        </>
      )}
      <p className="find-recognised" role="status">{t(`find.recognised.${recognised}`, { count: digits })}</p>
      <Button submit shortcut="Enter" busy={busy}>{t('find.search')}</Button>
    </form>
  );
}
