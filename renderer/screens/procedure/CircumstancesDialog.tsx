import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import { HOLDS } from '../../../electron/contract/procedure-facts.ts';
import { useT } from '../../app/hooks.ts';
import { Button, Choice, Dialog, ErrorNotice } from '../../ui/index.ts';
import type { OpenDossier } from '../enrolment/dossier/open-dossier.ts';
import { useOpenError } from '../enrolment/dossier/use-open-error.ts';

type Props = { readonly opened: boolean; readonly onClose: () => void; readonly dossier: Dossier; readonly open: OpenDossier };
const KNOWN = ['unknown', 'yes', 'no'] as const;
type Known = (typeof KNOWN)[number];
const toKnown = (value: boolean | null): Known => (value === null ? 'unknown' : value ? 'yes' : 'no');
const fromKnown = (known: Known): boolean | null => (known === 'unknown' ? null : known === 'yes');

/** What the officer learned of the citizen that changes what the law asks. */
export function CircumstancesDialog(props: Props) {
  const t = useT('procedure');
  return <Dialog open={props.opened} title={t('circumstances.title')} onClose={props.onClose} size="medium"><CircumstancesForm {...props} /></Dialog>;
}

function CircumstancesForm({ onClose, dossier, open }: Props) {
  const t = useT('procedure');
  const error = useOpenError(open);
  const [limitedCapacity, setLimited] = useState(dossier.limitedCapacity);
  const [hold, setHold] = useState(dossier.hold);
  const [hadCard, setHadCard] = useState(toKnown(dossier.hadCard));
  const [lastBiometrics, setLast] = useState(toKnown(dossier.lastBiometrics));
  const save = async (): Promise<void> => {
    const kept = await open.change((store, { id, version }) =>
      store['dossier.set-circumstances']({ id, version, limitedCapacity, hold, hadCard: fromKnown(hadCard), lastBiometrics: fromKnown(lastBiometrics) }));
    if (kept) onClose();
  };
  const known = KNOWN.map((value) => ({ value, label: t(`known.${value}`) }));
  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <ErrorNotice error={error} />
      <Choice autoFocus label={t('circumstances.hadCard')} value={hadCard} onChange={setHadCard} options={known} />
      <Choice label={t('circumstances.lastBiometrics')} value={lastBiometrics} onChange={setLast} options={known} />
      <Choice label={t('circumstances.hold')} value={hold} onChange={setHold} options={HOLDS.map((value) => ({ value, label: t(`hold.${value}`) }))} />
      <Checkbox label={t('circumstances.limitedCapacity')} checked={limitedCapacity} onChange={(event) => setLimited(event.currentTarget.checked)} />
      <div className="dialog-actions">
        <Button shortcut="Esc" onClick={onClose}>{t('cancel')}</Button>
        <Button kind="primary" submit>{t('save')}</Button>
      </div>
    </form>
  );
}
