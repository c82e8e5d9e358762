import { useMemo } from 'react';
import type { Reception } from '../../../electron/contract/reception.ts';
import { formatDateTime, formatPartialDate } from '../../../electron/core/time/format.ts';
import { navigate, useCall, useLasting, useSession, useShortcuts, useStore, useT } from '../../app/hooks.ts';
import { Button, ErrorNotice, Notice, Progress, StepFrame, type Tone } from '../../ui/index.ts';
import { goToOpened } from '../enrolment/dossier/just-opened.ts';
import { FormPanel, PrintFormButton, isFormDue } from '../forms/FormPanel.tsx';
import { useForms } from '../forms/use-forms.ts';
import { useReception, type OpenReception } from './use-reception.ts';

/** A citizen who got no card dossier yet: what was decided, what it waits for, its form, and the way on once it is ready. */
export function ReceptionScreen({ receptionId }: { readonly receptionId: string }) {
  const t = useT('forms');
  const open = useReception(receptionId);
  const slow = useLasting(open.reception === undefined);
  if (open.reception === undefined) return open.error === null ? slow && <Progress label={t('reception.loading')} /> : <ErrorNotice error={open.error} />;
  return <Loaded reception={open.reception} open={open} />;
}

const TONE: Readonly<Record<Reception['state'], Tone>> = { waiting: 'look', ready: 'done', declined: 'stop', opened: 'now', refused: 'done', cancelled: 'now' };

function Loaded({ reception, open }: { readonly reception: Reception; readonly open: OpenReception }) {
  const t = useT('forms');
  const store = useStore();
  const isOfficer = useSession()?.user?.role === 'officer';
  const subject = useMemo(() => ({ of: 'reception', id: reception.id }) as const, [reception.id]);
  const forms = useForms(subject, reception.version);
  const opening = useCall(store['reception.open-dossier']);
  const leave = (): void => navigate({ name: 'receptions' });
  const nextCitizen = (): void => navigate({ name: 'enrolment', dossierId: 'new' });
  const openDossier = async (): Promise<void> => {
    const reply = await opening.run({ id: reception.id, version: reception.version });
    if (reply.ok) goToOpened(reply.value);
  };
  const ready = reception.state === 'ready' && isOfficer;
  const waiting = reception.state === 'waiting' && isOfficer;
  const go = ready ? () => void openDossier() : isOfficer ? nextCitizen : leave;
  useShortcuts([{ key: 'F12', run: go }, { key: 'F5', run: open.ask, enabled: waiting }, { key: 'Escape', run: leave }]);
  const printFirst = isFormDue(forms) && !ready;
  const forward = <Button kind={printFirst ? 'quiet' : 'primary'} shortcut="F12" busy={opening.busy} onClick={go}>{t(ready ? 'reception.open' : isOfficer ? 'reception.next' : 'reception.back')}</Button>;
  const print = <PrintFormButton forms={forms} />;
  return (
    <StepFrame
      title={`${reception.number} · ${reception.fullName}`} scroll={false} aside={t(`outcome.${reception.outcome}`)}
      notices={<>
        <Notice tone={TONE[reception.state]} title={t(`state.${reception.state}`, { due: formatPartialDate(reception.dueOn ?? '') })}>{sentence(t, reception)}</Notice>
        <ErrorNotice error={open.error ?? opening.error} />
      </>}
      actions={<>
        <Button shortcut="Esc" onClick={leave}>{t('reception.list')}</Button>
        {waiting && <Button shortcut="F5" busy={open.asking} onClick={open.ask}>{t('reception.ask')}</Button>}
      </>}
      moreActions={printFirst ? forward : print}
      primary={printFirst ? print : forward}
    >
      <FormPanel forms={forms} buttonElsewhere lead={<Representative reception={reception} />} />
    </StepFrame>
  );
}

/** Who speaks for the citizen and is called. Renders nothing where they speak for themselves. */
function Representative({ reception: { representation } }: { readonly reception: Reception }) {
  const t = useT('forms');
  const words = useT('procedure');
  if (representation === null) return null;
  const { name, relation, proof, proofNumber, phone } = representation;
  const proven = [words(`proof.${proof}`), proofNumber].filter((part) => part !== '').join(' ');
  return <p>{t('reception.representative', { name, relation: words(`relation.${relation}`).toLocaleLowerCase('vi'), proof: proven })}{phone !== '' && ` · ${phone}`}</p>;
}

/** What happened and what comes next, in a sentence of its own. */
function sentence(t: ReturnType<typeof useT<'forms'>>, { state, sentAt, answer }: Reception): string | undefined {
  if (state === 'waiting') return sentAt === null ? t('waiting.unsent') : t('waiting.sent', { at: formatDateTime(sentAt) });
  if (state === 'declined') return answer;
  return state === 'ready' ? t('ready.text') : undefined;
}
