import { useEffect, useRef } from 'react';
import { useT } from '../../../app/hooks.ts';
import type { PaperRow } from './paper-rows.ts';
import { PAPER_MARK, usePaperWords } from './use-paper-words.ts';

export type PaperListProps = { readonly rows: readonly PaperRow[]; readonly chosen: PaperRow | undefined; readonly onChoose: (row: PaperRow) => void };

/** The papers of the case, each with its state; arrows choose. */
export function PaperList({ rows, chosen, onChoose }: PaperListProps) {
  const t = useT('papers');
  const words = usePaperWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.focus(), []);
  const onKey = (event: React.KeyboardEvent): void => {
    const at = rows.findIndex(({ key }) => key === chosen?.key);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    const row = to === undefined ? undefined : rows[Math.min(rows.length - 1, Math.max(0, to))];
    if (row === undefined) return;
    event.preventDefault();
    onChoose(row);
  };
  return (
    <div ref={list} className="paper-list" role="listbox" tabIndex={0} aria-label={t('list')} aria-activedescendant={chosen === undefined ? undefined : `paper-${chosen.key}`} onKeyDown={onKey}>
      {rows.map((row) => {
        const { shape, tone } = PAPER_MARK[row.state];
        const said = words.said(row);
        return (
          <div key={row.key} id={`paper-${row.key}`} role="option" aria-selected={row.key === chosen?.key} className="paper-row" onClick={() => onChoose(row)}>
            <span className={tone} aria-hidden="true">{shape}</span>
            <span className="paper-name">{words.name(row)}</span>
            <span className={`paper-state ${tone}`}>{words.state(row)}</span>
            {said !== '' && <span className="paper-said">{said}</span>}
          </div>
        );
      })}
    </div>
  );
}
