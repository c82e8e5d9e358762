import { useState } from 'react';
import { FINGERPRINT_SLOTS, expectedFingers, type CaptureSlot, type FingerprintSlot } from '../../../../electron/core/dossier/capture-slots.ts';
import { useT } from '../../../app/hooks.ts';
import { Button, Notice } from '../../../ui/index.ts';
import type { StepProps } from '../dossier/step-props.ts';
import { AttemptsList } from './AttemptsList.tsx';
import { CaptureStep } from './CaptureStep.tsx';
import { CapturedSlots } from './CapturedSlots.tsx';
import { fingerStates, missingOf, nextSlot, slotsOf } from './finger-plan.ts';
import { HandsDiagram } from './HandsDiagram.tsx';
import { MissingFingerDialog } from './MissingFingerDialog.tsx';
import { MissingFingers } from './MissingFingers.tsx';

const isFingerprint = (slot: CaptureSlot): slot is FingerprintSlot => (FINGERPRINT_SLOTS as readonly string[]).includes(slot);

/** Step 2: right four, left four, thumbs; finger by finger where a slap won't do; missing fingers with their reason. */
export function FingerprintsStep(props: StepProps) {
  const { dossier, open } = props;
  const t = useT('enrolment');
  const [oneByOne, setOneByOne] = useState(false);
  const [recording, setRecording] = useState(false);
  const [redo, setRedo] = useState<FingerprintSlot>();
  const [looked, setLooked] = useState<FingerprintSlot>();
  const missing = missingOf(dossier);
  const slots = slotsOf(dossier.captures);
  const slot = redo ?? nextSlot(slots, missing, oneByOne);
  const captured = FINGERPRINT_SLOTS.filter((s) => slots.has(s));
  const shown = looked !== undefined && slots.has(looked) ? looked : captured[0];
  const instruct = slot === undefined ? ''
    : slot === 'right-four' || slot === 'left-four' || slot === 'thumbs' ? t(`fingers.instruct.${slot}`)
    : t('fingers.instruct.single', { finger: t(`slot.${slot}`).toLocaleLowerCase('vi') });
  const again = (which: CaptureSlot): void => {
    if (isFingerprint(which)) setRedo(which);
  };
  return (
    <CaptureStep
      {...props} kind="fingerprint-scanner" slot={slot} shown={shown} missing={[...missing]} paused={recording}
      title={slot === undefined ? t('fingers.done.title') : t('fingers.title', { slot: t(`slot.${slot}`) })} instruction={instruct}
      forceWords={t('capture.force')} retakeWords={t('capture.retake')} onKept={() => setRedo(undefined)} onRedo={again}
      shortcuts={[{ key: 'F6', run: () => setRecording(true) }, { key: 'F7', run: () => setOneByOne((on) => !on) }]}
      moreActions={<>
        <Button shortcut="F6" onClick={() => setRecording(true)}>{t('fingers.missing')}</Button>
        <Button shortcut="F7" pressed={oneByOne} onClick={() => setOneByOne((on) => !on)}>{oneByOne ? t('fingers.together') : t('fingers.single')}</Button>
      </>}
      side={<>
        <HandsDiagram states={fingerStates(slots, missing, slot)} />
        {slot === undefined && <Notice tone="done" title={t('fingers.done.title')}>{t('fingers.done.text')}</Notice>}
        <CapturedSlots slots={captured} shown={slot === undefined ? shown : undefined} onLook={slot === undefined ? setLooked : undefined} onRedo={setRedo} />
        <MissingFingers dossier={dossier} open={open} />
        <AttemptsList attempts={dossier.attempts} slots={FINGERPRINT_SLOTS} />
        <MissingFingerDialog opened={recording} onClose={() => setRecording(false)} dossier={dossier} open={open} asked={slot === undefined ? [] : expectedFingers(slot, missing)} />
      </>}
    />
  );
}
