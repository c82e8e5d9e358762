import type { Handlers } from '../../../electron/contract/call.ts';
import type { dossierContract } from '../../../electron/contract/dossier.ts';
import { mayDecide } from '../../../electron/core/dossier/four-eyes.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { DossierRecord } from '../dossiers/dossier-row.ts';
import type { PageContext } from '../station/page-context.ts';
import type { Station } from '../station/station.ts';
import { acting } from './acting.ts';

type DecisionCalls = Pick<Handlers<typeof dossierContract, PageContext>, 'dossier.submit' | 'dossier.withdraw' | 'dossier.reopen' | 'dossier.approve' | 'dossier.return'>;

/** The reason for which a free text is demanded: `R15` = other. */
const NEEDS_TEXT = 'R15';

export const decisionHandlers = (station: Station): DecisionCalls => ({
  'dossier.submit': async (target, context) => {
    const officer = acting(context).user;
    const ended = await station.endings.ask(target.id);
    return station.desk.move({
      target, who: officer.login, action: 'dossier.submit', events: ['submit'],
      work: (record, at) => {
        if (station.views.gaps(record).length > 0) throw new AppError('dossier.incomplete', { gaps: station.views.gaps(record).join(' ') });
        station.endings.write(record.id, ended, officer);
        station.procedure.clearCountersigns(record.id);
        // Put right before anybody was called: there is nothing left to tell.
        for (const id of [record.id, record.supersedes]) if (id !== null) station.contacts.closeOfDossier(id, 'resubmitted', at);
        station.dossiers.set(record.id, { submitted_at: at, submitted_by: officer.id, step: 'submit', decided_at: null, decided_by: null });
      },
    });
  },

  'dossier.withdraw': ({ reason, ...target }, context) => {
    const officer = acting(context).user;
    return station.desk.move({
      target, who: officer.login, action: 'dossier.withdraw', detail: reason, events: ['withdraw'],
      work: (record) => {
        if (record.state === 'submitted' && record.submitted_by !== officer.id) throw new AppError('dossier.not-yours');
      },
    });
  },

  'dossier.reopen': (target, context) => station.desk.reopen({ target, who: acting(context).user.login, action: 'dossier.reopen' }),

  'dossier.approve': (target, context) => {
    const chief = acting(context).user;
    const approved = station.desk.move({
      target, who: chief.login, action: 'dossier.approve', events: ['approve'],
      work: (record, at) => {
        checkFourEyes(station, record, chief.id);
        // A check after the submission may have found something: nobody approves over it.
        const gaps = station.views.gaps(record);
        if (gaps.length > 0) throw new AppError('dossier.incomplete', { gaps: gaps.join(' ') });
        const unsigned = station.views.dossier(record).exceptions.filter(({ countersignedAt }) => countersignedAt === null);
        if (unsigned.length > 0) throw new AppError('dossier.countersign-needed', { count: unsigned.length });
        station.dossiers.set(record.id, { decided_at: at, decided_by: chief.id });
      },
    });
    station.onApproved();
    return approved;
  },

  'dossier.return': ({ reason, text, ...target }, context) => {
    const chief = acting(context).user;
    if (reason === NEEDS_TEXT && text.trim() === '') throw new AppError('dossier.reason-needed');
    return station.desk.move({
      target, who: chief.login, action: 'dossier.return', detail: reason, events: ['return'],
      work: (record, at) => {
        checkFourEyes(station, record, chief.id);
        station.dossiers.set(record.id, {
          decided_at: at, decided_by: chief.id, returned_reason: reason, returned_text: text.normalize('NFC').trim(), returned_at: at, returned_by: chief.id,
        });
        station.contacts.open({ dossierId: record.id, cause: 'returned', reason, at });
      },
    });
  },
});

/** From what the database says about who opened, captured and submitted, not from what a screen shows. @throws {AppError} dossier.same-officer */
function checkFourEyes(station: Station, record: DossierRecord, decider: string): void {
  if (!mayDecide(decider, touchedBy(station, record))) throw new AppError('dossier.same-officer');
}

export const touchedBy = (station: Station, record: DossierRecord): ReadonlySet<string> =>
  new Set([record.officer_id, record.submitted_by ?? '', ...station.parts.captureOfficers(record.id), ...station.papers.pageOfficers(record.id)]);
