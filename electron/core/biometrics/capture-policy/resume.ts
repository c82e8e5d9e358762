import { expectedFingers, isRolled, isSlap, type CaptureSlot, type Finger, type FingerprintSlot } from '../../dossier/capture-slots.ts';
import { bestAttempt, warningsOf, type Attempt, type Findings } from './attempt.ts';
import type { PlanStep } from './capture-plan.ts';
import { missingFingers, startCapture, stepCapture, type CaptureMove } from './capture-policy.ts';
import type { PolicySettings } from './policy-settings.ts';
import type { CaptureState, MissingMark } from './policy-state.ts';
import { currentRound, type Try } from './tries.ts';

/** What is on record of a citizen's prints: enough to go on with the capture after a lock, a crash or a change of shift. */
export type CaptureFacts = {
  /** What is to be captured of this citizen, in order; empty where nothing is. */
  readonly prints: readonly FingerprintSlot[];
  readonly settings: PolicySettings;
  readonly missing: readonly MissingMark[];
  readonly captured: ReadonlySet<CaptureSlot>;
  /** `findings` is undefined where nothing was measured. */
  readonly tries: readonly (Try & { readonly findings: Findings | undefined })[];
  /** Images that can still be shown; a try whose image is gone can't be chosen any more. */
  readonly atHand: ReadonlySet<string>;
  /** The officer wants single fingers in place of slaps. */
  readonly oneByOne: boolean;
  /** What is to be captured once more although it is there. */
  readonly again: FingerprintSlot | undefined;
};

/**
 * The machine as it stands for these facts: at the first step that isn't done, in `deciding` when its tries are used up,
 * else waiting for the glass to clear. The glass of the devices here is cleared by the device: feed `platen-clear`.
 */
export function resumeCapture(facts: CaptureFacts, atMs: number): CaptureState {
  const [started] = stepCapture(startCapture(facts.prints.some(isRolled) ? '4-4-2+10-rolled' : '4-4-2', atMs, facts.settings), { type: 'missing-marked', marks: facts.missing, atMs });
  const steps = stepsLeft(facts, missingFingers(started));
  const [step] = steps;
  if (step === undefined) return { ...started, steps, phase: { kind: 'finished' } };
  const round = currentRound(facts.tries, step.slot);
  const attempts = round.flatMap(({ attempt, findings, sha256 }): readonly Attempt[] =>
    (findings === undefined || sha256 === null || !facts.atHand.has(sha256) ? [] : [{ number: attempt, findings, warnings: warningsOf(findings, { step, missing: missingFingers(started), settings: facts.settings }) }]));
  const state: CaptureState = { ...started, steps, attempts, tries: round.length, phase: { kind: 'clearing' } };
  const best = bestAttempt(attempts, step, missingFingers(started));
  if (best === undefined || round.length < facts.settings.attempts) return state;
  const proposal = best.warnings.every(({ kind }) => kind === 'low-quality') ? 'use' : 'recapture';
  return { ...state, phase: { kind: 'deciding', chosen: best, proposal } };
}

/** A still that came: into the machine, as forced where the officer forced it. */
export function capturedNow(state: CaptureState, findings: Findings, { forced, atMs }: { readonly forced: boolean; readonly atMs: number }): CaptureMove {
  const [armed] = stepCapture(state, { type: 'platen-clear', atMs });
  const [ready] = forced ? stepCapture(armed, { type: 'force', atMs }) : [armed];
  return stepCapture(ready, { type: 'captured', findings, atMs });
}

const stepFor = (slot: FingerprintSlot): PlanStep => ({ slot, kind: isRolled(slot) ? 'rolled' : 'plain' });

function stepsLeft({ prints, captured, oneByOne, again }: CaptureFacts, missing: ReadonlySet<Finger>): readonly PlanStep[] {
  const due = prints.flatMap((slot): readonly PlanStep[] => {
    const step = stepFor(slot);
    if (captured.has(slot) || !isSlap(slot)) return captured.has(slot) || expectedFingers(slot, missing).length === 0 ? [] : [step];
    const fingers = expectedFingers(slot, missing);
    const single = oneByOne || fingers.some((finger) => captured.has(finger));
    if (single) return fingers.filter((finger) => !captured.has(finger)).map((finger) => ({ slot: finger, kind: 'plain' }));
    return fingers.length === 0 ? [] : [step];
  });
  return again === undefined ? due : [stepFor(again), ...due.filter(({ slot }) => slot !== again)];
}
