import '../enrolment/enrolment.css';
import { useCallback, useEffect, useState } from 'react';
import type { ReceptionRow } from '../../../electron/contract/reception.ts';
import { formatPartialDate, localDay } from '../../../electron/core/time/format.ts';
import { navigate, useCall, useLasting, useShortcuts, useStore, useStoreEvent, useT } from '../../app/hooks.ts';
import { Button, EmptyState, ErrorNotice, Notice, Progress, StepFrame } from '../../ui/index.ts';

const PAGE = 100;
const SHAPE: Readonly<Record<ReceptionRow['state'], string>> = { waiting: '▲', ready: '✓', declined: '■', opened: '●', refused: '●', cancelled: '○' };

/** Who waits for the population database, who can be called, and who was refused; what became ready stands on top. */
export function ReceptionList() {
  const t = useT('forms');
  const store = useStore();
  const list = useCall(store['reception.list']);
  const [rows, setRows] = useState<readonly ReceptionRow[]>();
  const [overdue, setOverdue] = useState(0);
  const { run } = list;
  const load = useCallback(() => run({ states: [], before: null, size: PAGE }).then((reply) => {
    if (!reply.ok) return;
    setRows(reply.value.rows);
    setOverdue(reply.value.overdue);
  }), [run]);
  useEffect(() => void load(), [load]);
  useStoreEvent('reception.changed', () => void load());
  const slow = useLasting(rows === undefined);
  const desk = (): void => navigate({ name: 'desk' });
  const sorted = [...(rows ?? [])].sort((a, b) => rank(a) - rank(b));
  const first = sorted[0];
  const ready = sorted.filter(({ state }) => state === 'ready');
  const look = (id: string): void => navigate({ name: 'reception', receptionId: id });
  useShortcuts([{ key: 'Escape', run: desk }, { key: 'F5', run: () => void load() }, { key: 'F12', run: () => first !== undefined && look(first.id), enabled: first !== undefined }]);
  return (
    <StepFrame
      title={t('list.title')} aside={rows === undefined ? null : t('list.count', { count: sorted.filter(({ state }) => state === 'waiting').length })}
      notices={<>
        {ready.length > 0 && <Notice tone="done" title={t('list.ready', { count: ready.length })} />}
        {overdue > 0 && <Notice tone="look" title={t('list.overdue', { count: overdue })} />}
        <ErrorNotice error={list.error} />
      </>}
      actions={<><Button shortcut="Esc" onClick={desk}>{t('list.desk')}</Button><Button shortcut="F5" onClick={() => void load()}>{t('list.reload')}</Button></>}
      primary={<Button kind="primary" shortcut="F12" disabled={first === undefined} onClick={() => first !== undefined && look(first.id)}>{t('list.open')}</Button>}
    >
      {slow && <Progress label={t('reception.loading')} />}
      {rows?.length === 0 && <EmptyState title={t('list.empty')}>{t('list.empty.text')}</EmptyState>}
      {sorted.length > 0 && <Rows rows={sorted} onOpen={look} />}
    </StepFrame>
  );
}

const RANK: Readonly<Record<ReceptionRow['state'], number>> = { ready: 0, declined: 1, waiting: 2, opened: 3, refused: 3, cancelled: 3 };
const rank = ({ state }: ReceptionRow): number => RANK[state];

function Rows({ rows, onOpen }: { readonly rows: readonly ReceptionRow[]; readonly onOpen: (id: string) => void }) {
  const t = useT('forms');
  const [today] = useState(() => localDay(Date.now()));
  return (
    <table className="rows">
      <thead><tr>{(['number', 'name', 'outcome', 'state', 'due', 'officer'] as const).map((column) => <th key={column} scope="col">{t(`list.col.${column}`)}</th>)}</tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row"><button type="button" className="link" onClick={() => onOpen(row.id)}>{row.number}</button></th>
            <td>{row.fullName} · {formatPartialDate(row.birthDate)}</td>
            <td>{t(`outcome.${row.outcome}`)}</td>
            <td><span aria-hidden="true">{SHAPE[row.state]} </span>{t(`short.${row.state}`)}</td>
            <td>{row.dueOn === null ? '–' : formatPartialDate(row.dueOn)}{row.state === 'waiting' && row.dueOn !== null && row.dueOn < today ? ` · ${t('list.late')}` : ''}</td>
            <td>{row.officerName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
