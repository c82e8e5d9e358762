import './enrolment.css';
import '../../ui/narrow.css';
import { useEffect, useState } from 'react';
import { everyStep } from '../../../electron/core/dossier/step-order.ts';
import type { Step } from '../../../electron/core/dossier/steps.ts';
import { isEditable } from '../../../electron/core/dossier/lifecycle.ts';
import { navigate, useLasting, useT } from '../../app/hooks.ts';
import { EmptyState, ErrorNotice, Progress } from '../../ui/index.ts';
import { DossierView } from '../review/DossierView.tsx';
import { preparePdf } from '../receipt/pdf-document.ts';
import { FingerprintsStep } from './capture/FingerprintsStep.tsx';
import { PortraitStep } from './capture/PortraitStep.tsx';
import { SignatureStep } from './capture/SignatureStep.tsx';
import { useRules, type Read } from './capture/use-rules.ts';
import { CheckStep } from './check/CheckStep.tsx';
import { DocumentsStep } from './documents/DocumentsStep.tsx';
import { CitizenStrip } from './dossier/CitizenStrip.tsx';
import { DossierNotices } from './dossier/DossierNotices.tsx';
import { progressOf, stepAfter, stepBefore } from './dossier/step-progress.ts';
import { SavedMark } from './dossier/SavedMark.tsx';
import type { StepProps } from './dossier/step-props.ts';
import { StepRail } from './dossier/StepRail.tsx';
import { useOpenDossier } from './dossier/use-open-dossier.ts';
import { FindStep } from './find/FindStep.tsx';
import { CitizenCheckStep } from './finish/CitizenCheckStep.tsx';
import { SubmitStep } from './finish/SubmitStep.tsx';
import { SubmittedStep } from './finish/SubmittedStep.tsx';

const STEP_SCREENS: Readonly<Record<Step, (props: StepProps) => React.ReactNode>> = {
  check: CheckStep, fingerprints: FingerprintsStep, portrait: PortraitStep, signature: SignatureStep,
  documents: DocumentsStep, 'citizen-check': CitizenCheckStep, submit: SubmitStep,
};

/** The counter: from the look-up (`new`, or `new/<id>` in place of a rejected one) to the submitted dossier with its receipt. */
export function EnrolmentScreen({ dossierId }: { readonly dossierId: string }) {
  const [word, supersedes = null] = dossierId.split('/');
  return word === 'new' ? <NewEnrolment supersedes={supersedes} /> : <OpenEnrolment key={dossierId} dossierId={dossierId} />;
}

const orderOf = (read: Read): readonly Step[] => everyStep(read('counter.step-order'));

/** The look-up, with the way that lies ahead in the station's order. */
function NewEnrolment({ supersedes }: { readonly supersedes: string | null }) {
  const steps = useRules(orderOf) ?? everyStep();
  return (
    <div className="enrolment">
      <StepRail number={undefined} find="now" progress={steps.map((step) => ({ step, mark: 'open', lacking: 0 }))} goTo={undefined} />
      <div className="enrolment-main"><FindStep supersedes={supersedes} /></div>
    </div>
  );
}

function OpenEnrolment({ dossierId }: { readonly dossierId: string }) {
  const t = useT('enrolment');
  const { dossier, error, reloaded, savedAtMs, open } = useOpenDossier(dossierId);
  // Set at the first sight of the dossier: what was editable and is submitted now was submitted here.
  const [wasEditable, setWasEditable] = useState(false);
  const slow = useLasting(dossier === undefined);
  // The receipt comes at the end of this: what draws it is loaded meanwhile.
  useEffect(preparePdf, []);
  if (dossier === undefined) {
    if (error !== undefined) return <EmptyState title={t('save-failed')} action={<ErrorNotice error={error} action={{ label: t('capture.try-again'), run: () => void open.load() }} />} />;
    return slow ? <Progress label={t('loading')} /> : null;
  }
  const editable = isEditable(dossier.state);
  if (editable && !wasEditable) setWasEditable(true);
  if (!editable && !wasEditable) return <DossierView dossierId={dossierId} />;

  /** A field is saved on leaving it, so it is left before the step changes; what was not kept stays in sight. */
  const goTo = async (step: Step): Promise<void> => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (!(await open.settled())) return;
    await open.change((store, { id, version }) => store['dossier.set-step']({ id, version, step }));
  };
  const back = (): void => {
    const before = stepBefore(dossier);
    if (before !== undefined) void goTo(before);
    else navigate({ name: 'desk' });
  };
  const StepScreen = editable ? STEP_SCREENS[dossier.step] : SubmittedStep;
  return (
    <div className="enrolment">
      <StepRail number={dossier.number} find="done" progress={progressOf(dossier)} goTo={editable ? (step) => void goTo(step) : undefined} />
      <div className="enrolment-main">
        <CitizenStrip dossier={dossier} timed={editable} />
        <StepScreen
          key={dossier.step} dossier={dossier} open={open} back={back}
          goTo={(step) => void goTo(step)} next={() => void goTo(stepAfter(dossier))}
          saved={<SavedMark open={open} savedAtMs={savedAtMs} />}
          notices={<DossierNotices dossier={dossier} error={error} reloaded={reloaded} open={open} />}
        />
      </div>
    </div>
  );
}
