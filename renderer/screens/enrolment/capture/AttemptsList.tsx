import type { PrintAnalysis } from '../../../../electron/contract/analysis.ts';
import type { Dossier } from '../../../../electron/contract/dossier.ts';
import type { CaptureSlot } from '../../../../electron/core/dossier/capture-slots.ts';
import { formatTime } from '../../../../electron/core/time/format.ts';
import { useT } from '../../../app/hooks.ts';
import { asPrint, markedSegments } from './prints/print-findings.ts';
import { RollCheckLine } from './prints/RollCheckLine.tsx';
import { useReasonWords } from './reason-words.ts';

/** Shape beside colour. */
const SIGN = { accepted: '✓', rejected: '↻', failed: '✕', cancelled: '–' } as const;

/** The tries made in these slots, newest first, with the reason of each retake. What was begun and not wanted any more is no try. */
export function AttemptsList({ attempts, slots }: { readonly attempts: Dossier['attempts']; readonly slots: readonly CaptureSlot[] }) {
  const t = useT('enrolment');
  const words = useReasonWords();
  const shown = attempts.filter((a) => slots.includes(a.slot) && a.outcome !== 'cancelled').toReversed();
  return (
    <section className="attempts" aria-label={t('capture.attempts')}>
      <h2 className="side-heading">{t('capture.attempts')}</h2>
      {shown.length === 0 && <p className="muted">{t('capture.attempts.none')}</p>}
      <ul>
        {shown.map((a) => (
          <li key={`${a.slot}-${a.attempt}-${a.at}`}>
            <span className={a.outcome === 'accepted' ? 'tone-done' : 'tone-look'} aria-hidden="true">{SIGN[a.outcome]}</span>
            <span>{t(`slot.${a.slot}`)} · {t('capture.attempt', { count: a.attempt })} · {t(`capture.outcome.${a.outcome}`)}{a.reason !== '' && `: ${words(a.reason)}`}</span>
            <time dateTime={a.at}>{formatTime(a.at)}</time>
            <PrintFacts analysis={asPrint(a.analysis)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PrintFacts({ analysis }: { readonly analysis: PrintAnalysis | undefined }) {
  return analysis === undefined ? null : <><Qualities analysis={analysis} /><RollCheckLine analysis={analysis} /></>;
}

/** Quality of each finger of a try, with its sign. */
function Qualities({ analysis }: { readonly analysis: PrintAnalysis }) {
  const t = useT('enrolment');
  if (analysis.segments.length === 0) return null;
  return (
    <span className="attempt-qualities">
      {markedSegments(analysis).map(({ finger, quality, ok }, n) => (
        <span key={finger ?? n} className={ok ? 'tone-done' : 'tone-look'}>
          {finger === null ? '?' : t(`finger.short.${finger.slice(finger.indexOf('-') + 1) as 'thumb'}`)} {quality ?? '–'}<span aria-hidden="true">{ok ? ' ✓' : ' ▲'}</span>
          {!ok && <span className="only-spoken"> {t('fingers.state.poor')}</span>}
        </span>
      ))}
    </span>
  );
}
