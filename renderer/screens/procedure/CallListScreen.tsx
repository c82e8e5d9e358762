import '../enrolment/enrolment.css';
import './procedure.css';
import { useCallback, useEffect, useState } from 'react';
import type { ContactTask } from '../../../electron/contract/reception.ts';
import type { WireError } from '../../../electron/core/errors/app-error.ts';
import { formatPartialDate } from '../../../electron/core/time/format.ts';
import { navigate, useLasting, useShortcuts, useStore, useStoreEvent, useT } from '../../app/hooks.ts';
import { Button, EmptyState, ErrorNotice, Progress, StepFrame } from '../../ui/index.ts';
import { CallPane } from './CallPane.tsx';

type Listed = { readonly rows: readonly ContactTask[]; readonly open: number; readonly overdue: number };
const MOST = 200;

/** Who must be told, soonest due first, with what to say; every try is kept, nobody is left untold. */
export function CallListScreen() {
  const t = useT('procedure');
  const words = useT('enrolment');
  const { listed, error, reload } = useCallList();
  const [chosenId, setChosenId] = useState<string>();
  const slow = useLasting(listed === undefined);
  const rows = listed?.rows ?? [];
  const at = Math.max(0, rows.findIndex(({ id }) => id === chosenId));
  const task = rows[at];
  const choose = (index: number): void => setChosenId(rows[Math.max(0, Math.min(index, rows.length - 1))]?.id);
  const leave = (): void => navigate({ name: 'desk' });
  useShortcuts([{ key: 'Escape', run: leave }, { key: 'F5', run: reload }]);
  const onKey = (event: React.KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    choose(at + by);
  };
  return (
    <StepFrame
      title={t('calls')} scroll={false} notices={<ErrorNotice error={error} />}
      aside={listed !== undefined && <>{t('calls.open', { count: listed.open })}{listed.overdue > 0 && <span className="tone-look"> · ▲ {t('calls.overdue', { count: listed.overdue })}</span>}</>}
      actions={<Button shortcut="Esc" onClick={leave}>{words('find.back')}</Button>}
    >
      {listed === undefined && slow && <Progress label={words('loading')} />}
      {listed?.rows.length === 0 && <EmptyState title={t('calls.empty')}>{t('calls.empty.text')}</EmptyState>}
      {task !== undefined && (
        <div className="call-list">
          <div className="call-rows" role="listbox" tabIndex={0} aria-label={t('calls')} aria-activedescendant={`call-${task.id}`} onKeyDown={onKey}>
            {rows.map((row, index) => <CallRow key={row.id} row={row} chosen={index === at} onChoose={() => setChosenId(row.id)} />)}
          </div>
          <CallPane key={task.id} task={task} onNoted={reload} />
        </div>
      )}
    </StepFrame>
  );
}

function CallRow({ row, chosen, onChoose }: { readonly row: ContactTask; readonly chosen: boolean; readonly onChoose: () => void }) {
  const t = useT('procedure');
  return (
    <div id={`call-${row.id}`} role="option" aria-selected={chosen} className="call-row" onClick={onChoose}>
      <strong>{row.fullName}</strong><span>{row.number}</span>
      <span className="muted">{t(`calls.cause.${row.cause}`)}</span><span className="muted">{t('calls.due', { day: formatPartialDate(row.dueOn) })}</span>
    </div>
  );
}

function useCallList() {
  const store = useStore();
  const [listed, setListed] = useState<Listed>();
  const [error, setError] = useState<WireError | null>(null);
  const reload = useCallback(() => void store['contact.list']({ closed: false, size: MOST }).then((reply) => {
    if (reply.ok) setListed(reply.value);
    setError(reply.ok ? null : reply.error);
  }), [store]);
  useEffect(reload, [reload]);
  useStoreEvent('dossier.changed', reload);
  useStoreEvent('reception.changed', reload);
  return { listed, error, reload };
}
