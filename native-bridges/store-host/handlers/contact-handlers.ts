import type { Handlers } from '../../../electron/contract/call.ts';
import type { receptionContract } from '../../../electron/contract/reception.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { TRIES_BEFORE_GIVING_UP, closesContact } from '../../../electron/core/procedure/contact-causes.ts';
import { localDay } from '../../../electron/core/time/format.ts';
import { contactTask } from '../procedure/reception-view.ts';
import type { PageContext } from '../station/page-context.ts';
import type { Station } from '../station/station.ts';
import { acting, isoNow, noteView } from './acting.ts';

type ContactCalls = Pick<Handlers<typeof receptionContract, PageContext>, 'contact.list' | 'contact.note'>;

/** The call list: who must be told, tried when, told by whom. */
export const contactHandlers = (station: Station): ContactCalls => ({
  'contact.list': ({ closed, size }, context) => {
    noteView(station, acting(context), 'contact.list', 'desk');
    return { rows: station.contacts.list(closed, size).map((row) => contactTask(station, row)), ...station.contacts.counts(localDay(isoNow(station))) };
  },

  'contact.note': ({ id, way, outcome, note }, context) => {
    const officer = acting(context).user;
    return station.sql.write(() => {
      const task = station.contacts.load(id);
      if (task.closed_at !== null) throw new AppError('reception.not-ready', { state: 'closed' });
      const tries = station.contacts.tries(id).length;
      if (outcome === 'given-up' && (tries < TRIES_BEFORE_GIVING_UP || note.trim() === '')) throw new AppError('contact.too-early', { tries });
      const at = isoNow(station);
      station.contacts.insertTry(id, { at, officer_id: officer.id, way, outcome, note });
      if (closesContact(outcome)) station.contacts.close(id, outcome, at);
      station.audit.note({ who: officer.login, action: 'contact.note', subject: task.dossier_id ?? task.reception_id ?? id, detail: `${way}; ${outcome}` });
      return contactTask(station, station.contacts.load(id));
    });
  },
});
