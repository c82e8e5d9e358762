import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { OutboxRow } from '../../../electron/contract/station.ts';
import { isErrorCode } from '../../../electron/core/errors/app-error.ts';
import { formatDateTime, formatTime } from '../../../electron/core/time/format.ts';
import { useCall, useConnection, useLine, useShortcuts, useStore, useStoreEvent } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button, EmptyState, ErrorNotice, Notice, Shape, StepFrame, type ShapeName, type Tone } from '../../ui/index.ts';

type Row = z.infer<typeof OutboxRow>;
const TONE: Readonly<Record<Row['state'], Tone | 'plain'>> = { queued: 'plain', uploading: 'now', parked: 'stop', done: 'done' };
const SHAPE: Readonly<Record<Row['state'], ShapeName>> = { queued: 'exchange', uploading: 'exchange', parked: 'square', done: 'check' };

/** What waits for the centre, how far it is, and why it isn't. Nothing here can be deleted. */
export function OutboxScreen() {
  const t = useT('outbox');
  const store = useStore();
  const line = useLine();
  const list = useCall(store['outbox.list']);
  const retry = useCall(store['outbox.retry']);
  const [rows, setRows] = useState<readonly Row[] | null>(null);
  const { run } = list;
  const reload = useCallback(() => run({}).then((reply) => reply.ok && setRows(reply.value)), [run]);
  // Read anew over a restart of the store, too: what moved meanwhile was told to nobody.
  const connection = useConnection('store');
  useEffect(() => void reload(), [reload, connection]);
  useStoreEvent('outbox.changed', () => void reload());
  useShortcuts([{ key: 'F5', run: () => void reload() }]);
  const sendAgain = async (ids: readonly string[]): Promise<void> => {
    for (const dossierId of ids) await retry.run({ dossierId });
    await reload();
  };
  const stuck = (rows ?? []).filter((row) => row.state === 'parked' || (row.state === 'queued' && row.tries > 0));
  return (
    <StepFrame
      title={t('title')} aside={line !== null && t('summary', { waiting: line.waiting, parked: line.parked })}
      notices={<>{line !== null && !line.online && <Notice tone="look" title={t('offline', { time: formatTime(line.since) })} />}<ErrorNotice error={list.error ?? retry.error} /></>}
      actions={<Button shortcut="F5" onClick={() => void reload()}>{t('reload')}</Button>}
      primary={<Button kind="primary" disabled={stuck.length === 0} busy={retry.busy} onClick={() => void sendAgain(stuck.map((row) => row.dossierId))}>{t('retryAll')}</Button>}
    >
      {rows !== null && rows.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.words')}</EmptyState>}
      {rows !== null && rows.length > 0 && <OutboxTable rows={rows} sendAgain={(id) => void sendAgain([id])} />}
    </StepFrame>
  );
}

const COLUMNS = ['col.number', 'col.state', 'col.progress', 'col.tries', 'col.next', 'col.error', 'col.queued'] as const;

function OutboxTable({ rows, sendAgain }: { readonly rows: readonly Row[]; readonly sendAgain: (dossierId: string) => void }) {
  const t = useT('outbox');
  return (
    <table className="table">
      <thead><tr>{COLUMNS.map((column) => <th key={column} scope="col">{t(column)}</th>)}<th scope="col"><span className="only-spoken">{t('col.action')}</span></th></tr></thead>
      <tbody>{rows.map((row) => <OutboxLine key={row.sealSha256} row={row} sendAgain={sendAgain} />)}</tbody>
    </table>
  );
}

function OutboxLine({ row, sendAgain }: { readonly row: Row; readonly sendAgain: (dossierId: string) => void }) {
  const t = useT('outbox');
  const errors = useT('errors');
  return (
    <tr>
      <td><strong>{row.number}</strong></td>
      <td><span className={`badge badge-${TONE[row.state]}`}><Shape name={SHAPE[row.state]} />{t(`state.${row.state}`)}</span></td>
      <td>{kilobytes(row.sentBytes)} / {kilobytes(row.bytes)} KB</td>
      <td>{row.tries}</td>
      <td>{row.nextTryAt === null || row.state !== 'queued' ? '–' : formatTime(row.nextTryAt)}</td>
      <td>{row.lastError !== null && (isErrorCode(row.lastError) ? <>{errors(row.lastError)} <span className="code">{row.lastError}</span></> : <span className="code">{row.lastError}</span>)}</td>
      <td>{formatDateTime(row.queuedAt)}</td>
      <td className="table-actions">{(row.state === 'parked' || row.tries > 0) && row.state !== 'done' && <Button onClick={() => sendAgain(row.dossierId)}>{t('retry')}</Button>}</td>
    </tr>
  );
}

const kilobytes = (bytes: number): string => Math.round(bytes / 1024).toLocaleString('vi-VN');
