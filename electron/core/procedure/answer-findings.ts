import type { Finding } from './fact.ts';
import type { FindingCode } from './finding-codes.ts';

/**
 * Warnings that the officer passes only with a reason, which is logged and countersigned by the chief. The rest are told
 * and stop nobody: a disputed end date of a fee reduction is no reason to type something for every citizen.
 */
const NEED_A_REASON: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'applicant.age-band-uncertain', 'applicant.birth-in-future', 'applicant.proof-missing', 'applicant.representative-assists',
  'applicant.representative-missing', 'applicant.too-young', 'reception.adjustment-open', 'reception.data-wrong', 'reception.ground-unknown',
  'reception.had-card', 'reception.kind-differs', 'reception.no-former-card', 'reception.no-residence', 'reception.not-in-database',
]);

/** Whether a finding stands in the way until somebody gives a reason. A block isn't passed by any reason: its cause is removed, or the citizen refused. */
export const needsReason = ({ severity, code }: Finding): boolean => severity === 'warning' && NEED_A_REASON.has(code);

/** Findings that still keep a dossier from being submitted. @param passed codes for which a reason is on file */
export const standing = (findings: readonly Finding[], passed: ReadonlySet<string>): readonly Finding[] =>
  findings.filter((one) => one.severity === 'block' || (needsReason(one) && !passed.has(one.code)));
