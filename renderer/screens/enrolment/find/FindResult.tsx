import type { IssueKind } from '../../../../electron/core/dossier/steps.ts';
import { formatDateTime } from '../../../../electron/core/time/format.ts';
import { useLasting, useShortcuts, useT } from '../../../app/hooks.ts';
import { ErrorNotice, Notice, Progress } from '../../../ui/index.ts';
import { FoundFace } from '../last-face/LastFace.tsx';
import { KindChoice } from '../dossier/KindChoice.tsx';
import { ClaimTable } from './ClaimTable.tsx';
import { FoundPeople } from './FoundPeople.tsx';
import { ManualPerson } from './ManualPerson.tsx';
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
      {find.error !== null && LINE_DOWN.has(find.error.code) && <OfflineOffer find={find} />}
      {answered?.offline !== undefined && answered.lookup.outcome === 'not-found' && <NobodyKnown find={find} answered={answered} />}
      {answered?.offline === undefined && answered?.lookup.outcome === 'not-found' && (
        <Notice tone="look" title={t('find.not-found.title')} action={{ label: t('find.not-found.action'), run: onRetype }}>
          {t('find.not-found.text')}
        </Notice>
      )}
      {answered !== null && answered.lookup.outcome !== 'not-found' && <Found find={find} answered={answered} {...rest} />}
    </div>
  );
}

/** Failures in which the database itself can't be asked. */
const LINE_DOWN: ReadonlySet<string> = new Set(['population.offline', 'population.timeout', 'population.overloaded']);

function OfflineOffer({ find }: { readonly find: Find }) {
  const t = useT('find');
  const look = (): void => void find.identifyOffline(null);
  useShortcuts([{ key: 'F8', run: look }]);
  return <Notice tone="now" title={t('offline.offer')} action={{ label: t('offline.offer.action'), shortcut: 'F8', run: look }}>{t('offline.offer.text')}</Notice>;
}

function NobodyKnown({ find, answered }: { readonly find: Find; readonly answered: Answered }) {
  const t = useT('find');
  return (
    <>
      <Notice tone="look" title={t('offline.nobody')} />
      <ManualPerson question={answered.question} busy={find.busy} onIdentify={(person) => void find.identifyOffline(person)} />
    </>
  );
}

function OfflineMark({ offline }: { readonly offline: NonNullable<Answered['offline']> }) {
  const t = useT('find');
  const title = offline.identification === 'manual' || offline.seenAt === null ? t('offline.manual') : t('offline.cached', { at: formatDateTime(offline.seenAt) });
  return <Notice tone="look" title={title}>{t('offline.checked-later')}</Notice>;
}

function Found({ find, answered, kind, onKind, onOpen }: Omit<FindResultProps, 'onRetype'> & { readonly answered: Answered }) {
  const t = useT('enrolment');
  const words = useT('find');
  const { lookup, question } = answered;
  const person = lookup.people[find.index];
  return (
    <>
      {answered.offline !== undefined && <OfflineMark offline={answered.offline} />}
      <div className="find-who">
        <FoundFace lookupId={lookup.lookupId} index={find.index} />
        <FoundPeople lookup={lookup} index={find.index} onIndex={find.setIndex} onEnter={onOpen} />
      </div>
      {person !== undefined && question.claim !== undefined && <ClaimTable claim={question.claim} person={person} />}
      {question.claim === undefined && <p className="muted">{words('ask')}</p>}
      {person !== undefined && <NumberWarnings person={person} recognised={question.recognised} />}
      {kind === null ? <Notice tone="look" title={t('find.not-enrolment')} /> : <KindChoice value={kind} onChange={onKind} />}
    </>
  );
}
