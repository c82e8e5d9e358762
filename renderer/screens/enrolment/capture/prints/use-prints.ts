import { useMemo, useState } from 'react';
import type { StillView } from '../../../../../electron/contract/device.ts';
import type { Dossier } from '../../../../../electron/contract/dossier.ts';
import type { PolicySettings } from '../../../../../electron/core/biometrics/capture-policy/policy-settings.ts';
import { capturedNow, resumeCapture } from '../../../../../electron/core/biometrics/capture-policy/resume.ts';
import { nextPictureNumber } from '../../../../../electron/core/biometrics/capture-policy/tries.ts';
import { sitterOf } from '../../../../../electron/core/device/sitter.ts';
import type { FingerprintSlot } from '../../../../../electron/core/dossier/capture-slots.ts';
import { localDay } from '../../../../../electron/core/time/format.ts';
import type { OpenDossier } from '../../dossier/open-dossier.ts';
import { missingOf, slotsOf } from '../finger-plan.ts';
import { useFailureRecord } from '../use-failure-record.ts';
import { useSetAside } from '../use-set-aside.ts';
import { useCapture, type Capturing } from '../use-capture.ts';
import { findingsOf } from './print-findings.ts';

export type PrintsWanted = {
  readonly dossier: Dossier;
  readonly open: OpenDossier;
  readonly rules: PolicySettings | undefined;
  readonly paused: boolean;
  readonly oneByOne: boolean;
  readonly again: FingerprintSlot | undefined;
};

/** An image that waits for the officer. `advice` is what the rules would do. */
export type Deciding = { readonly still: StillView; readonly advice: 'use' | 'recapture' };
export type Prints = {
  /** What is captured or decided on now; undefined when nothing is left. */
  readonly slot: FingerprintSlot | undefined;
  /** All that is to be captured is there. False while the rules are still being asked for. */
  readonly done: boolean;
  /** Tries of this slot so far, the one on the screen left out. */
  readonly tries: number;
  readonly deciding: Deciding | undefined;
  /** A bad try is being recorded; the next one starts by itself. */
  readonly settingAside: boolean;
  readonly capturing: Capturing;
};

/**
 * The rules of capture on the screen. The machine is built anew from what is on record after every change, so that a lock,
 * a crash or another officer goes on where it stood; only the image on the screen is fed to it here.
 */
export function usePrints({ dossier, open, rules, paused, oneByOne, again }: PrintsWanted): Prints {
  const [stills, setStills] = useState<ReadonlyMap<string, StillView>>(new Map());
  const base = useMemo(() => (rules === undefined ? undefined : resumeCapture({
    settings: rules, prints: dossier.capturePlan.prints, missing: dossier.missingFingers, captured: slotsOf(dossier.captures), oneByOne, again, atHand: new Set(stills.keys()),
    tries: dossier.attempts.map((attempt) => ({ ...attempt, findings: attempt.sha256 === null ? undefined : findingsOf(attempt.sha256, attempt.analysis) })),
  }, 0)), [rules, dossier, oneByOne, again, stills]);
  const slot = base?.steps[0]?.slot;
  const best = base?.phase.kind === 'deciding' ? { chosen: stills.get(base.phase.chosen.findings.image), advice: base.phase.proposal } : undefined;
  const order = slot === undefined || paused || best !== undefined ? undefined
    : { slot, missing: [...missingOf(dossier)], attempt: nextPictureNumber(dossier.attempts, slot), subject: dossier.id, sitter: sitterOf(dossier.person, localDay(dossier.openedAt)) };
  const capturing = useCapture('fingerprint-scanner', order);
  useFailureRecord(open, slot, capturing.view);
  const still = capturing.view.phase === 'still' && capturing.view.still.slot === slot ? capturing.view.still : undefined;
  const [failedAside, setFailedAside] = useState<StillView>();
  const verdict = still === undefined || base === undefined ? undefined : verdictOf(base, still);
  const aside = verdict === 'set-aside' && still !== failedAside ? still : undefined;
  useSetAside(open, aside, slot, {
    keep: (one) => setStills((known) => new Map([...known, [one.sha256, one]].slice(-KEPT_STILLS) as [string, StillView][])),
    failed: setFailedAside,
  });
  const deciding = best?.chosen !== undefined ? { still: best.chosen, advice: best.advice }
    : still === undefined || aside !== undefined || verdict === undefined ? undefined : { still, advice: verdict === 'use' ? 'use' as const : 'recapture' as const };
  return { slot, done: base?.phase.kind === 'finished', tries: base?.tries ?? 0, deciding, settingAside: aside !== undefined, capturing };
}

/** Enough for the tries of one slot; each holds a picture of about a megabyte. */
const KEPT_STILLS = 9;

function verdictOf(base: ReturnType<typeof resumeCapture>, still: StillView): 'use' | 'recapture' | 'set-aside' {
  if (still.analysis === null) return 'use';
  const findings = findingsOf(still.sha256, still.analysis);
  if (findings === undefined) return 'recapture';
  const [{ phase, tries }] = capturedNow(base, findings, { forced: still.warnings.includes('forced'), atMs: 0 });
  if (phase.kind !== 'deciding') return 'set-aside';
  // The last of several bad tries goes on record like those before it; the best of all is decided on then.
  const lastOfSeveral = tries >= base.settings.attempts && tries > 1 && !still.warnings.includes('forced') && still.analysis.verdict === 'retake';
  return lastOfSeveral ? 'set-aside' : phase.proposal;
}
