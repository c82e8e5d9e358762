import { useEffect, useRef } from 'react';
import type { FeeDayRow } from '../../../electron/contract/procedure.ts';
import type { FeeDayState } from '../../../electron/core/procedure/fee-day.ts';
import { formatTime } from '../../../electron/core/time/format.ts';
import { navigate, useT } from '../../app/hooks.ts';
import { Shape, type ShapeName } from '../../ui/index.ts';
import { dong } from '../procedure/dong.ts';
import { useVoidAnswer } from './use-void-answer.ts';

const SHAPE: Readonly<Record<FeeDayState, ShapeName>> = { collected: 'check', voided: 'square', 'given-back': 'square', exempt: 'circle', free: 'circle', due: 'triangle' };
const TONE: Readonly<Record<FeeDayState, string>> = { collected: 'tone-done', voided: 'tone-stop', 'given-back': 'tone-stop', exempt: 'muted', free: 'muted', due: 'tone-look' };

/** A void may be asked for while the receipt holds and nobody asked yet, or was refused. */
export const mayAskVoid = ({ receipt }: FeeDayRow): boolean => receipt !== null && receipt.void?.approved !== true && receipt.void?.decidedAt !== null;

const COLUMNS = ['time', 'number', 'name', 'item', 'receipt', 'state', 'amount', 'officer', 'note'] as const;

type Props = { readonly rows: readonly FeeDayRow[]; readonly chosen: number; readonly onChoose: (index: number) => void; readonly everybody: boolean };

/** One line per receipt or dossier without one; arrows choose, Enter opens the dossier. */
export function FeeDayTable({ rows, chosen, onChoose, everybody }: Props) {
  const t = useT('fees');
  const list = useRef<HTMLDivElement>(null);
  const at = Math.min(chosen, rows.length - 1);
  useEffect(() => list.current?.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' }), [at]);
  const onKey = (event: React.KeyboardEvent): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (to === undefined) navigate({ name: 'dossier', dossierId: rows[at]!.dossierId });
    else onChoose(Math.max(0, Math.min(to, rows.length - 1)));
  };
  return (
    <div className={everybody ? 'fee-table fee-table-everybody' : 'fee-table'}>
      <div className="fee-row fee-heads" aria-hidden="true">{COLUMNS.filter((column) => everybody || column !== 'officer').map((column) => <span key={column}>{t(`col.${column}`)}</span>)}</div>
      <div ref={list} role="listbox" tabIndex={0} aria-label={t('title')} aria-activedescendant={`fee-${at}`} onKeyDown={onKey}>
        {rows.map((row, index) => <Line key={`${row.dossierId} ${row.receipt?.receiptNumber ?? ''} ${row.state}`} id={`fee-${index}`} row={row} chosen={index === at} everybody={everybody} onChoose={() => onChoose(index)} />)}
      </div>
    </div>
  );
}

type LineProps = { readonly id: string; readonly row: FeeDayRow; readonly chosen: boolean; readonly everybody: boolean; readonly onChoose: () => void };

function Line({ id, row, chosen, everybody, onChoose }: LineProps) {
  const t = useT('fees');
  const words = useT('procedure');
  const { state, receipt, amountDong } = row;
  const at = state === 'given-back' ? receipt?.void?.decidedAt : receipt?.collectedAt;
  return (
    <div id={id} role="option" aria-selected={chosen} className="fee-row" onClick={onChoose} onDoubleClick={() => navigate({ name: 'dossier', dossierId: row.dossierId })}>
      <span>{at == null ? '–' : formatTime(at)}</span>
      <span>{row.number}</span>
      <span className="fee-name">{row.fullName}</span>
      <span>{words(`fee.item.${row.item as 'exchange'}`)}</span>
      <span>{receipt?.receiptNumber ?? '–'}</span>
      <span className={TONE[state]}><Shape name={SHAPE[state]} /> {t(`state.${state}`)}</span>
      <span className="fee-money">{dong(state === 'given-back' ? -amountDong : amountDong)}</span>
      {everybody && <span>{row.officerName}</span>}
      <span className="fee-note"><Note row={row} /></span>
    </div>
  );
}

/** Why something was waived or voided, and what waits. */
function Note({ row: { state, receipt, exemption, evidence } }: { readonly row: FeeDayRow }) {
  const t = useT('fees');
  const words = useT('procedure');
  const answer = useVoidAnswer();
  if (state === 'exempt') return <>{exemption !== null && words(`exemption.${exemption}`)}{evidence !== '' && ` (${evidence})`}</>;
  const asked = receipt?.void;
  if (asked == null) return null;
  if (asked.decidedAt === null) return <span className="tone-look">{t('note.asked', { reason: asked.reason })}</span>;
  if (asked.approved === true) return <>{t('note.voided', { reason: asked.reason, by: asked.decidedBy })}</>;
  return <span className="tone-look">{t('note.refused', { reason: answer(asked), by: asked.decidedBy })}</span>;
}
