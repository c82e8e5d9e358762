import { useRef, type RefObject } from 'react';
import { PURPOSES } from '../../../../electron/contract/population.ts';
import { recogniseLegacy } from '../../../../electron/core/person/text/legacy-encoding.ts';
import { useT } from '../../../app/hooks.ts';
import { Button, Choice, Field, Notice } from '../../../ui/index.ts';
import { recognisedIn } from './box-text.ts';
import { RecognisedLine } from './RecognisedLine.tsx';
import type { Find } from './use-find.ts';

export type FindFormProps = { readonly find: Find; readonly whoRef: RefObject<HTMLInputElement | null> };

/** One box that takes whatever the officer has in hand; birth and residence join it only where it holds a name alone. */
export function FindForm({ find, whoRef }: FindFormProps) {
  const t = useT('enrolment');
  const { box, problem, purpose } = find;
  const recognised = recognisedIn(box);
  const birthProblem = problem === 'birth-missing' || problem === 'birth-bad';
  const isNameAlone = recognised.kind === 'name' && recognised.birthDate === '';
  return (
    <form
      className="find-form"
      onSubmit={(event) => {
        event.preventDefault();
        void find.look();
      }}
    >
      <Choice label={t('find.purpose')} value={purpose} onChange={find.setPurpose} options={PURPOSES.map((value) => ({ value, label: t(`find.purpose.${value}`) }))} />
      <WhoField find={find} whoRef={whoRef} error={problem === 'empty' || problem === 'digits' ? t(`find.typing.${problem}`) : null} />
      {isNameAlone && (
        <>
          <Field
            label={t('find.birth')} hint={t('find.birth.hint')} value={box.birth} maxLength={10}
            error={birthProblem ? t(`find.typing.${problem}`) : null} onChange={(birth) => find.setBox({ ...box, birth })}
          />
          <Field label={t('find.residence')} value={box.residence} maxLength={200} onChange={(residence) => find.setBox({ ...box, residence })} />
        </>
      )}
      <RecognisedLine recognised={recognised} />
      <Button submit shortcut="Enter" busy={find.busy}>{t('find.search')}</Button>
    </form>
  );
}

/** Pasted text of an old font is turned into Unicode, with the way back; typed text is never touched. */
function WhoField({ find, whoRef, error }: FindFormProps & { readonly error: string | null }) {
  const t = useT('enrolment');
  const words = useT('find');
  const pasted = useRef(false);
  const { box } = find;
  const change = (who: string): void => {
    const legacy = pasted.current ? recogniseLegacy(who) : undefined;
    pasted.current = false;
    const { converted: _gone, ...rest } = box;
    find.setBox(legacy === undefined ? { ...rest, who } : { ...rest, who: legacy.text, converted: { from: who, encoding: legacy.encoding } });
  };
  const undo = (from: string): void => {
    const { converted: _gone, ...rest } = box;
    find.setBox({ ...rest, who: from });
    whoRef.current?.focus();
  };
  return (
    <>
      <div onPaste={() => void (pasted.current = true)}>
        <Field label={t('find.who')} hint={t('find.who.hint')} value={box.who} ref={whoRef} maxLength={2_000} error={error} onChange={change} />
      </div>
      {box.converted !== undefined && (
        <Notice tone="now" title={words('converted', { encoding: words(`encoding.${box.converted.encoding}`) })} action={{ label: words('converted.undo'), run: () => undo(box.converted?.from ?? '') }} />
      )}
    </>
  );
}
