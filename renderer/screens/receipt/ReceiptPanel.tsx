import './receipt.css';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { formatTime } from '../../../electron/core/time/format.ts';
import { useCall, useLasting, useShortcuts, useStore, useT } from '../../app/hooks.ts';
import { Choice, ErrorNotice, Notice, Progress } from '../../ui/index.ts';
import { PdfPages } from './PdfPages.tsx';
import type { Printing } from './use-printing.ts';

export type ReceiptPanelProps = {
  readonly dossierId: string;
  readonly printing: Printing;
  /** Stands in a dialog, where only its own keys work. */
  readonly inDialog?: boolean;
  /** Words above the printers. */
  readonly lead?: ReactNode;
  /** The button that prints, where it isn't in the screen's own bar. */
  readonly action?: ReactNode;
};

/** The receipt (giấy hẹn, CC02) as it will be printed, the printers, and what became of the print. Nothing can be saved to a file. */
export function ReceiptPanel({ dossierId, printing, inDialog = false, lead, action }: ReceiptPanelProps) {
  const t = useT('receipt');
  const printingLong = useLasting(printing.busy);
  const { printers, chosen, printed, issued } = printing;
  useShortcuts([{ key: 'F10', run: printing.print, enabled: chosen !== undefined, inDialog }]);
  return (
    <div className="receipt">
      <Preview dossierId={dossierId} />
      <aside className="receipt-side">
        {lead}
        {!inDialog && <h2 className="side-heading">{t('title')}</h2>}
        {printers.length === 0
          ? <Notice tone="look" title={t('printers.none')} action={{ label: t('printers.again'), run: printing.refresh }} />
          : (
            <Choice
              label={t('printer')} value={chosen?.id ?? ''} onChange={printing.choose}
              options={printers.map((p) => ({ value: p.id, label: `${p.name}: ${t(`printer.${p.state}`)}` }))}
            />
          )}
        {chosen?.simulated === true && <p className="muted">{t('printer.simulated')}</p>}
        {action}
        {printingLong && <Progress label={t('print.busy')} />}
        <ErrorNotice error={printing.error} />
        {printed !== undefined && !printing.busy && <Notice tone="done" title={t(`outcome.${printed.outcome}`, { copy: printed.copy, time: formatTime(printed.atMs) })} />}
        <p className="muted">{issued === 0 ? t('copies.none') : t('copies', { count: issued })}</p>
      </aside>
    </div>
  );
}

function Preview({ dossierId }: { readonly dossierId: string }) {
  const t = useT('receipt');
  const store = useStore();
  const { run, error } = useCall(store['receipt.make']);
  const [pdf, setPdf] = useState<Uint8Array>();
  const [broken, setBroken] = useState(false);
  const slow = useLasting(pdf === undefined && error === null);
  const preview = useCallback(() => void run({ dossierId, preview: true }).then((reply) => {
    if (reply.ok) setPdf(reply.value.pdf);
    setBroken(false);
  }), [run, dossierId]);
  // oxlint-disable-next-line react/set-state-in-effect -- the call itself marks that it is busy
  useEffect(preview, [preview]);
  return (
    <div className="receipt-paper">
      {slow && <Progress label={t('loading')} />}
      <ErrorNotice error={error} action={{ label: t('again'), run: preview }} />
      {broken && <Notice tone="look" title={t('failed')} action={{ label: t('again'), run: preview }} />}
      {pdf !== undefined && !broken && <PdfPages pdf={pdf} onFailed={() => setBroken(true)} />}
    </div>
  );
}
