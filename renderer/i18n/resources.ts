import type { ReturnReason } from '../../electron/core/dossier/return-reasons.ts';
import type { FindingCode } from '../../electron/core/procedure/finding-codes.ts';
import type { SettingKey } from '../../electron/core/settings/settings.ts';
import type { ErrorCode } from '../../electron/core/errors/error-codes.ts';
import enAdmin from './en/admin.json';
import enAudit from './en/audit.json';
import enCitizen from './en/citizen.json';
import enDesk from './en/desk.json';
import enEnrolment from './en/enrolment.json';
import enErrors from './en/errors.json';
import enFind from './en/find.json';
import enForms from './en/forms.json';
import enFindings from './en/findings.json';
import enOutbox from './en/outbox.json';
import enPortrait from './en/portrait.json';
import enProcedure from './en/procedure.json';
import enReasons from './en/reasons.json';
import enReceipt from './en/receipt.json';
import enReview from './en/review.json';
import enShell from './en/shell.json';
import enSettings from './en/settings.json';
import enSignin from './en/signin.json';
import enStates from './en/states.json';
import enTechnician from './en/technician.json';
import viAdmin from './vi/admin.json';
import viAudit from './vi/audit.json';
import viCitizen from './vi/citizen.json';
import viDesk from './vi/desk.json';
import viEnrolment from './vi/enrolment.json';
import viErrors from './vi/errors.json';
import viFind from './vi/find.json';
import viForms from './vi/forms.json';
import viFindings from './vi/findings.json';
import viOutbox from './vi/outbox.json';
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
  find: viFind,
  findings: viFindings satisfies Record<FindingCode, string>,
  forms: viForms, outbox: viOutbox, portrait: viPortrait, procedure: viProcedure,
  reasons: viReasons satisfies Record<ReturnReason | `told.${ReturnReason}`, string>,
  receipt: viReceipt, review: viReview,
  settings: viSettings satisfies Record<`${'name' | 'about'}.${SettingKey}`, string>,
  shell: viShell, signin: viSignin, states: viStates, technician: viTechnician,
} as const;

type SameKeys<T> = { readonly [Namespace in keyof T]: { readonly [Key in keyof T[Namespace]]: string } };

export const en = {
  admin: enAdmin, audit: enAudit, citizen: enCitizen, desk: enDesk, enrolment: enEnrolment, errors: enErrors, find: enFind, findings: enFindings, forms: enForms, outbox: enOutbox, portrait: enPortrait, procedure: enProcedure, reasons: enReasons,
  receipt: enReceipt, review: enReview, settings: enSettings, shell: enShell, signin: enSignin, states: enStates, technician: enTechnician,
} as const satisfies SameKeys<typeof vi>;
