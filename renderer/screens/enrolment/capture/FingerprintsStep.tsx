import { useState } from 'react';
import { FINGERPRINT_SLOTS, FINGERS_OF, expectedFingers, isRolled, isSlap, type Finger, type FingerprintSlot } from '../../../../electron/core/dossier/capture-slots.ts';
import { printPolicyOf } from '../../../../electron/core/settings/print-policy.ts';
import { useT } from '../../../app/hooks.ts';
import { Button, Notice } from '../../../ui/index.ts';
import type { StepProps } from '../dossier/step-props.ts';
import { useCitizenScene } from '../dossier/use-citizen-screen.ts';
import { AttemptsList } from './AttemptsList.tsx';
import { CapturedSlots } from './CapturedSlots.tsx';
import { fingerMarks, fingerStates, missingOf, slotsOf } from './finger-plan.ts';
import { HandsDiagram } from './HandsDiagram.tsx';
import { MissingFingerDialog } from './MissingFingerDialog.tsx';
import { MissingFingers } from './MissingFingers.tsx';
import { asPrint, keptQualities, markedSegments } from './prints/print-findings.ts';
import { PrintFrame } from './prints/PrintFrame.tsx';
import { PrintPane } from './prints/PrintPane.tsx';
import { useLiveBoxes, type LiveBoxes } from './prints/use-live-boxes.ts';
import { usePrints, type Prints } from './prints/use-prints.ts';
import { StoredCapture } from './StoredCapture.tsx';
import { useDecision } from './use-decision.ts';
import { useRules } from './use-rules.ts';

/** Step 2: right four, left four, thumbs, and rolled fingers where the station takes them; single fingers where a slap won't do; missing fingers with their reason. */
export function FingerprintsStep(props: StepProps) {
  const { dossier, open } = props;
  const t = useT('enrolment');
  const [oneByOne, setOneByOne] = useState(false);
  const [recording, setRecording] = useState(false);
  const [redo, setRedo] = useState<FingerprintSlot>();
  const [looked, setLooked] = useState<FingerprintSlot>();
  const rules = useRules(printPolicyOf);
  const prints = usePrints({ dossier, open, rules, paused: recording, oneByOne, again: redo });
  const decision = useDecision(open, { slot: prints.slot, sha256: prints.deciding?.still.sha256, capturing: prints.capturing }, () => setRedo(undefined));
  const live = useLiveBoxes(prints.capturing.session);
  const { slot, done } = prints;
  useCitizenScene(slot === undefined ? null : { phase: 'guide', dossierId: dossier.id, slot });
  const missing = missingOf(dossier);
  const instructed = useInstruction(slot, missing);
  const slots = slotsOf(dossier.captures);
  const captured = FINGERPRINT_SLOTS.filter((one) => slots.has(one));
  const shown = looked !== undefined && slots.has(looked) ? looked : captured[0];
  const marks = fingerMarks(fingerStates(slots, missing, slot), keptQualities(dossier.attempts), seenNow(prints, live));
  return (
    <PrintFrame
      step={props} prints={prints} decision={decision} title={slot === undefined ? t(done ? 'fingers.done.title' : 'step.fingerprints') : t('fingers.title', { slot: t(`slot.${slot}`), ...placeOf(slot, dossier.capturePlan.prints) })}
      shortcuts={[{ key: 'F6', run: () => setRecording(true) }, { key: 'F7', run: () => setOneByOne((on) => !on) }]}
      moreActions={<>
        <Button shortcut="F6" onClick={() => setRecording(true)}>{t('fingers.missing')}</Button>
        <Button shortcut="F7" pressed={oneByOne} onClick={() => setOneByOne((on) => !on)}>{oneByOne ? t('fingers.together') : t('fingers.single')}</Button>
      </>}
    >
      <div className="capture">
        {done ? shown !== undefined && <StoredCapture key={shown} dossier={dossier} slot={shown} onRedo={() => setRedo(shown)} />
          : <PrintPane prints={prints} live={live} instruction={instructed} fingers={slot === undefined ? 0 : expectedFingers(slot, missing).length} before={tryBefore(dossier.attempts, prints)} />}
        <aside className="capture-side">
          <HandsDiagram marks={marks} />
          {done && <Notice tone="done" title={t('fingers.done.title')}>{t('fingers.done.text')}</Notice>}
          <CapturedSlots slots={captured} shown={done ? shown : undefined} onLook={done ? setLooked : undefined} onRedo={setRedo} />
          <MissingFingers dossier={dossier} open={open} />
          <AttemptsList attempts={dossier.attempts} slots={FINGERPRINT_SLOTS} />
        </aside>
      </div>
      <MissingFingerDialog opened={recording} onClose={() => setRecording(false)} dossier={dossier} open={open} asked={slot === undefined ? [] : expectedFingers(slot, missing)} />
    </PrintFrame>
  );
}

/** What the citizen is asked to lay on the glass, in words. */
function useInstruction(slot: FingerprintSlot | undefined, missing: ReadonlySet<Finger>): string {
  const t = useT('enrolment');
  if (slot === undefined) return '';
  const fingers = expectedFingers(slot, missing);
  if (isSlap(slot) && fingers.length === FINGERS_OF[slot].length) return t(`fingers.instruct.${slot}`);
  const named = fingers.map((finger) => t(`slot.${finger}`).toLocaleLowerCase('vi')).join(', ');
  if (fingers.length > 1) return t('fingers.instruct.some', { fingers: named });
  return t(isRolled(slot) ? 'fingers.instruct.rolled' : 'fingers.instruct.single', { finger: named });
}

/** The how manieth picture of the plan this is; a finger taken alone counts as its slap. */
function placeOf(slot: FingerprintSlot, prints: readonly FingerprintSlot[]): { readonly n: number; readonly of: number } {
  const at = prints.findIndex((one) => one === slot || (isSlap(one) && FINGERS_OF[one].some((finger) => finger === slot)));
  return { n: at + 1, of: prints.length };
}

type Seen = { readonly quality: number | null; readonly ok: boolean };

/** Qualities of the picture on the screen, whether live or waiting for a decision. */
function seenNow({ deciding, capturing }: Prints, live: LiveBoxes): ReadonlyMap<Finger, Seen> {
  const decided = asPrint(deciding?.still.analysis ?? null);
  const boxes = deciding !== undefined ? (decided === undefined ? [] : markedSegments(decided)) : capturing.view.phase === 'live' ? live.boxes : [];
  return new Map(boxes.flatMap((box) => (box.finger === null ? [] : [[box.finger, box] as const])));
}

/** The last bad try of the slot that is captured now: what it lacked stays in sight until the next picture. */
function tryBefore(attempts: StepProps['dossier']['attempts'], { slot, tries }: Prints) {
  const last = tries === 0 ? undefined : attempts.findLast((one) => one.slot === slot);
  const analysis = asPrint(last?.analysis ?? null);
  return last === undefined || analysis === undefined ? undefined : { number: tries, analysis };
}
