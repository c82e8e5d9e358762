import { useState } from 'react';
import { templateOf } from '../../../../electron/core/biometrics/face/portrait-template.ts';
import { portraitRulesOf } from '../../../../electron/core/settings/portrait-rules.ts';
import { BusyButton } from '../../../app/BusyButton.tsx';
import { useLasting, useShortcuts, useT } from '../../../app/hooks.ts';
import { Button, Progress, StepFrame } from '../../../ui/index.ts';
import { agesOn } from '../dossier/age-and-time.ts';
import { DossierFace } from '../last-face/LastFace.tsx';
import type { StepProps } from '../dossier/step-props.ts';
import { useCitizenScene } from '../dossier/use-citizen-screen.ts';
import { AttemptsList } from './AttemptsList.tsx';
import { CapturePane } from './CapturePane.tsx';
import { AdjustPane } from './portrait/AdjustPane.tsx';
import { CriteriaList } from './portrait/CriteriaList.tsx';
import { LivePortrait } from './portrait/LivePortrait.tsx';
import { OverrideDialog } from './portrait/OverrideDialog.tsx';
import { PortraitChecks } from './portrait/PortraitChecks.tsx';
import { PortraitTries } from './portrait/PortraitTries.tsx';
import { usePortraits, type Portraits } from './portrait/use-portraits.ts';
import { KeptMark } from './KeptMark.tsx';
import { RetakeDialog } from './RetakeDialog.tsx';
import { StoredCapture } from './StoredCapture.tsx';
import { useRules } from './use-rules.ts';
import { useDecision } from './use-decision.ts';

const SLOT = 'portrait';

/** The portrait: live criteria, taken by itself when all are met, cut out upright; the best of several tries; taken, or taken with a reason. */
export function PortraitStep(props: StepProps) {
  const { dossier, open, next, back } = props;
  const t = useT('enrolment');
  const tp = useT('portrait');
  const [redo, setRedo] = useState(false);
  const [asking, setAsking] = useState<'retake' | 'override'>();
  const [adjusting, setAdjusting] = useState(false);
  const slot = redo || !dossier.captures.some((c) => c.slot === SLOT) ? SLOT : undefined;
  useCitizenScene(slot === undefined ? null : { phase: 'guide', dossierId: dossier.id, slot });
  // Of a child whose day of birth nobody knows the younger age counts: its limits are the wider ones.
  const template = templateOf(agesOn(dossier.person.birthDate, dossier.openedAt)?.least);
  const portraits = usePortraits({ dossier, open, template, rules: useRules(portraitRulesOf), wanted: slot !== undefined });
  const { capturing, deciding, choices, windows, takeAnother } = portraits;
  const shown = deciding?.portrait;
  const { phase } = capturing.view;
  const decision = useDecision(open, { slot, sha256: shown?.still.sha256, capturing }, () => setRedo(false));
  const moves = adjusting && shown?.movable === true;
  const accept = shown === undefined || windows.busy ? undefined : shown.ok ? () => decision.accept() : () => setAsking('override');
  const go = slot === undefined ? next : phase === 'failed' && shown === undefined ? capturing.restart : accept;
  const force = (): void => capturing.session.force();
  const another = takeAnother ?? (() => setAsking('retake'));
  const adjust = (): void => setAdjusting((on) => !on);
  const step = (by: 1 | -1): void => {
    const at = choices.findIndex(({ number }) => number === deciding?.number);
    const to = choices[at + by];
    if (to !== undefined) portraits.choose(to.number);
  };
  useShortcuts([
    { key: 'F12', run: () => go?.(), enabled: go !== undefined }, { key: 'Enter', run: () => go?.(), enabled: go !== undefined },
    { key: 'Escape', run: moves ? adjust : back }, { key: 'F9', run: force, enabled: phase === 'live' }, { key: 'F8', run: another, enabled: shown !== undefined },
    { key: 'F7', run: adjust, enabled: shown?.movable === true }, { key: 'PageUp', run: () => step(-1), enabled: shown !== undefined }, { key: 'PageDown', run: () => step(1), enabled: shown !== undefined },
  ]);
  const close = (): void => setAsking(undefined);
  return (
    <StepFrame
      title={t('portrait.title')} notices={props.notices} scroll={false} aside={<KeptMark decision={decision} saved={props.saved} />}
      actions={<>
        <Button shortcut="Esc" onClick={moves ? adjust : back}>{t('back')}</Button>
        {shown?.movable === true && <Button shortcut="F7" pressed={moves} onClick={adjust}>{tp(moves ? 'adjust.done' : 'adjust')}</Button>}
      </>}
      moreActions={<>
        {phase === 'live' && <Button shortcut="F9" onClick={force}>{t('capture.force')}</Button>}
        {shown !== undefined && <Button shortcut="F8" onClick={another}>{takeAnother === undefined ? t('capture.retake') : tp('take-another')}</Button>}
      </>}
      primary={shown !== undefined && slot !== undefined
        ? <BusyButton during={decision.deciding} busy={windows.busy} kind="primary" shortcut="F12" onClick={() => accept?.()}>{shown.ok ? t('capture.accept') : tp('accept-with-reason')}</BusyButton>
        : <Button kind="primary" shortcut="F12" disabled={slot !== undefined} onClick={next}>{t('next')}</Button>}
    >
      <div className="capture capture-beside">
        <DossierFace dossierId={dossier.id} place="capture" />
        {slot === undefined ? <StoredCapture dossier={dossier} slot={SLOT} onRedo={() => setRedo(true)} />
          : moves ? <AdjustPane portrait={shown} wanted={windows.wanted(shown)} busy={windows.busy} onMove={(to) => windows.move(shown, to)} />
            : <PortraitPane portraits={portraits} />}
        <PortraitSide step={props} portraits={portraits} captured={slot === undefined} />
      </div>
      <RetakeDialog kind="camera" open={asking === 'retake'} onClose={close} onReason={(reason) => { close(); decision.reject(reason); }} />
      <OverrideDialog open={asking === 'override'} onClose={close} onReason={(code) => { close(); decision.accept(code); }} />
    </StepFrame>
  );
}

/** The large picture: the one that waits for the officer, else what the camera sees, else its trouble. */
function PortraitPane({ portraits: { capturing, deciding, seen, settingAside } }: { readonly portraits: Portraits }) {
  const t = useT('enrolment');
  const tp = useT('portrait');
  if (settingAside) return <div className="pane pane-words"><Progress label={tp('setting-aside')} /></div>;
  if (deciding === undefined && capturing.view.phase === 'live') return <LivePortrait session={capturing.session} label={t('capture.live', { slot: t('slot.portrait') })} seen={seen} />;
  const shown = deciding === undefined ? capturing : { ...capturing, view: { phase: 'still' as const, still: deciding.portrait.still } };
  return <CapturePane kind="camera" slot={SLOT} capturing={shown} instruction={t('portrait.instruct')} />;
}

type SideProps = { readonly step: StepProps; readonly portraits: Portraits; readonly captured: boolean };

/** Criteria of what is seen, the tries to choose from, what only the eye can tell, and the tries on record. */
function PortraitSide({ step: { dossier }, portraits: { deciding, proposed, choices, choose, seen, checking }, captured }: SideProps) {
  const tp = useT('portrait');
  const slow = useLasting(checking);
  const shown = deciding?.portrait;
  const criteria = captured ? undefined : shown?.criteria ?? seen?.criteria;
  return (
    <aside className="capture-side">
      {slow && <p className="muted" role="status">{tp('checking')}</p>}
      {deciding !== undefined && choices.length > 1 && deciding.number === proposed && <p className="tone-look" role="status"><span aria-hidden="true">▲ </span>{tp('best-of', { count: deciding.number })}</p>}
      {deciding !== undefined && choices.length > 1 && <PortraitTries choices={choices} shown={deciding.number} onChoose={choose} />}
      {criteria !== undefined && criteria.length > 0 && <CriteriaList criteria={criteria} />}
      <PortraitChecks unchecked={shown !== undefined && shown.criteria.length === 0} />
      <AttemptsList attempts={dossier.attempts} slots={[SLOT]} />
    </aside>
  );
}
