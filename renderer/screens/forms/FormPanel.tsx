import '../receipt/receipt.css';
import { useState, type ReactNode } from 'react';
import { formatTime } from '../../../electron/core/time/format.ts';
import { useLasting, useShortcuts, useT } from '../../app/hooks.ts';
import { Button, Choice, ErrorNotice, Notice, Progress } from '../../ui/index.ts';
import { PdfPages } from '../receipt/PdfPages.tsx';
import type { FormPrinting } from './use-forms.ts';

export type FormPanelProps = {
  readonly forms: FormPrinting;
  readonly inDialog?: boolean;
  /** Words above the printers. */
  readonly lead?: ReactNode;
  /** The print button stands in the screen's own bar. */
  readonly buttonElsewhere?: boolean;
};

/** A legal form as it will be printed, the printers, and whether what was printed still holds. Nothing can be saved to a file. */
export function FormPanel({ forms, inDialog = false, lead, buttonElsewhere = false }: FormPanelProps) {
  const t = useT('forms');
  const receipt = useT('receipt');
  const [broken, setBroken] = useState<Uint8Array>();
  const { rows, chosen, pdf, printers, printer, printed, busy } = forms;
  const slow = useLasting(pdf === undefined && forms.error === null && rows.length > 0);
  const printingLong = useLasting(busy);
  useShortcuts([{ key: 'F10', run: forms.print, enabled: printer !== undefined, inDialog }]);
  return (
    <div className="receipt">
      <div className="receipt-paper">
        {slow && <Progress label={t('drawing')} />}
        {broken !== undefined && broken === pdf && <Notice tone="look" title={t('broken')} />}
        {pdf !== undefined && broken !== pdf && chosen !== undefined && <PdfPages pdf={pdf} onFailed={() => setBroken(pdf)} title={[chosen.code, chosen.title].filter((part) => part !== '').join(' · ')} />}
      </div>
      <aside className="receipt-side">
        {lead}
        {rows.length > 1 && <Choice label={t('form')} value={chosen?.job ?? ''} onChange={forms.choose} options={rows.map((row) => ({ value: row.job, label: `${row.code === '' ? '' : `${row.code} · `}${t(`job.${row.job}`)}` }))} />}
        {chosen?.stale === true && <Notice tone="look" title={t('stale')}>{t(chosen.job === 'fee-day' ? 'stale.own' : 'stale.text')}</Notice>}
        {printers.length === 0
          ? <Notice tone="look" title={receipt('printers.none')} />
          : <Choice label={receipt('printer')} value={printer?.id ?? ''} onChange={forms.choosePrinter} options={printers.map((one) => ({ value: one.id, label: `${one.name}: ${receipt(`printer.${one.state}`)}` }))} />}
        {printer?.simulated === true && <p className="muted">{receipt('printer.simulated')}</p>}
        {!buttonElsewhere && <PrintFormButton forms={forms} />}
        {printingLong && <Progress label={receipt('print.busy')} />}
        <ErrorNotice error={forms.error} />
        {printed !== undefined && !busy && <Notice tone="done" title={receipt(`outcome.${printed.outcome}`, { copy: printed.copy, time: formatTime(printed.atMs) })} />}
        {chosen !== undefined && <p className="muted">{chosen.copies === 0 ? receipt('copies.none') : t('copies', { count: chosen.copies })}</p>}
        {chosen?.practiceLayout === true && <p className="muted">{t('practice-layout')}</p>}
      </aside>
    </div>
  );
}

/** Loud until the paper shows what the program shows. */
export const isFormDue = ({ chosen, printer }: FormPrinting): boolean => printer !== undefined && chosen !== undefined && (chosen.copies === 0 || chosen.stale);

export function PrintFormButton({ forms }: { readonly forms: FormPrinting }) {
  const t = useT('forms');
  const { chosen } = forms;
  const code = chosen === undefined ? '' : chosen.code === '' ? t(`job.${chosen.job}`) : chosen.code;
  return (
    <Button kind={isFormDue(forms) ? 'primary' : 'quiet'} shortcut="F10" busy={forms.busy} disabled={forms.printer === undefined || chosen === undefined} onClick={forms.print}>
      {chosen === undefined || chosen.copies === 0 ? t('print', { code }) : chosen.stale ? t('print.anew', { code }) : t('print.copy', { code })}
    </Button>
  );
}
