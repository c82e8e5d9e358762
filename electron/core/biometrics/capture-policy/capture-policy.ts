import { expectedFingers, isSlap, type Finger } from '../../dossier/capture-slots.ts';
import { bestAttempt, isQualityWarning, warningsOf, type Attempt, type Findings } from './attempt.ts';
import { CAPTURE_PLANS, type CapturePlan, type PlanStep } from './capture-plan.ts';
import { DEFAULT_POLICY, type PolicySettings } from './policy-settings.ts';
import type { CaptureEffect, CaptureEvent, CaptureState, LogEntry } from './policy-state.ts';

/**
 * The rules of taking fingerprints as a machine without clock, device or pixels: the host runs the effects and feeds
 * back what happened. An event that doesn't fit the phase changes nothing.
 * Source: BSI TR-03121-3 Volume 2, supervised acquisition of plain and rolled fingerprints.
 */
export type CaptureMove = readonly [CaptureState, ...CaptureEffect[]];

export function startCapture(plan: CapturePlan, atMs: number, settings: PolicySettings = DEFAULT_POLICY): CaptureState {
  return {
    plan, settings, phase: { kind: 'marking-missing' }, missing: [], steps: CAPTURE_PLANS[plan], attempts: [], tries: 0, forced: false, kept: [],
    log: [{ atMs, what: 'started', plan, settings }],
  };
}

export function stepCapture(state: CaptureState, event: CaptureEvent): CaptureMove {
  const { phase } = state;
  switch (event.type) {
    case 'missing-marked': return markMissing(state, event);
    case 'platen-clear': return phase.kind === 'clearing' ? arm(state) : [state];
    case 'force': return phase.kind === 'capturing' ? [{ ...state, forced: true }, { run: 'capture-now' }] : [state];
    case 'captured': return phase.kind === 'capturing' ? judge(state, event.findings, event.atMs) : [state];
    case 'capture-failed': return phase.kind === 'capturing' ? fail(state, event) : [state];
    case 'use': return use(state, event);
    case 'recapture': return recapture(state, event);
    case 'single-fingers': return fallBack(state, event);
    case 'restart-all': return restart(state, event.atMs);
  }
}

export const missingFingers = (state: CaptureState): ReadonlySet<Finger> => new Set(state.missing.map(({ finger }) => finger));

const logged = (state: CaptureState, ...entries: readonly LogEntry[]): CaptureState => ({ ...state, log: [...state.log, ...entries] });
const fresh = { attempts: [], tries: 0, forced: false } as const;
const imagesOf = (attempts: readonly Attempt[]): readonly string[] => attempts.map(({ findings }) => findings.image);
const discard = (images: readonly string[]): readonly CaptureEffect[] => (images.length === 0 ? [] : [{ run: 'discard', images }]);

/** First of all, and again when a bandage is seen late; fingers already kept can't go missing any more. */
function markMissing(state: CaptureState, { marks, atMs }: Extract<CaptureEvent, { type: 'missing-marked' }>): CaptureMove {
  const kept = state.kept.flatMap(({ step }) => expectedFingers(step.slot, missingFingers(state)));
  if (state.phase.kind === 'finished' || marks.some(({ finger }) => kept.includes(finger))) return [state];
  return proceed(logged({ ...state, missing: marks }, { atMs, what: 'missing-marked', marks }), atMs, ...abandon(state));
}

/** Ends a running capture and throws away the tries of the step. */
const abandon = (state: CaptureState): readonly CaptureEffect[] =>
  [...(state.phase.kind === 'capturing' ? [{ run: 'disarm' } as const] : []), ...discard(imagesOf(state.attempts))];

/** On to the next step that has a finger left; the glass must be clear first. */
function proceed(state: CaptureState, atMs: number, ...before: readonly CaptureEffect[]): CaptureMove {
  const gone = missingFingers(state);
  const next = state.steps.findIndex(({ slot }) => expectedFingers(slot, gone).length > 0);
  const passed = next < 0 ? state.steps : state.steps.slice(0, next);
  const moved = logged({ ...state, ...fresh, steps: state.steps.slice(passed.length) }, ...passed.map((step): LogEntry => ({ atMs, what: 'step-skipped', step })));
  if (next < 0) return [logged({ ...moved, phase: { kind: 'finished' } }, { atMs, what: 'finished' }), ...before];
  return [{ ...moved, phase: { kind: 'clearing' } }, ...before, { run: 'await-clear' }];
}

function arm(state: CaptureState): CaptureMove {
  const step = state.steps[0]!;
  const expected = expectedFingers(step.slot, missingFingers(state));
  return [{ ...state, forced: false, phase: { kind: 'capturing' } }, { run: 'arm', step, expected, timeoutMs: state.settings.captureTimeoutMs }];
}

/** Good, or the last try: the officer decides. Bad, and tries are left: once more without asking. */
function judge(state: CaptureState, findings: Findings, atMs: number): CaptureMove {
  const step = state.steps[0]!;
  const missing = missingFingers(state);
  const warnings = warningsOf(findings, { step, missing, settings: state.settings });
  const attempt: Attempt = { number: state.tries + 1, findings, warnings };
  const after = logged({ ...state, tries: attempt.number, attempts: [...state.attempts, attempt] },
    { atMs, what: 'attempt', step, number: attempt.number, forced: state.forced, findings, warnings });
  if (!warnings.some(isQualityWarning)) return show(after, attempt, atMs);
  if (attempt.number < state.settings.attempts && !state.forced) return [{ ...after, phase: { kind: 'clearing' } }, { run: 'await-clear' }];
  return show(after, state.forced ? attempt : bestAttempt(after.attempts, step, missing)!, atMs);
}

function show(state: CaptureState, chosen: Attempt, atMs: number): CaptureMove {
  // After the last try low quality alone is no reason to go on: the person has no better fingers today.
  const triedAll = state.tries >= state.settings.attempts;
  const proposal = chosen.warnings.every(({ kind }) => kind === 'low-quality' && triedAll) ? 'use' : 'recapture';
  return [logged({ ...state, phase: { kind: 'deciding', chosen, proposal } },
    { atMs, what: 'shown', step: state.steps[0]!, number: chosen.number, proposal, warnings: chosen.warnings })];
}

/** A try without an image. When tries are used up, the best of those that gave one is shown; with none, it is tried on. */
function fail(state: CaptureState, { cause, atMs }: Extract<CaptureEvent, { type: 'capture-failed' }>): CaptureMove {
  const step = state.steps[0]!;
  const number = state.tries + 1;
  const after = logged({ ...state, tries: number }, { atMs, what: 'attempt-failed', step, number, cause });
  const best = bestAttempt(after.attempts, step, missingFingers(state));
  if (number >= state.settings.attempts && best !== undefined) return show(after, best, atMs);
  return [{ ...after, phase: { kind: 'clearing' } }, { run: 'await-clear' }];
}

const isGiven = (reason: string | undefined): boolean => reason !== undefined && reason.trim() !== '';

/** Using what the rules would take again is a veto and needs a reason. */
function use(state: CaptureState, { reason, atMs }: Extract<CaptureEvent, { type: 'use' }>): CaptureMove {
  const { phase } = state;
  if (phase.kind !== 'deciding') return [state];
  const veto = phase.proposal !== 'use';
  if (veto && !isGiven(reason)) return [state];
  const step = state.steps[0]!;
  const others = imagesOf(state.attempts.filter((attempt) => attempt !== phase.chosen));
  const kept = { ...state, kept: [...state.kept, { step, attempt: phase.chosen, veto }], steps: state.steps.slice(1) };
  return proceed(logged(kept, { atMs, what: 'used', step, number: phase.chosen.number, veto, reason }), atMs,
    { run: 'keep', step, image: phase.chosen.findings.image }, ...discard(others));
}

/** Throws the tries away and counts from one again. Refusing what is good is a veto and needs a reason. */
function recapture(state: CaptureState, { reason, atMs }: Extract<CaptureEvent, { type: 'recapture' }>): CaptureMove {
  const { phase } = state;
  if (phase.kind !== 'deciding') return [state];
  const veto = phase.chosen.warnings.length === 0;
  if (veto && !isGiven(reason)) return [state];
  return [logged({ ...state, ...fresh, phase: { kind: 'clearing' } }, { atMs, what: 'recapture', step: state.steps[0]!, veto, reason }),
    ...discard(imagesOf(state.attempts)), { run: 'await-clear' }];
}

/** At any moment of a slap: its fingers one by one instead. */
function fallBack(state: CaptureState, { reason, atMs }: Extract<CaptureEvent, { type: 'single-fingers' }>): CaptureMove {
  const step = state.steps[0];
  const running = state.phase.kind === 'clearing' || state.phase.kind === 'capturing' || state.phase.kind === 'deciding';
  if (!running || step === undefined) return [state];
  if (!isSlap(step.slot)) return [state];
  const singles = expectedFingers(step.slot, missingFingers(state)).map((slot): PlanStep => ({ slot, kind: step.kind }));
  return proceed(logged({ ...state, steps: [...singles, ...state.steps.slice(1)] }, { atMs, what: 'single-fingers', step, reason }), atMs, ...abandon(state));
}

function restart(state: CaptureState, atMs: number): CaptureMove {
  if (state.phase.kind === 'marking-missing') return [state];
  const again = { ...state, ...fresh, phase: { kind: 'marking-missing' }, missing: [], steps: CAPTURE_PLANS[state.plan], kept: [] } as const;
  return [logged(again, { atMs, what: 'restarted' }), ...abandon(state), ...discard(state.kept.map(({ attempt }) => attempt.findings.image))];
}
