import type { ReturnReason } from '../../electron/core/dossier/return-reasons.ts';
import type { FindingCode } from '../../electron/core/procedure/finding-codes.ts';
import type { SettingKey } from '../../electron/core/settings/settings.ts';
import type { ErrorCode } from '../../electron/core/errors/error-codes.ts';
import viAdmin from './vi/admin.json';
import viAudit from './vi/audit.json';
import viCitizen from './vi/citizen.json';
import viDesk from './vi/desk.json';
import viEnrolment from './vi/enrolment.json';
import viErrors from './vi/errors.json';
import viFees from './vi/fees.json';
import viFind from './vi/find.json';
import viForms from './vi/forms.json';
import viFindings from './vi/findings.json';
import viOutbox from './vi/outbox.json';
import viPapers from './vi/papers.json';
import viPortrait from './vi/portrait.json';
import viProcedure from './vi/procedure.json';
import viReasons from './vi/reasons.json';
import viReceipt from './vi/receipt.json';
import viReview from './vi/review.json';
import viShell from './vi/shell.json';
import viSettings from './vi/settings.json';
import viSignin from './vi/signin.json';
import viStates from './vi/states.json';
import viTechnician from './vi/technician.json';

/** Vietnamese is the truth: its keys type every `t(…)`. A missing error or reason sentence stops the build here. */
export const vi = {
  admin: viAdmin, audit: viAudit, citizen: viCitizen, desk: viDesk, enrolment: viEnrolment,
  errors: viErrors satisfies Record<ErrorCode, string>,
  fees: viFees,
  find: viFind,
  findings: viFindings satisfies Record<FindingCode, string>,
  forms: viForms, outbox: viOutbox, papers: viPapers, portrait: viPortrait, procedure: viProcedure,
  reasons: viReasons satisfies Record<ReturnReason | `told.${ReturnReason}`, string>,
  receipt: viReceipt, review: viReview,
  settings: viSettings satisfies Record<`${'name' | 'about'}.${SettingKey}`, string>,
  shell: viShell, signin: viSignin, states: viStates, technician: viTechnician,
} as const;
