import './procedure.css';
import { useState } from 'react';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import type { FindingView } from '../../../electron/contract/procedure-facts.ts';
import type { ReturnReason } from '../../../electron/core/dossier/return-reasons.ts';
import type { IssueKind } from '../../../electron/core/dossier/steps.ts';
import type { GroundId } from '../../../electron/core/procedure/issue-grounds.ts';
import { useShortcuts, useT } from '../../app/hooks.ts';
import { Button } from '../../ui/index.ts';
import type { OpenDossier } from '../enrolment/dossier/open-dossier.ts';
import { useOpenError } from '../enrolment/dossier/use-open-error.ts';
import { AdjustDialog } from './AdjustDialog.tsx';
import { CircumstancesDialog } from './CircumstancesDialog.tsx';
import { FindingList, type FindingAction } from './FindingList.tsx';
import { GroundChoice } from './GroundChoice.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { RefuseDialog } from './RefuseDialog.tsx';
import { RepresentationDialog } from './RepresentationDialog.tsx';

const BY_REPRESENTATIVE: ReadonlySet<string> = new Set(['applicant.representative-missing', 'applicant.proof-missing', 'applicant.representative-assists']);
const REFUSED_FOR: Readonly<Record<string, ReturnReason>> = { 'reception.card-held': 'R06', 'reception.card-withdrawn': 'R06', 'applicant.too-young': 'R06' };

type Asked = 'representation' | 'circumstances' | 'adjust' | { readonly override: FindingView } | { readonly refuse: ReturnReason };

/** Kind and ground, and everything the rules say about an open dossier with the ways out of it: representative, reason, adjustment, refusal. */
export function ProcedureBox({ dossier, open }: { readonly dossier: Dossier; readonly open: OpenDossier }) {
  const t = useT('procedure');
  const sentences = useT('findings');
  const error = useOpenError(open);
  const [asked, setAsked] = useState<Asked>();
  const close = (): void => setAsked(undefined);
  const needsRepresentative = dossier.capturePlan.signer === 'representative' || dossier.representation !== null;
  useShortcuts([{ key: 'F6', run: () => setAsked('representation'), enabled: needsRepresentative }, { key: 'F7', run: () => setAsked('circumstances') }]);
  const actionsOf = (finding: FindingView): readonly FindingAction[] => [
    ...(BY_REPRESENTATIVE.has(finding.code) && finding.standing ? [{ label: t('representation.open'), run: () => setAsked('representation'), shortcut: 'F6' }] : []),
    ...(finding.code === 'reception.data-wrong' && finding.standing ? [{ label: t('adjust.open'), run: () => setAsked('adjust') }] : []),
    ...(finding.code === 'capture.last-unconfirmed' ? [{ label: t('circumstances.none-on-file'), run: () => captureAnew(open) }] : []),
    ...(finding.standing && finding.severity === 'block' ? [{ label: t('refuse.open'), run: () => setAsked({ refuse: REFUSED_FOR[finding.code] ?? 'R05' }) }] : []),
    ...(finding.standing && finding.severity === 'warning' ? [{ label: t('override.open'), run: () => setAsked({ override: finding }) }] : []),
    ...(finding.passed === null ? [] : [{ label: t('override.clear'), run: () => void open.change((store, { id, version }) => store['dossier.clear-override']({ id, version, code: finding.code })) }]),
  ];
  const setGround = (kind: IssueKind, ground: GroundId): void => void open.change((store, { id, version }) => store['dossier.set-ground']({ id, version, kind, ground }));
  const override = (finding: FindingView, reason: string): void =>
    void open.change((store, { id, version }) => store['dossier.override-finding']({ id, version, code: finding.code, reason })).then((kept) => kept && close());
  return (
    <>
      <GroundChoice dossier={dossier} onChange={setGround}><Button shortcut="F7" onClick={() => setAsked('circumstances')}>{t('circumstances.open')}</Button></GroundChoice>
      {needsRepresentative && <RepresentativeLine dossier={dossier} onEdit={() => setAsked('representation')} />}
      <FindingList findings={dossier.findings} actionsOf={actionsOf} />
      <RepresentationDialog opened={asked === 'representation'} onClose={close} dossier={dossier} open={open} />
      <CircumstancesDialog opened={asked === 'circumstances'} onClose={close} dossier={dossier} open={open} />
      <AdjustDialog opened={asked === 'adjust'} onClose={close} dossier={dossier} />
      {typeof asked === 'object' && 'refuse' in asked && <RefuseDialog opened onClose={close} dossier={dossier} likely={asked.refuse} />}
      {typeof asked === 'object' && 'override' in asked && (
        <ReasonDialog open title={t('override.title')} label={t('reason')} confirm={t('override.confirm')} error={error} onClose={close} onReason={(reason) => override(asked.override, reason)}>
          <p>{sentences(asked.override.code, asked.override.detail)}</p>
          <p className="muted">{t('override.text')}</p>
        </ReasonDialog>
      )}
    </>
  );
}

const captureAnew = (open: OpenDossier): void => void open.change((store, { id, version, limitedCapacity, hold, hadCard }) =>
  store['dossier.set-circumstances']({ id, version, limitedCapacity, hold, hadCard, lastBiometrics: false }));

function RepresentativeLine({ dossier: { representation }, onEdit }: { readonly dossier: Dossier; readonly onEdit: () => void }) {
  const t = useT('procedure');
  if (representation === null) return null;
  const { name, relation, proof, proofNumber, phone } = representation;
  return (
    <p className="representative">
      <strong>{t('representation')}:</strong> {name} ({t(`relation.${relation}`).toLocaleLowerCase('vi')}) · {t(`proof.${proof}`)}{proofNumber !== '' && ` ${proofNumber}`}{phone !== '' && ` · ${phone}`}{' '}
      <button type="button" className="link" onClick={onEdit}>{t('representation.edit')}</button>
    </p>
  );
}
