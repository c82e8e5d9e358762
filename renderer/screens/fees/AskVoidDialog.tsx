import type { FeeDayRow } from '../../../electron/contract/procedure.ts';
import { useCall, useStore, useT } from '../../app/hooks.ts';
import { dong } from '../procedure/dong.ts';
import { ReasonDialog } from '../procedure/ReasonDialog.tsx';

/** A receipt that was written by mistake: the officer says why, the chief decides. */
export function AskVoidDialog({ row, onClose }: { readonly row: FeeDayRow; readonly onClose: () => void }) {
  const t = useT('procedure');
  const asking = useCall(useStore()['fee.ask-void']);
  const receiptNumber = row.receipt?.receiptNumber ?? '';
  const ask = async (reason: string): Promise<void> => {
    if ((await asking.run({ id: row.dossierId, receiptNumber, reason })).ok) onClose();
  };
  return (
    <ReasonDialog open title={t('fee.ask-void.title')} label={t('reason')} confirm={t('fee.ask-void')} kind="danger" error={asking.error} onClose={onClose} onReason={(reason) => void ask(reason)}>
      <p>{row.fullName} · {row.number} · {dong(row.amountDong)}</p>
      <p>{t('fee.ask-void.text', { number: receiptNumber })}</p>
    </ReasonDialog>
  );
}
