import type { Handlers } from '../../../electron/contract/call.ts';
import type { FormSubject, formContract } from '../../../electron/contract/forms.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { FormDesk } from '../forms/form-desk.ts';
import { auditSubject } from '../forms/form-repository.ts';
import type { PageContext } from '../station/page-context.ts';
import type { Station } from '../station/station.ts';
import { acting, noteView } from './acting.ts';

/** The legal forms of a dossier or reception, and the day sheet. A preview is a view of the citizen and audited as one. */
export const formHandlers = (station: Station, forms: FormDesk): Handlers<typeof formContract, PageContext> => ({
  'form.list': ({ subject }, context) => forms.list(readable(subject, context)),
  'form.draw': ({ subject, job, preview }, context) => {
    if (!preview) return forms.issue(readable(subject, context), job, acting(context).user, 'shown');
    noteView(station, acting(context), 'form.view', auditSubject(subject), job);
    return forms.preview(readable(subject, context), job);
  },
  'form.print': ({ subject, job, printerId }, context) => forms.print(readable(subject, context), job, { printerId, officer: acting(context).user }),
});

/** An officer's money is for them and for whoever supervises them; citizens' forms are not the auditor's. @throws {AppError} session.role */
function readable(subject: FormSubject, context: PageContext): FormSubject {
  const { user } = acting(context);
  const isFor = subject.of === 'fee-day' ? user.role !== 'officer' || subject.id === user.id : user.role !== 'auditor';
  if (!isFor) throw new AppError('session.role', { call: 'form' });
  return subject;
}
