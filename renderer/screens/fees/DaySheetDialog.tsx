import { useMemo, useState } from 'react';
import { useStoreEvent, useT } from '../../app/hooks.ts';
import { Dialog } from '../../ui/index.ts';
import { FormPanel } from '../forms/FormPanel.tsx';
import { useForms } from '../forms/use-forms.ts';

type Props = { readonly day: string; /** null = everybody */ readonly officerId: string | null; readonly onClose: () => void };

/** The day sheet as it will be printed and signed; every copy is counted. */
export function DaySheetDialog(props: Props) {
  const t = useT('fees');
  return <Dialog open title={t('print')} size="large" onClose={props.onClose}><Contents {...props} /></Dialog>;
}

function Contents({ day, officerId }: Props) {
  const [version, setVersion] = useState(0);
  useStoreEvent('dossier.changed', () => setVersion((before) => before + 1));
  const subject = useMemo(() => ({ of: 'fee-day', id: officerId, day }) as const, [officerId, day]);
  return <FormPanel forms={useForms(subject, version)} inDialog />;
}
