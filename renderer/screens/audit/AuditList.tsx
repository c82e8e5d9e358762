import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { AuditRow } from '../../../electron/contract/station.ts';
import type { WireError } from '../../../electron/core/errors/app-error.ts';
import { formatDateTime } from '../../../electron/core/time/format.ts';
import { useStore } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { EmptyState, ErrorNotice } from '../../ui/index.ts';

type Row = z.infer<typeof AuditRow>;
type Held = { readonly rows: readonly Row[]; readonly next: number | null; readonly loaded: boolean; readonly error: WireError | null };
const ROW_PX = 34;
const HEAD_PX = 36;
const PAGE = 100;
const TYPING_PAUSE_MS = 200;
const AHEAD_ROWS = 30;
const COLUMNS = ['col.seq', 'col.at', 'col.who', 'col.action', 'col.subject', 'col.detail', 'col.hash'] as const;

export function AuditList({ search }: { readonly search: string }) {
  const t = useT('audit');
  const { rows, next, loaded, error, loadMore } = useAuditPages(search);
  const pane = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const inSight = useVirtualizer({ count: rows.length, getScrollElement: () => pane.current, estimateSize: () => ROW_PX, overscan: 12, scrollMargin: HEAD_PX, initialRect: { width: 1200, height: 600 } });
  const items = inSight.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (next !== null && last >= rows.length - AHEAD_ROWS) loadMore();
  }, [last, next, rows.length, loadMore]);
  if (loaded && rows.length === 0) return <><ErrorNotice error={error} /><EmptyState title={t('empty')} /></>;
  return (
    <div className="audit-table" role="table" aria-label={t('title')} aria-rowcount={rows.length}>
      <div ref={pane} className="audit-rows" role="rowgroup" tabIndex={0} aria-label={t('title')}>
        <div className="audit-line audit-heads" role="row">{COLUMNS.map((column) => <span key={column} role="columnheader">{t(column)}</span>)}</div>
        <div className="audit-runway" role="presentation" style={{ height: inSight.getTotalSize() }}>
          {items.map((item) => <AuditLine key={item.key} row={rows[item.index]!} top={item.start - HEAD_PX} />)}
        </div>
      </div>
    </div>
  );
}

function AuditLine({ row, top }: { readonly row: Row; readonly top: number }) {
  const t = useT('audit');
  return (
    <div className="audit-line audit-row" role="row" style={{ transform: `translateY(${top}px)` }}>
      <span role="cell">{row.seq}</span>
      <span role="cell">{formatDateTime(row.at)}</span>
      <span role="cell">{row.who}</span>
      <span role="cell" className="audit-action" title={row.action}>{t(`action.${row.action}` as 'title', { defaultValue: row.action })}</span>
      <span role="cell" className={isUuid(row.subject) ? 'code' : undefined} title={row.subject}>{isUuid(row.subject) ? row.subject.slice(0, 8) : row.subject}</span>
      <span role="cell" title={row.detail}>{row.detail}</span>
      <span role="cell" className="code" title={row.hash}>{row.hash.slice(0, 10)}</span>
    </div>
  );
}

/** Ids are shown by their first group; the whole one is in the tooltip. */
const isUuid = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text);

function useAuditPages(search: string): Held & { readonly loadMore: () => void } {
  const store = useStore();
  const [held, setHeld] = useState<Held>({ rows: [], next: null, loaded: false, error: null });
  const turn = useRef(0);
  const busy = useRef(false);
  const fetchPage = useCallback(async (before: number | null): Promise<void> => {
    const mine = ++turn.current;
    busy.current = true;
    const reply = await store['audit.list']({ before, size: PAGE, search: search.normalize('NFC').trim() });
    if (mine !== turn.current) return;
    busy.current = false;
    if (!reply.ok) return setHeld((h) => ({ ...h, loaded: true, error: reply.error }));
    setHeld((h) => ({ rows: before === null ? reply.value.rows : [...h.rows, ...reply.value.rows], next: reply.value.next, loaded: true, error: null }));
  }, [store, search]);
  useEffect(() => {
    const timer = setTimeout(() => void fetchPage(null), search === '' ? 0 : TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [fetchPage, search]);
  const loadMore = useCallback(() => {
    if (!busy.current && held.next !== null) void fetchPage(held.next);
  }, [fetchPage, held.next]);
  return { ...held, loadMore };
}
