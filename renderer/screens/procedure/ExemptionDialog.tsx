import { useState } from 'react';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import { EXEMPTIONS, type Exemption } from '../../../electron/core/procedure/fee-data.ts';
import { useT } from '../../app/hooks.ts';
import { Button, Choice, Dialog, ErrorNotice, Field } from '../../ui/index.ts';
import type { OpenDossier } from '../enrolment/dossier/open-dossier.ts';
import { useOpenError } from '../enrolment/dossier/use-open-error.ts';

type Props = { readonly opened: boolean; readonly dossier: Dossier; readonly open: OpenDossier; readonly onClose: () => void };

/** Why nothing is charged, and the paper that was seen; what the citizen's age suggests comes first. */
export function ExemptionDialog(props: Props) {
  const t = useT('procedure');
  return <Dialog open={props.opened} title={t('fee.waive')} onClose={props.onClose} size="medium"><ExemptionForm {...props} /></Dialog>;
}

function ExemptionForm({ dossier, open, onClose }: Props) {
  const t = useT('procedure');
  const error = useOpenError(open);
  const { fee } = dossier;
  const suggested = fee?.suggested ?? [];
  const [exemption, setExemption] = useState<Exemption | ''>(fee?.exemption ?? suggested[0] ?? '');
  const [evidence, setEvidence] = useState(fee?.evidence ?? '');
  const send = async (chosen: Exemption | null): Promise<void> => {
    if (await open.change((store, { id, version }) => store['fee.set-exemption']({ id, version, exemption: chosen, evidence: chosen === null ? '' : evidence.normalize('NFC').trim() }))) onClose();
  };
  const ordered = [...suggested, ...EXEMPTIONS.filter((one) => !suggested.includes(one))];
  const ready = exemption !== '' && evidence.trim() !== '';
  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); if (exemption !== '' && ready) void send(exemption); }}>
      <ErrorNotice error={error} />
      <Choice autoFocus label={t('fee.exemption')} value={exemption} placeholder="—" onChange={setExemption} options={ordered.map((value) => ({ value, label: t(`exemption.${value}`) }))} />
      <Field label={t('fee.evidence')} hint={t('fee.evidence.hint')} value={evidence} maxLength={300} onChange={setEvidence} />
      <div className="dialog-actions">
        <Button shortcut="Esc" onClick={onClose}>{t('cancel')}</Button>
        {fee?.exemption != null && <Button onClick={() => void send(null)}>{t('fee.waive.remove')}</Button>}
        <Button kind="primary" submit disabled={!ready}>{t('fee.waive.confirm')}</Button>
      </div>
    </form>
  );
}
