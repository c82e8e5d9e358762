import type { vi } from './resources.ts';
import enAdmin from './en/admin.json';
import enAudit from './en/audit.json';
import enCitizen from './en/citizen.json';
import enDesk from './en/desk.json';
import enEnrolment from './en/enrolment.json';
import enErrors from './en/errors.json';
import enFees from './en/fees.json';
import enFind from './en/find.json';
import enFindings from './en/findings.json';
import enForms from './en/forms.json';
import enOutbox from './en/outbox.json';
import enPapers from './en/papers.json';
import enPortrait from './en/portrait.json';
import enProcedure from './en/procedure.json';
import enReasons from './en/reasons.json';
import enReceipt from './en/receipt.json';
import enReview from './en/review.json';
import enSettings from './en/settings.json';
import enShell from './en/shell.json';
import enSignin from './en/signin.json';
import enStates from './en/states.json';
import enTechnician from './en/technician.json';

type SameKeys<T> = { readonly [Namespace in keyof T]: { readonly [Key in keyof T[Namespace]]: string } };

/** A script of its own: read only where somebody works in English. */
export const en = {
  admin: enAdmin, audit: enAudit, citizen: enCitizen, desk: enDesk, enrolment: enEnrolment, errors: enErrors, fees: enFees,
  find: enFind, findings: enFindings, forms: enForms, outbox: enOutbox, papers: enPapers, portrait: enPortrait, procedure: enProcedure,
  reasons: enReasons, receipt: enReceipt, review: enReview, settings: enSettings, shell: enShell, signin: enSignin, states: enStates,
  technician: enTechnician,
} as const satisfies SameKeys<typeof vi>;
