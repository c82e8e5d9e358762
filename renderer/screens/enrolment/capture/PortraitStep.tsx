import { useState } from 'react';
import { nextPictureNumber } from '../../../../electron/core/biometrics/capture-policy/tries.ts';
import { templateOf } from '../../../../electron/core/biometrics/face/portrait-template.ts';
import { sitterOf } from '../../../../electron/core/device/sitter.ts';
import { portraitRulesOf } from '../../../../electron/core/settings/portrait-rules.ts';
import { formatTime, localDay } from '../../../../electron/core/time/format.ts';
import { useLasting, useShortcuts, useT } from '../../../app/hooks.ts';
import { Button, StepFrame } from '../../../ui/index.ts';
import { ageOn } from '../dossier/age-and-time.ts';
import { DossierFace } from '../last-face/LastFace.tsx';
import type { StepProps } from '../dossier/step-props.ts';
import { useCitizenScene } from '../dossier/use-citizen-screen.ts';
import { AttemptsList } from './AttemptsList.tsx';
import { CapturePane } from './CapturePane.tsx';
import { CriteriaList } from './portrait/CriteriaList.tsx';
import { LivePortrait } from './portrait/LivePortrait.tsx';
import { OverrideDialog } from './portrait/OverrideDialog.tsx';
import { PortraitChecks } from './portrait/PortraitChecks.tsx';
import { useCheckedStill } from './portrait/use-checked-still.ts';
import { useLiveCheck } from './portrait/use-live-check.ts';
import { RetakeDialog } from './RetakeDialog.tsx';
import { StoredCapture } from './StoredCapture.tsx';
import { useCapture } from './use-capture.ts';
import { useFailureRecord } from './use-failure-record.ts';
import { useRules } from './use-rules.ts';
import { useDecision } from './use-decision.ts';

const SLOT = 'portrait';

/** The portrait: live criteria, taken by itself when all are met, cut out upright, and taken or taken with a reason. */
export function PortraitStep(props: StepProps) {
  const { dossier, open, next, back } = props;
  const t = useT('enrolment');
  const tp = useT('portrait');
  const [redo, setRedo] = useState(false);
  const [asking, setAsking] = useState<'retake' | 'override'>();
  const slot = redo || !dossier.captures.some((c) => c.slot === SLOT) ? SLOT : undefined;
  useCitizenScene(slot === undefined ? null : { phase: 'guide', dossierId: dossier.id, slot });
  const template = templateOf(ageOn(dossier.person.birthDate, dossier.openedAt));
  const capturing = useCapture('camera', slot && { slot, missing: [], attempt: nextPictureNumber(dossier.attempts, slot), subject: dossier.id, sitter: sitterOf(dossier.person, localDay(dossier.openedAt)) });
  useFailureRecord(open, slot, capturing.view);
  const { phase } = capturing.view;
  const rules = useRules(portraitRulesOf);
  const seen = useLiveCheck(capturing, { template, holdMs: rules?.holdMs });
  const checked = useCheckedStill(capturing, template);
  const shown = checked === undefined ? capturing : { ...capturing, view: { phase: 'still' as const, still: checked.still } };
  const decision = useDecision(open, slot, shown, () => setRedo(false));
  const keeping = useLasting(decision.deciding);
  const checking = useLasting(phase === 'still' && checked === undefined);
  const accept = checked === undefined ? undefined : checked.ok ? decision.accept : () => setAsking('override');
  const go = slot === undefined ? next : phase === 'failed' ? capturing.restart : accept;
  const force = (): void => capturing.session.force();
  useShortcuts([
    { key: 'F12', run: () => go?.(), enabled: go !== undefined }, { key: 'Enter', run: () => go?.(), enabled: go !== undefined },
    { key: 'Escape', run: back }, { key: 'F9', run: force, enabled: phase === 'live' }, { key: 'F8', run: () => setAsking('retake'), enabled: checked !== undefined },
  ]);
  const close = (): void => setAsking(undefined);
  const kept = decision.kept === undefined ? null : <span className="saved" role="status">✓ {t('capture.kept', { slot: t(`slot.${decision.kept.slot}`), time: formatTime(decision.kept.atMs) })}</span>;
  const criteria = slot === undefined ? undefined : checked?.criteria ?? seen?.criteria;
  return (
    <StepFrame
      title={t('portrait.title')} notices={props.notices} scroll={false} aside={keeping ? t('capture.keeping') : kept ?? props.saved}
      actions={<Button shortcut="Esc" onClick={back}>{t('back')}</Button>}
      moreActions={<>
        {phase === 'live' && <Button shortcut="F9" onClick={force}>{t('capture.force')}</Button>}
        {checked !== undefined && <Button shortcut="F8" onClick={() => setAsking('retake')}>{t('capture.retake')}</Button>}
      </>}
      primary={accept !== undefined && slot !== undefined
        ? <Button kind="primary" shortcut="F12" busy={decision.deciding} onClick={accept}>{checked?.ok === true ? t('capture.accept') : tp('accept-with-reason')}</Button>
        : <Button kind="primary" shortcut="F12" disabled={slot !== undefined} onClick={next}>{t('next')}</Button>}
    >
      <div className="capture capture-beside">
        <DossierFace dossierId={dossier.id} place="capture" />
        {slot === undefined ? <StoredCapture dossier={dossier} slot={SLOT} onRedo={() => setRedo(true)} />
          : phase === 'live' ? <LivePortrait session={capturing.session} label={t('capture.live', { slot: t('slot.portrait') })} seen={seen} />
            : <CapturePane kind="camera" slot={SLOT} capturing={shown} instruction={t('portrait.instruct')} />}
        <aside className="capture-side">
          {checking && <p className="muted" role="status">{tp('checking')}</p>}
          {criteria !== undefined && criteria.length > 0 && <CriteriaList criteria={criteria} />}
          <PortraitChecks unchecked={checked !== undefined && checked.criteria.length === 0} />
          <AttemptsList attempts={dossier.attempts} slots={[SLOT]} />
        </aside>
      </div>
      <RetakeDialog kind="camera" open={asking === 'retake'} onClose={close} onReason={(reason) => { close(); decision.reject(reason); }} />
      <OverrideDialog open={asking === 'override'} onClose={close} onReason={(code) => { close(); decision.acceptWith(code); }} />
    </StepFrame>
  );
}
