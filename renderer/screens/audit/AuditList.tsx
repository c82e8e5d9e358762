import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { formatDateTime } from '../../../electron/core/time/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { EmptyState, ErrorNotice } from '../../ui/index.ts';
import { useAuditPages, type Row } from './use-audit-pages.ts';
import { useAuditWords } from './use-audit-words.ts';

const ROW_PX = 34;
const HEAD_PX = 36;
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
  const words = useAuditWords()(row);
  return (
    <div className="audit-line audit-row" role="row" style={{ transform: `translateY(${top}px)` }}>
      <span role="cell">{row.seq}</span>
      <span role="cell">{formatDateTime(row.at)}</span>
      <span role="cell" title={words.who}>{words.who}</span>
      <span role="cell" className="audit-action" title={row.action}>{words.action}</span>
      <span role="cell" title={row.subject}>{words.subject}</span>
      <span role="cell" title={row.detail}>{words.detail}</span>
      <span role="cell" className="code" title={row.hash}>{row.hash.slice(0, 10)}</span>
    </div>
  );
}
