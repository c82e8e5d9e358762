import { useState } from 'react';
import type { ContactTask } from '../../../electron/contract/reception.ts';
import { RETURN_REASONS } from '../../../electron/core/dossier/return-reasons.ts';
import { CONTACT_OUTCOMES, CONTACT_WAYS, TRIES_BEFORE_GIVING_UP, type ContactOutcome } from '../../../electron/core/procedure/contact-causes.ts';
import { CENTRE_REASONS } from '../../../electron/core/outbox/centre-reasons.ts';
import { formatDateTime } from '../../../electron/core/time/format.ts';
import { navigate, useCall, useSession, useShortcuts, useStore, useT } from '../../app/hooks.ts';
import { Button, Choice, ErrorNotice, Field } from '../../ui/index.ts';

/** One person to be told: the number, the sentence to say, the tries, and one press for what came of this one. */
export function CallPane({ task, onNoted }: { readonly task: ContactTask; readonly onNoted: () => void }) {
  const t = useT('procedure');
  const store = useStore();
  const isOfficer = useSession()?.user?.role === 'officer';
  const noting = useCall(store['contact.note']);
  const [way, setWay] = useState<(typeof CONTACT_WAYS)[number]>(task.phone === '' ? 'commune' : 'phone');
  const [note, setNote] = useState('');
  const record = async (outcome: ContactOutcome): Promise<void> => {
    if ((await noting.run({ id: task.id, way, outcome, note: note.normalize('NFC').trim() })).ok) {
      setNote('');
      onNoted();
    }
  };
  useShortcuts([{ key: 'F12', run: () => void record('told'), enabled: isOfficer }]);
  const { dossierId } = task;
  const tooEarly = task.tries.length < TRIES_BEFORE_GIVING_UP;
  return (
    <section className="call-pane" aria-label={task.fullName}>
      <h2 className="strip-name">{task.fullName}</h2>
      {task.phone === '' ? <p>{t('calls.no-phone')}</p> : <p className="call-phone"><span className="only-spoken">{t('calls.phone')}: </span>{task.phone}</p>}
      <div className="call-say"><p className="side-heading">{t('calls.say')}</p><Sentence task={task} /></div>
      <ErrorNotice error={noting.error} />
      {isOfficer && (
        <>
          <div className="form-pair">
            <Choice label={t('calls.way')} value={way} onChange={setWay} options={CONTACT_WAYS.map((value) => ({ value, label: t(`calls.way.${value}`) }))} />
            <Field label={t('calls.note')} value={note} maxLength={500} onChange={setNote} />
          </div>
          <div className="fee-actions">
            {CONTACT_OUTCOMES.filter((outcome) => outcome !== 'told').map((outcome) => (
              <Button key={outcome} disabled={outcome === 'given-up' && (tooEarly || note.trim() === '')} onClick={() => void record(outcome)}>{t(`calls.outcome.${outcome}`)}</Button>
            ))}
            <Button kind="primary" shortcut="F12" busy={noting.busy} onClick={() => void record('told')}>{t('calls.outcome.told')}</Button>
          </div>
        </>
      )}
      <h3 className="side-heading">{t('calls.tries')}</h3>
      {task.tries.length === 0 ? <p className="muted">{t('calls.tries.none')}</p> : (
        <ul className="call-tries">{task.tries.map((one) => <li key={one.at}>{formatDateTime(one.at)} · {one.by} · {t(`calls.way.${one.way}`)}: {t(`calls.outcome.${one.outcome}`)}{one.note !== '' && ` (${one.note})`}</li>)}</ul>
      )}
      {dossierId !== null && <p><button type="button" className="link" onClick={() => navigate({ name: 'dossier', dossierId })}>{t('calls.dossier')} {task.number}</button></p>}
    </section>
  );
}

/** What the officer reads to the citizen: plain, with what happens next. */
function Sentence({ task }: { readonly task: ContactTask }) {
  const t = useT('procedure');
  const reasons = useT('reasons');
  if (task.cause === 'reception-ready' || task.cause === 'reception-declined') return <p>{t(`calls.say.${task.cause}`)}</p>;
  const known = RETURN_REASONS.find((code) => code === task.reason);
  const centre = CENTRE_REASONS.find((code) => code === task.reason);
  return <><p>{reasons(known === undefined ? 'told.other' : `told.${known}`)}</p>{(known ?? centre) !== undefined && <p className="muted">{reasons((known ?? centre)!)}</p>}</>;
}
