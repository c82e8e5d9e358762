import { useEffect, useRef, useState } from 'react';
import type { Lookup, PURPOSES } from '../../../../electron/contract/population.ts';
import { ISSUE_KINDS, type IssueKind } from '../../../../electron/core/dossier/steps.ts';
import { navigate, useCall, useLasting, useShortcuts, useStore, useT } from '../../../app/hooks.ts';
import { Button, ErrorNotice, Notice, Progress, StepFrame } from '../../../ui/index.ts';
import { KindChoice } from '../dossier/KindChoice.tsx';
import { FindForm } from './FindForm.tsx';
import { FoundPeople } from './FoundPeople.tsx';
import { parseQuery, type QueryProblem, type QueryText } from './query-input.ts';

type Purpose = (typeof PURPOSES)[number];
const NOTHING_TYPED: QueryText = { who: '', birth: '', residence: '' };
const kindOf = (purpose: Purpose): IssueKind | null => ISSUE_KINDS.find((kind) => kind === purpose) ?? null;

/** Step 0: one look-up in the population database, one person chosen, one dossier opened. */
export function FindStep({ supersedes }: { /** The rejected dossier that the new one replaces. */ readonly supersedes: string | null }) {
  const t = useT('enrolment');
  const store = useStore();
  const search = useCall(store['population.search']);
  const opening = useCall(store['dossier.open']);
  const [purpose, setPurpose] = useState<Purpose>('exchange');
  const [text, setText] = useState<QueryText>(NOTHING_TYPED);
  const [problem, setProblem] = useState<QueryProblem | null>(null);
  const [lookup, setLookup] = useState<Lookup | null>(null);
  const [index, setIndex] = useState(0);
  const [kind, setKind] = useState<IssueKind | null>('exchange');
  const who = useRef<HTMLInputElement>(null);
  const waiting = useLasting(search.busy);

  const forget = (): void => {
    setLookup(null);
    setProblem(null);
    search.clear();
  };
  const look = async (): Promise<void> => {
    if (search.busy) return;
    const query = parseQuery(text);
    forget();
    if (!query.ok) return setProblem(query.error);
    const reply = await search.run({ purpose, query: query.value });
    if (!reply.ok) return;
    setLookup(reply.value);
    setIndex(0);
    setKind(kindOf(purpose));
  };
  const found = lookup !== null && lookup.outcome !== 'not-found' && lookup.people.length > 0;
  const mayOpen = found && kind !== null && kindOf(purpose) !== null;
  const open = async (): Promise<void> => {
    if (!mayOpen || opening.busy) return;
    const reply = await opening.run({ lookupId: lookup.lookupId, index, kind, supersedes });
    if (reply.ok) navigate({ name: 'enrolment', dossierId: reply.value.id });
  };
  /** Selecting alone moves the focus in some engines only. */
  const retype = (): void => {
    who.current?.focus();
    who.current?.select();
  };
  const leave = (): void => navigate({ name: 'desk' });
  useEffect(() => who.current?.focus(), []);
  useShortcuts([{ key: 'F12', run: () => void (found ? open() : look()) }, { key: 'Escape', run: leave }]);

  return (
    <StepFrame
      title={t('find.title')}
      actions={<Button shortcut="Esc" onClick={leave}>{t('find.back')}</Button>}
      primary={found
        ? <Button kind="primary" shortcut="F12" disabled={!mayOpen} busy={opening.busy} onClick={() => void open()}>{t('find.open')}</Button>
        : <Button kind="primary" shortcut="F12" busy={search.busy} onClick={() => void look()}>{t('find.search')}</Button>}
    >
      <div className="find">
        <FindForm
          purpose={purpose} text={text} problem={problem} whoRef={who} busy={search.busy} onSubmit={() => void look()}
          onPurpose={(value) => { setPurpose(value); forget(); }} onText={(value) => { setText(value); forget(); }}
        />
        <div className="find-result" aria-live="polite">
          {waiting && <Progress label={t('find.searching')} />}
          <ErrorNotice error={search.error} action={{ label: t('find.again'), run: () => void look() }} />
          <ErrorNotice error={opening.error} />
          {lookup?.outcome === 'not-found' && (
            <Notice tone="look" title={t('find.not-found.title')} action={{ label: t('find.not-found.action'), run: retype }}>
              {t('find.not-found.text')}
            </Notice>
          )}
          {found && <FoundPeople lookup={lookup} index={index} onIndex={setIndex} onEnter={() => void open()} />}
          {found && kindOf(purpose) === null && <Notice tone="look" title={t('find.not-enrolment')} />}
          {found && kindOf(purpose) !== null && <KindChoice value={kind} onChange={setKind} />}
        </div>
      </div>
    </StepFrame>
  );
}
