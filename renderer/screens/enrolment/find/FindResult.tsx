import type { IssueKind } from '../../../../electron/core/dossier/steps.ts';
import { useLasting, useT } from '../../../app/hooks.ts';
import { ErrorNotice, Notice, Progress } from '../../../ui/index.ts';
import { KindChoice } from '../dossier/KindChoice.tsx';
import { ClaimTable } from './ClaimTable.tsx';
import { FoundPeople } from './FoundPeople.tsx';
import { NumberWarnings } from './NumberWarnings.tsx';
import type { Answered, Find } from './use-find.ts';

export type FindResultProps = {
  readonly find: Find;
  /** `null`: the purpose opens no dossier. */
  readonly kind: IssueKind | null;
  readonly onKind: (kind: IssueKind) => void;
  readonly onOpen: () => void;
  readonly onRetype: () => void;
};

/** What came of the look-up: waiting, a failure, nobody, or people to compare and choose from. */
export function FindResult({ find, onRetype, ...rest }: FindResultProps) {
  const t = useT('enrolment');
  const waiting = useLasting(find.busy);
  const { answered } = find;
  return (
    <div className="find-result" aria-live="polite">
      {waiting && <Progress label={t('find.searching')} />}
      <ErrorNotice error={find.error} action={{ label: t('find.again'), run: () => void find.look() }} />
      {answered?.lookup.outcome === 'not-found' && (
        <Notice tone="look" title={t('find.not-found.title')} action={{ label: t('find.not-found.action'), run: onRetype }}>
          {t('find.not-found.text')}
        </Notice>
      )}
      {answered !== null && answered.lookup.outcome !== 'not-found' && <Found find={find} answered={answered} {...rest} />}
    </div>
  );
}

function Found({ find, answered, kind, onKind, onOpen }: Omit<FindResultProps, 'onRetype'> & { readonly answered: Answered }) {
  const t = useT('enrolment');
  const words = useT('find');
  const { lookup, question } = answered;
  const person = lookup.people[find.index];
  return (
    <>
      <FoundPeople lookup={lookup} index={find.index} onIndex={find.setIndex} onEnter={onOpen} />
      {person !== undefined && question.claim !== undefined && <ClaimTable claim={question.claim} person={person} />}
      {question.claim === undefined && <p className="muted">{words('ask')}</p>}
      {person !== undefined && <NumberWarnings person={person} recognised={question.recognised} />}
      {kind === null ? <Notice tone="look" title={t('find.not-enrolment')} /> : <KindChoice value={kind} onChange={onKind} />}
    </>
  );
}
