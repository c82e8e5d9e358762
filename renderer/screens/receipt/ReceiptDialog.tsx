import type { Dossier } from '../../../electron/contract/dossier.ts';
import { useT } from '../../app/hooks.ts';
import { Dialog } from '../../ui/index.ts';
import { PrintButton } from './PrintButton.tsx';
import { ReceiptPanel } from './ReceiptPanel.tsx';
import { usePrinting } from './use-printing.ts';

export type ReceiptDialogProps = { readonly opened: boolean; readonly dossier: Dossier; readonly onClose: () => void };

/** The receipt of a dossier that is only read. */
export function ReceiptDialog({ opened, dossier, onClose }: ReceiptDialogProps) {
  const t = useT('receipt');
  return <Dialog open={opened} title={t('title')} size="large" onClose={onClose}><Contents dossier={dossier} /></Dialog>;
}

function Contents({ dossier }: { readonly dossier: Dossier }) {
  const printing = usePrinting(dossier);
  return <ReceiptPanel dossierId={dossier.id} printing={printing} inDialog action={<PrintButton printing={printing} autoFocus />} />;
}
