import { useEffect, useState } from 'react';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import { STEP_TARGET_SECONDS } from '../../../electron/core/dossier/step-order.ts';
import { useT } from '../../app/hooks.ts';
import { elapsedWords } from '../enrolment/dossier/age-and-time.ts';

/** Pauses longer than this don't count, as in the store. */
const PAUSE_MS = 5 * 60_000;

/** Time on the present step against its target, and on the whole dossier; runs by itself, counts as the store does. */
export function StepTimer({ dossier }: { readonly dossier: Pick<Dossier, 'step' | 'stepTimes' | 'updatedAt'> }) {
  const t = useT('procedure');
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const sinceMs = Math.max(0, Math.min(nowMs - Date.parse(dossier.updatedAt), PAUSE_MS));
  const spentMs = (dossier.stepTimes.find(({ step }) => step === dossier.step)?.ms ?? 0) + sinceMs;
  const totalMs = dossier.stepTimes.reduce((sum, { ms }) => sum + ms, 0) + sinceMs;
  const targetMs = STEP_TARGET_SECONDS[dossier.step] * 1_000;
  const isOver = spentMs > targetMs;
  const label = t('timer', { spent: elapsedWords(spentMs), target: elapsedWords(targetMs), total: elapsedWords(totalMs) });
  return (
    <span className="strip-timer" role="timer" aria-live="off" aria-label={isOver ? `${label}, ${t('timer.over')}` : label} title={label}>
      <svg viewBox="0 0 16 16" aria-hidden="true"><circle cx={8} cy={8.5} r={6} /><path d="M8 5v3.5l2.2 1.6M6.5 1h3" /></svg>
      <span className={isOver ? 'strip-over' : ''}>{isOver && '▲ '}{elapsedWords(spentMs)}</span> / {elapsedWords(targetMs)} · {elapsedWords(totalMs)}
    </span>
  );
}
