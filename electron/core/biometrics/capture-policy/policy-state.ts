import type { Finger, MissingReason } from '../../dossier/capture-slots.ts';
import type { Attempt, Findings, Warning } from './attempt.ts';
import type { CapturePlan, PlanStep } from './capture-plan.ts';
import type { PolicySettings } from './policy-settings.ts';

export type MissingMark = { readonly finger: Finger; readonly reason: MissingReason };

export type Phase =
  /** Nothing is captured before the officer said which fingers there are. */
  | { readonly kind: 'marking-missing' }
  /** Fingers of the capture before must leave the glass. */
  | { readonly kind: 'clearing' }
  | { readonly kind: 'capturing' }
  /** A capture waits for the officer: `proposal` is what the rules would do. */
  | { readonly kind: 'deciding'; readonly chosen: Attempt; readonly proposal: 'use' | 'recapture' }
  | { readonly kind: 'finished' };

/** What was used for a step, and whether against the rules' advice. */
export type Kept = { readonly step: PlanStep; readonly attempt: Attempt; readonly veto: boolean };

/** What must be on record of every acquisition, in order. No pixels, no names. Source: BSI TR-03121-3, function module LOG. */
export type LogEntry = { readonly atMs: number } & (
  | { readonly what: 'started'; readonly plan: CapturePlan; readonly settings: PolicySettings }
  | { readonly what: 'missing-marked'; readonly marks: readonly MissingMark[] }
  | { readonly what: 'step-skipped'; readonly step: PlanStep }
  | { readonly what: 'attempt'; readonly step: PlanStep; readonly number: number; readonly forced: boolean; readonly findings: Findings; readonly warnings: readonly Warning[] }
  | { readonly what: 'attempt-failed'; readonly step: PlanStep; readonly number: number; readonly cause: 'timeout' | 'device' }
  | { readonly what: 'shown'; readonly step: PlanStep; readonly number: number; readonly proposal: 'use' | 'recapture'; readonly warnings: readonly Warning[] }
  | { readonly what: 'used'; readonly step: PlanStep; readonly number: number; readonly veto: boolean; readonly reason: string | undefined }
  | { readonly what: 'recapture'; readonly step: PlanStep; readonly veto: boolean; readonly reason: string | undefined }
  | { readonly what: 'single-fingers'; readonly step: PlanStep; readonly reason: string | undefined }
  | { readonly what: 'restarted' }
  | { readonly what: 'finished' }
);

export type CaptureState = {
  readonly plan: CapturePlan;
  readonly settings: PolicySettings;
  readonly phase: Phase;
  readonly missing: readonly MissingMark[];
  /** Steps still to do, the current one first. The single-finger fallback replaces a slap by its fingers. */
  readonly steps: readonly PlanStep[];
  readonly attempts: readonly Attempt[];
  /** Tries of the current step, those that gave no image included. */
  readonly tries: number;
  readonly forced: boolean;
  readonly kept: readonly Kept[];
  readonly log: readonly LogEntry[];
};

export type CaptureEvent = { readonly atMs: number } & (
  | { readonly type: 'missing-marked'; readonly marks: readonly MissingMark[] }
  | { readonly type: 'platen-clear' }
  | { readonly type: 'captured'; readonly findings: Findings }
  | { readonly type: 'capture-failed'; readonly cause: 'timeout' | 'device' }
  /** The officer takes the picture that is there, whatever the scanner thinks of it. */
  | { readonly type: 'force' }
  /** Against the proposal only with a reason. */
  | { readonly type: 'use'; readonly reason?: string | undefined }
  | { readonly type: 'recapture'; readonly reason?: string | undefined }
  | { readonly type: 'single-fingers'; readonly reason?: string | undefined }
  | { readonly type: 'restart-all' }
);

export type CaptureEffect =
  /** Wait until the glass is empty, then report `platen-clear`. */
  | { readonly run: 'await-clear' }
  | { readonly run: 'arm'; readonly step: PlanStep; readonly expected: readonly Finger[]; readonly timeoutMs: number }
  | { readonly run: 'capture-now' }
  | { readonly run: 'disarm' }
  | { readonly run: 'keep'; readonly step: PlanStep; readonly image: string }
  /** Pictures that weren't chosen are deleted; what was measured of them stays in the log. */
  | { readonly run: 'discard'; readonly images: readonly string[] };
