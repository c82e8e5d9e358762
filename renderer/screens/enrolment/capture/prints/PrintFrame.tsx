import { useState, type ReactNode } from 'react';
import { BusyButton } from '../../../../app/BusyButton.tsx';
import { useShortcuts, useT, type Shortcut } from '../../../../app/hooks.ts';
import { Button, StepFrame } from '../../../../ui/index.ts';
import type { StepProps } from '../../dossier/step-props.ts';
import { KeptMark } from '../KeptMark.tsx';
import { RetakeDialog } from '../RetakeDialog.tsx';
import { UseAnywayDialog } from './UseAnywayDialog.tsx';
import type { Decision } from '../use-decision.ts';
import type { Prints } from './use-prints.ts';

export type PrintFrameProps = {
  readonly step: StepProps;
  readonly prints: Prints;
  readonly decision: Decision;
  readonly title: string;
  readonly moreActions: ReactNode;
  readonly shortcuts: readonly Shortcut[];
  readonly children: ReactNode;
};

/** The step's frame: one primary action, what the rules advise, and the other way beside it under F8 with a reason. */
export function PrintFrame({ step, prints, decision, title, moreActions, shortcuts, children }: PrintFrameProps) {
  const t = useT('enrolment');
  const [asking, setAsking] = useState<'retake' | 'use'>();
  const { deciding, capturing, slot, done } = prints;
  const { phase } = capturing.view;
  const advised = deciding?.advice === 'use' ? () => decision.accept() : () => decision.reject('advised');
  const go = done ? step.next : deciding !== undefined ? advised : phase === 'failed' ? capturing.restart : undefined;
  const other = (): void => setAsking(deciding?.advice === 'use' ? 'retake' : 'use');
  useShortcuts([
    { key: 'F12', run: () => go?.(), enabled: go !== undefined }, { key: 'Enter', run: () => go?.(), enabled: go !== undefined },
    { key: 'Escape', run: step.back }, { key: 'F9', run: () => capturing.session.force(), enabled: phase === 'live' },
    { key: 'F8', run: other, enabled: deciding !== undefined }, ...shortcuts,
  ]);
  return (
    <StepFrame
      title={title} notices={step.notices} scroll={false} aside={<KeptMark decision={decision} saved={step.saved} />}
      actions={<><Button shortcut="Esc" onClick={step.back}>{t('back')}</Button>{moreActions}</>}
      moreActions={<>
        {phase === 'live' && <Button shortcut="F9" onClick={() => capturing.session.force()}>{t('capture.force')}</Button>}
        {deciding !== undefined && <Button shortcut="F8" onClick={other}>{t(deciding.advice === 'use' ? 'capture.retake' : 'capture.use-anyway')}</Button>}
      </>}
      primary={deciding === undefined || slot === undefined
        ? <Button kind="primary" shortcut="F12" disabled={!done} onClick={step.next}>{t('next')}</Button>
        : <BusyButton during={decision.deciding} kind="primary" shortcut="F12" onClick={advised}>{t(deciding.advice === 'use' ? 'capture.accept' : 'capture.retake')}</BusyButton>}
    >
      {children}
      <RetakeDialog kind="fingerprint-scanner" open={asking === 'retake'} onClose={() => setAsking(undefined)} onReason={(reason) => { setAsking(undefined); decision.reject(reason); }} />
      <UseAnywayDialog open={asking === 'use'} onClose={() => setAsking(undefined)} onReason={(reason) => { setAsking(undefined); decision.accept(reason); }} />
    </StepFrame>
  );
}
