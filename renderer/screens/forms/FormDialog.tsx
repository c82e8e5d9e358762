import { useMemo } from 'react';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import { useT } from '../../app/hooks.ts';
import { Dialog } from '../../ui/index.ts';
import { FormPanel } from './FormPanel.tsx';
import { useForms } from './use-forms.ts';

/** The forms of a dossier, over its screen. */
export function FormDialog({ opened, dossier, onClose }: { readonly opened: boolean; readonly dossier: Dossier; readonly onClose: () => void }) {
  const t = useT('forms');
  return <Dialog open={opened} title={t('title')} size="large" onClose={onClose}><Contents dossier={dossier} /></Dialog>;
}

function Contents({ dossier }: { readonly dossier: Dossier }) {
  const subject = useMemo(() => ({ of: 'dossier', id: dossier.id }) as const, [dossier.id]);
  return <FormPanel forms={useForms(subject, dossier.version)} inDialog />;
}
