import { useState, type ReactNode } from 'react';
import { nextPictureNumber } from '../../../../electron/core/biometrics/capture-policy/tries.ts';
import type { CaptureSlot, Finger } from '../../../../electron/core/dossier/capture-slots.ts';
import { BusyButton } from '../../../app/BusyButton.tsx';
import { useShortcuts, useT, type Shortcut } from '../../../app/hooks.ts';
import { Button, StepFrame } from '../../../ui/index.ts';
import type { StepProps } from '../dossier/step-props.ts';
import { useCitizenScene } from '../dossier/use-citizen-screen.ts';
import type { CaptureOrder } from './capture-session.ts';
import { CapturePane } from './CapturePane.tsx';
import { KeptMark } from './KeptMark.tsx';
import { RetakeDialog } from './RetakeDialog.tsx';
import { StoredCapture } from './StoredCapture.tsx';
import { useCapture, type CaptureKind } from './use-capture.ts';
import { useFailureRecord } from './use-failure-record.ts';
import { useDecision } from './use-decision.ts';

export type CaptureStepProps = StepProps & {
  readonly kind: CaptureKind;
  readonly title: string;
  readonly instruction: string;
  /** What to capture now; `undefined` shows `shown` from the dossier instead. */
  readonly slot: CaptureSlot | undefined;
  readonly shown: CaptureSlot | undefined;
  readonly missing: readonly Finger[];
  readonly guide?: ReactNode;
  /** What a pad with a screen shows the citizen before the pen comes down. */
  readonly form?: CaptureOrder['form'];
  /** Words of the button that ends the capture by hand. */
  readonly forceWords: string;
  readonly retakeWords: string;
  readonly side: ReactNode;
  readonly moreActions?: ReactNode;
  readonly shortcuts?: readonly Shortcut[];
  /** While a dialog of the step is open nothing is captured. */
  readonly paused?: boolean;
  readonly onKept: () => void;
  readonly onRedo: (slot: CaptureSlot) => void;
};

/** The frame all three captures share: live image, decision, what is kept, one primary action at a time. */
export function CaptureStep(props: CaptureStepProps) {
  const { dossier, open, kind, slot, shown, missing, next, back, paused = false } = props;
  const t = useT('enrolment');
  const [asking, setAsking] = useState(false);
  useCitizenScene(slot === undefined ? null : { phase: 'guide', dossierId: dossier.id, slot });
  const order = slot === undefined || paused ? undefined
    : { slot, missing, attempt: nextPictureNumber(dossier.attempts, slot), subject: dossier.id, ...(props.form === undefined ? {} : { form: props.form }) };
  const capturing = useCapture(kind, order);
  const { view } = capturing;
  const { phase } = view;
  useFailureRecord(open, slot, view);
  const decision = useDecision(open, { slot, sha256: view.phase === 'still' ? view.still.sha256 : undefined, capturing }, props.onKept);
  const accept = (): void => decision.accept();
  const go = slot === undefined ? next : phase === 'still' ? accept : phase === 'failed' ? capturing.restart : undefined;
  useShortcuts([
    { key: 'F12', run: () => go?.(), enabled: go !== undefined }, { key: 'Enter', run: () => go?.(), enabled: go !== undefined },
    { key: 'Escape', run: back }, { key: 'F9', run: () => capturing.session.force(), enabled: phase === 'live' },
    { key: 'F8', run: () => setAsking(true), enabled: phase === 'still' }, ...(props.shortcuts ?? []),
  ]);
  return (
    <StepFrame
      title={props.title} notices={props.notices} scroll={false} aside={<KeptMark decision={decision} saved={props.saved} />}
      actions={<><Button shortcut="Esc" onClick={back}>{t('back')}</Button>{props.moreActions}</>}
      moreActions={<>
        {phase === 'live' && <Button shortcut="F9" onClick={() => capturing.session.force()}>{props.forceWords}</Button>}
        {phase === 'still' && <Button shortcut="F8" onClick={() => setAsking(true)}>{props.retakeWords}</Button>}
      </>}
      primary={phase === 'still' && slot !== undefined
        ? <BusyButton during={decision.deciding} kind="primary" shortcut="F12" onClick={accept}>{t('capture.accept')}</BusyButton>
        : <Button kind="primary" shortcut="F12" disabled={slot !== undefined} onClick={next}>{t('next')}</Button>}
    >
      <div className="capture">
        {slot === undefined
          ? shown !== undefined && <StoredCapture key={shown} dossier={dossier} slot={shown} onRedo={() => props.onRedo(shown)} />
          : <CapturePane kind={kind} slot={slot} capturing={capturing} instruction={props.instruction} guide={props.guide} />}
        <aside className="capture-side">{props.side}</aside>
      </div>
      <RetakeDialog kind={kind} open={asking} onClose={() => setAsking(false)} onReason={(reason) => { setAsking(false); decision.reject(reason); }} />
    </StepFrame>
  );
}
