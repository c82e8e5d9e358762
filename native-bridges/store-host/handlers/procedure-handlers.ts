import type { Handlers } from '../../../electron/contract/call.ts';
import type { procedureContract } from '../../../electron/contract/procedure.ts';
import { mayDecide } from '../../../electron/core/dossier/four-eyes.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { findGround } from '../../../electron/core/procedure/issue-grounds.ts';
import { receivedOn } from '../procedure/procedure-view.ts';
import type { PageContext } from '../station/page-context.ts';
import type { Station } from '../station/station.ts';
import { acting } from './acting.ts';
import { touchedBy } from './decision-handlers.ts';

type Calls = Handlers<typeof procedureContract, PageContext>;
type ProcedureCalls = Pick<Calls,
  | 'dossier.set-ground' | 'dossier.set-representation' | 'dossier.set-circumstances' | 'dossier.override-finding' | 'dossier.clear-override' | 'dossier.countersign'>;

/** Kind and ground, who speaks for the citizen, reasons given for warnings, and the chief's signature under what is out of the ordinary. */
export const procedureHandlers = (station: Station): ProcedureCalls => ({
  'dossier.set-ground': ({ kind, ground, ...target }, context) => station.desk.edit({
    target, who: acting(context).user.login, action: 'dossier.set-ground', detail: `${kind}; ${ground}`, voidsConfirmation: true,
    work: (record) => {
      if (findGround(ground, receivedOn(record)) === undefined) throw new AppError('procedure.bad-ground');
      station.dossiers.set(record.id, { kind, ground });
    },
  }),

  'dossier.set-representation': ({ representation, ...target }, context) => station.desk.edit({
    target, who: acting(context).user.login, action: 'dossier.set-representation', detail: representation === null ? 'none' : `${representation.relation}; ${representation.proof}`,
    voidsConfirmation: true,
    work: (record) => station.dossiers.set(record.id, {
      representation_json: representation === null ? null : JSON.stringify({ ...representation, name: representation.name.normalize('NFC') }),
    }),
  }),

  'dossier.set-circumstances': ({ limitedCapacity, hold, hadCard, lastBiometrics, ...target }, context) => station.desk.edit({
    target, who: acting(context).user.login, action: 'dossier.set-circumstances',
    detail: [limitedCapacity ? 'limited-capacity' : '', hold === 'none' ? '' : hold, told('had-card', hadCard), told('last-biometrics', lastBiometrics)].filter((part) => part !== '').join('; '),
    voidsConfirmation: true,
    work: (record) => station.dossiers.set(record.id, {
      limited_capacity: limitedCapacity ? 1 : 0, hold, had_card: asNumber(hadCard), last_biometrics: asNumber(lastBiometrics),
    }),
  }),

  'dossier.override-finding': ({ code, reason, ...target }, context) => {
    const officer = acting(context).user;
    return station.desk.edit({
      target, who: officer.login, action: 'dossier.override-finding', detail: `${code}; ${reason.normalize('NFC')}`.slice(0, 450), voidsConfirmation: false,
      work: (record, at) => {
        const finding = station.views.dossier(record).findings.find((one) => one.code === code);
        if (finding === undefined) throw new AppError('procedure.not-standing');
        if (finding.severity === 'block') throw new AppError('procedure.blocked', { finding: code });
        station.procedure.setOverride(record.id, { code, reason, officer_id: officer.id, at });
      },
    });
  },

  'dossier.clear-override': ({ code, ...target }, context) => station.desk.edit({
    target, who: acting(context).user.login, action: 'dossier.clear-override', detail: code, voidsConfirmation: false,
    work: (record) => station.procedure.clearOverride(record.id, code),
  }),

  'dossier.countersign': ({ what, ...target }, context) => {
    const chief = acting(context).user;
    return station.desk.move({
      target, who: chief.login, action: 'dossier.countersign', detail: what.join(' ').slice(0, 450), events: [],
      work: (record, at) => {
        if (record.state !== 'submitted') throw new AppError('dossier.illegal-event', { from: record.state, event: 'countersign' });
        if (!mayDecide(chief.id, touchedBy(station, record))) throw new AppError('dossier.same-officer');
        const known = new Set(station.views.dossier(record).exceptions.map((one) => one.what));
        for (const one of what) {
          if (!known.has(one)) throw new AppError('procedure.not-standing');
          station.procedure.setCountersign(record.id, { what: one, officer_id: chief.id, at });
        }
      },
    });
  },
});

const told = (what: string, value: boolean | null): string => (value === null ? '' : value ? what : `no-${what}`);
const asNumber = (value: boolean | null): number | null => (value === null ? null : value ? 1 : 0);
