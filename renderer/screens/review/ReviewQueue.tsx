import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { QueueRow } from '../../../electron/contract/dossier.ts';
import { formatDateTime, formatTime, localDay } from '../../../electron/core/time/format.ts';
import { useT } from '../../app/hooks.ts';

const ROW_PX = 68;
/** Rows before the end at which more are asked for. */
const AHEAD_ROWS = 20;
export type ReviewQueueProps = { readonly rows: readonly QueueRow[]; readonly chosenId: string | undefined; readonly onChoose: (id: string) => void; readonly onEnd: () => void };

/** The queue: only the rows in sight are in the page; arrows choose. */
export function ReviewQueue({ rows, chosenId, onChoose, onEnd }: ReviewQueueProps) {
  const t = useT('review');
  const words = useT('enrolment');
  const pane = useRef<HTMLDivElement>(null);
  const chosenIndex = rows.findIndex((row) => row.id === chosenId);
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes this program
  const list = useVirtualizer({ count: rows.length, getScrollElement: () => pane.current, estimateSize: () => ROW_PX, overscan: 8, initialRect: { width: 280, height: 640 } });
  useEffect(() => {
    if (chosenIndex >= 0) list.scrollToIndex(chosenIndex);
  }, [list, chosenIndex]);
  const inSight = list.getVirtualItems();
  const last = inSight.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - AHEAD_ROWS) onEnd();
  }, [last, rows.length, onEnd]);
  const chosenInSight = inSight.some((item) => item.index === chosenIndex);
  const onKey = (event: React.KeyboardEvent): void => {
    const to = { ArrowDown: chosenIndex + 1, ArrowUp: chosenIndex - 1, Home: 0, End: rows.length - 1 }[event.key];
    const row = to === undefined ? undefined : rows[Math.min(rows.length - 1, Math.max(0, to))];
    if (row === undefined) return;
    event.preventDefault();
    onChoose(row.id);
  };
  return (
    <div ref={pane} className="queue-list" role="listbox" tabIndex={0} aria-label={t('queue.title')} aria-activedescendant={chosenInSight ? `queue-${chosenId}` : undefined} onKeyDown={onKey}>
      <div role="presentation" style={{ height: list.getTotalSize(), position: 'relative' }}>
        {inSight.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <div
              key={row.id} id={`queue-${row.id}`} role="option" aria-selected={row.id === chosenId} aria-posinset={item.index + 1} aria-setsize={rows.length}
              className="queue-row" style={{ height: item.size, transform: `translateY(${item.start}px)` }} onClick={() => onChoose(row.id)}
            >
              <span className="queue-name">{row.fullName}</span>
              <span className="queue-more">{row.number} · {row.kind === null ? '' : words(`kind.${row.kind}`)}</span>
              <span className="queue-more">{row.officerName} · {t('queue.submitted', { time: whenOf(row.submittedAt) })}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The time today, with the day before that. */
const whenOf = (at: string): string => (localDay(at) === localDay(Date.now()) ? formatTime(at) : formatDateTime(at));
