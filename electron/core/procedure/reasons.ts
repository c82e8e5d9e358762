import type { CaptureSlot } from '../dossier/capture-slots.ts';
import { RETURN_REASONS, type ReturnReason } from '../dossier/return-reasons.ts';
import { sourced, type Basis } from './fact.ts';
import type { DocumentKind } from './papers.ts';

export type ReasonStage = 'reception' | 'quality-check' | 'centre' | 'technical';
/** `sometimes`: the centre's note decides. */
export type Recapture = 'none' | 'portrait' | 'fingerprints' | 'iris' | 'all' | 'sometimes';
export type NextAction =
  | 'collect-population-data' | 'adjust-population-data' | 'reconcile-papers' | 'register-residence' | 'bring-representative' | 'explain-and-refuse'
  | 'recapture' | 'correct-entry' | 'update-and-resubmit' | 'verify-identity' | 'sign-again';

export type ReasonRule = {
  readonly code: ReturnReason;
  readonly stages: readonly ReasonStage[];
  /** Who has to move next. */
  readonly actor: 'citizen' | 'officer' | 'chief' | 'technician';
  /** Whether the citizen has to come back for it. */
  readonly citizenComes: boolean;
  readonly recapture: Recapture;
  readonly next: NextAction;
  readonly basis: Basis;
};

const BASIS = sourced('return-reasons');
type Move = Pick<ReasonRule, 'actor' | 'citizenComes' | 'recapture' | 'next'>;
const row = (code: ReturnReason, stages: readonly ReasonStage[], move: Move): ReasonRule => ({ code, stages, ...move, basis: BASIS });
const again = (recapture: Recapture): Move => ({ actor: 'citizen', citizenComes: true, recapture, next: 'recapture' });
const edit = (next: NextAction, actor: Move['actor'], citizenComes = false): Move => ({ actor, citizenComes, recapture: 'none', next });

/** Every reason for which a dossier is refused, returned or rejected, with what comes next. The law names cases, the letters are the project's. */
export const REASON_RULES: Readonly<Record<ReturnReason, ReasonRule>> = {
  R01: row('R01', ['reception'], edit('collect-population-data', 'officer', true)),
  R02: row('R02', ['reception'], edit('adjust-population-data', 'officer', true)),
  R03: row('R03', ['reception'], edit('reconcile-papers', 'citizen', true)),
  R04: row('R04', ['reception'], edit('register-residence', 'citizen', true)),
  R05: row('R05', ['reception'], edit('bring-representative', 'citizen', true)),
  R06: row('R06', ['reception'], edit('explain-and-refuse', 'officer', true)),
  R07: row('R07', ['quality-check'], again('portrait')),
  R08: row('R08', ['quality-check'], again('fingerprints')),
  R09: row('R09', ['quality-check'], again('iris')),
  R10: row('R10', ['quality-check', 'centre'], edit('correct-entry', 'officer')),
  R11: row('R11', ['centre'], edit('update-and-resubmit', 'officer')),
  R12: row('R12', ['centre'], edit('verify-identity', 'chief', true)),
  R13: row('R13', ['centre'], { actor: 'chief', citizenComes: true, recapture: 'sometimes', next: 'verify-identity' }),
  R14: row('R14', ['quality-check'], edit('sign-again', 'citizen', true)),
  R15: row('R15', ['technical'], again('all')),
};

export const reasonsAt = (stage: ReasonStage): readonly ReasonRule[] => RETURN_REASONS.map((code) => REASON_RULES[code]).filter(({ stages }) => stages.includes(stage));
/** Whether one capture may be used again in a new dossier: only what the reason doubts is taken anew. */
export function mayReuse(slot: CaptureSlot, code: ReturnReason): boolean {
  const { recapture } = REASON_RULES[code];
  if (recapture === 'all' || recapture === 'sometimes') return false;
  if (recapture === 'portrait') return slot !== 'portrait';
  return recapture !== 'fingerprints' || slot === 'portrait' || slot === 'signature';
}
/**
 * Whether the pages of a paper may be used again: not where the papers, the identity or the whole recording is doubted, nor the
 * proof of representation where that was what was missing. Its number and date stay in any case.
 */
export function mayReusePages(kind: DocumentKind, code: ReturnReason): boolean {
  const { recapture, next } = REASON_RULES[code];
  if (recapture === 'all' || next === 'verify-identity' || next === 'reconcile-papers') return false;
  return next !== 'bring-representative' || (kind !== 'representative' && kind !== 'birth-certificate');
}
/** Every returned dossier is told to the citizen, within this many working days. Own target: silence is the complaint most often heard. */
export const TELL_WITHIN_WORKING_DAYS = 1;
