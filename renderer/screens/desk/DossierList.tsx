import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { formatDate, formatPartialDate, formatTime, localDay } from '../../../electron/core/time/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Progress, StateBadge } from '../../ui/index.ts';
import { useLasting } from '../../app/hooks.ts';
import type { DossierPages, Row } from './use-dossier-pages.ts';

const ROW_PX = 40;
/** The column heads scroll along as a sticky line, so that heads and rows share one width. */
const HEAD_PX = 36;
/** Rows before the end at which the next page is asked for. */
const AHEAD_ROWS = 30;
export const optionId = (index: number): string => `dossier-${index}`;

export type DossierListProps = {
  readonly pages: DossierPages;
  readonly selected: number;
  readonly onOpen: (index: number) => void;
  readonly label: string;
};

/** A list of any length: only the rows in sight exist, further pages come before the end is reached. */
export function DossierList({ pages, selected, onOpen, label }: DossierListProps) {
  const t = useT('desk');
  const pane = useRef<HTMLDivElement>(null);
  const { rows, hasMore, loadMore } = pages;
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const rowsInSight = useVirtualizer({ count: rows.length, getScrollElement: () => pane.current, estimateSize: () => ROW_PX, overscan: 12, scrollMargin: HEAD_PX, scrollPaddingStart: HEAD_PX, initialRect: { width: 1200, height: 600 } });
  const items = rowsInSight.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastIndex >= rows.length - AHEAD_ROWS) loadMore();
  }, [hasMore, lastIndex, rows.length, loadMore]);
  useEffect(() => {
    if (rows.length > 0) rowsInSight.scrollToIndex(selected, { align: 'auto' });
  }, [selected, rows.length, rowsInSight]);
  const waiting = useLasting(!pages.loaded || (pages.busy && rows.length === 0));
  return (
    <div className="dossier-table">
      <div ref={pane} className="dossier-rows" role="listbox" tabIndex={0} aria-label={label} aria-activedescendant={rows.length > 0 ? optionId(selected) : undefined}>
        <Heads />
        {waiting && <Progress label={t('loading')} />}
        <div className="dossier-runway" role="presentation" style={{ height: rowsInSight.getTotalSize() }}>
          {items.map((item) => (
            <DossierLine key={item.key} row={rows[item.index]!} index={item.index} top={item.start - HEAD_PX} selected={item.index === selected} onOpen={onOpen} />
          ))}
        </div>
      </div>
    </div>
  );
}

const COLUMNS = ['col.number', 'col.name', 'col.pid', 'col.birth', 'col.kind', 'col.state', 'col.step', 'col.officer', 'col.age'] as const;

function Heads() {
  const t = useT('desk');
  return <div className="dossier-line dossier-heads" aria-hidden="true">{COLUMNS.map((column) => <span key={column}>{t(column)}</span>)}</div>;
}

type LineProps = { readonly row: Row; readonly index: number; readonly top: number; readonly selected: boolean; readonly onOpen: (index: number) => void };

function DossierLine({ row, index, top, selected, onOpen }: LineProps) {
  const states = useT('states');
  return (
    <div
      id={optionId(index)} role="option" aria-selected={selected} className="dossier-line dossier-row" style={{ transform: `translateY(${top}px)` }}
      onClick={() => onOpen(index)}
    >
      <span className="dossier-number">{row.number}</span>
      <span className="dossier-name">{row.fullName}</span>
      <span>{row.pid}</span>
      <span>{formatPartialDate(row.birthDate)}</span>
      <span>{states(`issue.${row.kind ?? 'none'}`)}</span>
      <StateBadge state={row.state} />
      <span>{row.state === 'draft' || row.state === 'captured' || row.state === 'returned' ? states(`step.${row.step}`) : '–'}</span>
      <span className="muted">{row.officerName}</span>
      <span className="muted">{ageOf(row.updatedAt)}</span>
    </div>
  );
}

/** The time today, else the day. */
const ageOf = (at: string): string => (localDay(at) === localDay(Date.now()) ? formatTime(at) : formatDate(at));
