import { useState } from 'react';
import { useT } from '../../../app/hooks.ts';
import type { StepProps } from '../dossier/step-props.ts';
import { AttemptsList } from './AttemptsList.tsx';
import { CaptureStep } from './CaptureStep.tsx';

const CHECKS = ['ears', 'glasses', 'eyes', 'background'] as const;

/** Step 3: the portrait, an oval to aim at, and what TT 60/2021 Article 5(4) asks of it. */
export function PortraitStep(props: StepProps) {
  const t = useT('enrolment');
  const [redo, setRedo] = useState(false);
  const has = props.dossier.captures.some((c) => c.slot === 'portrait');
  return (
    <CaptureStep
      {...props} kind="camera" title={t('portrait.title')} instruction={t('portrait.instruct')} slot={redo || !has ? 'portrait' : undefined} shown="portrait"
      missing={[]} forceWords={t('capture.force')} retakeWords={t('capture.retake')} onKept={() => setRedo(false)} onRedo={() => setRedo(true)}
      guide={<svg className="oval" viewBox="0 0 100 125" aria-hidden="true"><ellipse cx={50} cy={55} rx={27} ry={37} /><path d="M50 14v6M50 90v6M20 55h6M74 55h6" /></svg>}
      side={<>
        <section>
          <h2 className="side-heading">{t('portrait.checks')}</h2>
          <ul className="checks">{CHECKS.map((check) => <li key={check}>{t(`portrait.check.${check}`)}</li>)}</ul>
        </section>
        <AttemptsList attempts={props.dossier.attempts} slots={['portrait']} />
      </>}
    />
  );
}
