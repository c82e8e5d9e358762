import './receipt.css';
import { useCallback, useEffect, useState } from 'react';
import { formatTime } from '../../../electron/core/time/format.ts';
import { useCall, useLasting, useShortcuts, useStore, useT } from '../../app/hooks.ts';
import { Button, Choice, ErrorNotice, Notice, Progress } from '../../ui/index.ts';
import { PdfPages } from './PdfPages.tsx';
import { usePrinting } from './use-printing.ts';

export type ReceiptPanelProps = {
  readonly dossierId: string;
  /** How many have been issued already; the next one is marked as a copy. */
  readonly copies: number;
  /** Stands in a dialog, where only its own keys work. */
  readonly inDialog?: boolean;
};

/** The receipt (giấy hẹn, CC02) as it will be printed, the printers, and what became of the print. Nothing can be saved to a file. */
export function ReceiptPanel({ dossierId, copies, inDialog = false }: ReceiptPanelProps) {
  const t = useT('receipt');
  const store = useStore();
  const make = useCall(store['receipt.make']);
  const printing = usePrinting(dossierId);
  const [pdf, setPdf] = useState<Uint8Array>();
  const [broken, setBroken] = useState(false);
  const slow = useLasting(pdf === undefined && make.error === null);
  const printingLong = useLasting(printing.busy);
  const runMake = make.run;
  const preview = useCallback(() => void runMake({ dossierId, preview: true }).then((reply) => {
    if (reply.ok) setPdf(reply.value.pdf);
    setBroken(false);
  }), [runMake, dossierId]);
  // oxlint-disable-next-line react/set-state-in-effect -- the call itself marks that it is busy
  useEffect(preview, [preview]);
  const { printers, chosen, printed } = printing;
  useShortcuts([{ key: 'F10', run: printing.print, enabled: chosen !== undefined, inDialog }]);
  const issued = Math.max(copies, printed?.copy ?? 0);
  return (
    <div className="receipt">
      <div className="receipt-paper">
        {slow && <Progress label={t('loading')} />}
        <ErrorNotice error={make.error} action={{ label: t('again'), run: preview }} />
        {broken && <Notice tone="look" title={t('failed')} action={{ label: t('again'), run: preview }} />}
        {pdf !== undefined && !broken && <PdfPages pdf={pdf} onFailed={() => setBroken(true)} />}
      </div>
      <aside className="receipt-side">
        <h2 className="side-heading">{t('title')}</h2>
        {printers.length === 0
          ? <Notice tone="look" title={t('printers.none')} action={{ label: t('printers.again'), run: printing.refresh }} />
          : (
            <Choice
              label={t('printer')} value={chosen?.id ?? ''} onChange={printing.choose}
              options={printers.map((p) => ({ value: p.id, label: `${p.name}: ${t(`printer.${p.state}`)}` }))}
            />
          )}
        {chosen?.simulated === true && <p className="muted">{t('printer.simulated')}</p>}
        <Button shortcut="F10" autoFocus={inDialog} busy={printing.busy} disabled={chosen === undefined} onClick={printing.print}>{issued === 0 ? t('print') : t('print.again')}</Button>
        {printingLong && <Progress label={t('print.busy')} />}
        <ErrorNotice error={printing.error} />
        {printed !== undefined && !printing.busy && <Notice tone="done" title={t(`outcome.${printed.outcome}`, { copy: printed.copy, time: formatTime(printed.atMs) })} />}
        <p className="muted">{issued === 0 ? t('copies.none') : t('copies', { count: issued })}</p>
      </aside>
    </div>
  );
}
