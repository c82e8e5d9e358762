import { useState } from 'react';
import { useT } from '../../../app/hooks.ts';
import type { StepProps } from '../dossier/step-props.ts';
import { AttemptsList } from './AttemptsList.tsx';
import { CaptureStep } from './CaptureStep.tsx';

/** Step 4: the citizen signs on the pad; the strokes appear as they are written. */
export function SignatureStep(props: StepProps) {
  const t = useT('enrolment');
  const [redo, setRedo] = useState(false);
  const has = props.dossier.captures.some((c) => c.slot === 'signature');
  return (
    <CaptureStep
      {...props} kind="signature-pad" title={t('signature.title')} instruction={t('signature.instruct')} slot={redo || !has ? 'signature' : undefined} shown="signature"
      form={{ name: props.dossier.person.fullName, purpose: t('signature.purpose', { kind: props.dossier.kind === null ? '' : t(`kind.${props.dossier.kind}`), number: props.dossier.number }) }}
      missing={[]} forceWords={t('signature.done')} retakeWords={t('signature.clear')} onKept={() => setRedo(false)} onRedo={() => setRedo(true)}
      side={<>
        <p className="muted">{t('signature.note')}</p>
        <AttemptsList attempts={props.dossier.attempts} slots={['signature']} />
      </>}
    />
  );
}
