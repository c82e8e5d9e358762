import { useEffect, useState } from 'react';
import type { Dossier } from '../../../../electron/contract/dossier.ts';
import { formatPartialDate } from '../../../../electron/core/time/format.ts';
import { useT } from '../../../app/hooks.ts';
import { ageOn, elapsedWords } from './age-and-time.ts';

/** Who stands at the counter, on every step: name, number, sex, birth, kind, and how long it has taken. */
export function CitizenStrip({ dossier, timed = true }: { readonly dossier: Dossier; readonly timed?: boolean }) {
  const t = useT('enrolment');
  const { person } = dossier;
  const age = ageOn(person.birthDate, dossier.openedAt);
  const sex = person.sex === '1' || person.sex === '2' ? person.sex : '0';
  const kind = dossier.kind === null ? undefined : t(`kind.${dossier.kind}`);
  const ageWords = age === undefined ? undefined : t('strip.age', { age });
  return (
    <div className="strip" role="group" aria-label={t('strip.label')}>
      <strong className="strip-name">{person.fullName}</strong>
      <span className="strip-pid">{person.pid}</span>
      <span>{t(`sex.${sex}`)}</span>
      <span>{formatPartialDate(person.birthDate)}</span>
      {kind !== undefined && <span>{kind}{ageWords !== undefined && ` (${ageWords})`}</span>}
      {timed && <Elapsed since={dossier.openedAt} label={t('strip.elapsed')} />}
    </div>
  );
}

function Elapsed({ since, label }: { readonly since: string; readonly label: string }) {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return <span className="strip-timer" role="timer" aria-live="off" aria-label={label} title={label}><svg viewBox="0 0 16 16" aria-hidden="true"><circle cx={8} cy={8.5} r={6} /><path d="M8 5v3.5l2.2 1.6M6.5 1h3" /></svg>{elapsedWords(nowMs - Date.parse(since))}</span>;
}
