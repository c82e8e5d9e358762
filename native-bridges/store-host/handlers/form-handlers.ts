import type { Handlers } from '../../../electron/contract/call.ts';
import type { formContract } from '../../../electron/contract/forms.ts';
import type { FormDesk } from '../forms/form-desk.ts';
import type { PageContext } from '../station/page-context.ts';
import type { Station } from '../station/station.ts';
import { acting, noteView } from './acting.ts';

/** The legal forms of a dossier or reception. A preview is a view of the citizen and audited as one. */
export const formHandlers = (station: Station, forms: FormDesk): Handlers<typeof formContract, PageContext> => ({
  'form.list': ({ subject }) => forms.list(subject),
  'form.draw': ({ subject, job, preview }, context) => {
    if (!preview) return forms.issue(subject, job, acting(context).user, 'shown');
    noteView(station, acting(context), 'form.view', subject.id, job);
    return forms.preview(subject, job);
  },
  'form.print': ({ subject, job, printerId }, context) => forms.print(subject, job, { printerId, officer: acting(context).user }),
});
