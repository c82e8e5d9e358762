import type { Dossier } from '../../../../electron/contract/dossier.ts';
import type { CaptureSlot } from '../../../../electron/core/dossier/capture-slots.ts';
import { formatTime } from '../../../../electron/core/time/format.ts';
import { useT } from '../../../app/hooks.ts';
import { useReasonWords } from './reason-words.ts';

/** The tries made in these slots, newest first, with the reason of each retake. */
export function AttemptsList({ attempts, slots }: { readonly attempts: Dossier['attempts']; readonly slots: readonly CaptureSlot[] }) {
  const t = useT('enrolment');
  const words = useReasonWords();
  const shown = attempts.filter((a) => slots.includes(a.slot)).toReversed();
  return (
    <section className="attempts" aria-label={t('capture.attempts')}>
      <h2 className="side-heading">{t('capture.attempts')}</h2>
      {shown.length === 0 && <p className="muted">{t('capture.attempts.none')}</p>}
      <ul>
        {shown.map((a) => (
          <li key={`${a.slot}-${a.attempt}-${a.at}`}>
            <span className={a.outcome === 'accepted' ? 'tone-done' : 'tone-look'} aria-hidden="true">{a.outcome === 'accepted' ? '✓' : '↻'}</span>
            <span>{t(`slot.${a.slot}`)} · {t('capture.attempt', { count: a.attempt })} · {t(`capture.outcome.${a.outcome}`)}{a.reason !== '' && `: ${words(a.reason)}`}</span>
            <time dateTime={a.at}>{formatTime(a.at)}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}
