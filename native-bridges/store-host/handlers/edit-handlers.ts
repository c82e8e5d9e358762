import type { Handlers } from '../../../electron/contract/call.ts';
import type { Dossier, dossierContract } from '../../../electron/contract/dossier.ts';
import type { Step } from '../../../electron/core/dossier/steps.ts';
import type { PersonField } from '../../../electron/core/person/person.ts';
import { parseField } from '../../../electron/core/person/field-rules.ts';
import { suggestedGround } from '../../../electron/core/procedure/suggest-ground.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { receivedOn } from '../procedure/procedure-view.ts';
import type { PageContext } from '../station/page-context.ts';
import type { Station } from '../station/station.ts';
import { acting } from './acting.ts';

type Calls = Handlers<typeof dossierContract, PageContext>;
type EditCalls = Pick<Calls,
  | 'dossier.set-field' | 'dossier.set-kind' | 'dossier.set-step' | 'dossier.set-missing-finger' | 'dossier.clear-missing-finger'
  | 'dossier.confirm-by-citizen'>;

/** Every dossier passes this step, whoever signs and whatever the station's order: the citizen reads while the paper gets ready. */
const PAPER_NEAR: Step = 'citizen-check';

/** Edits of an open dossier. Any officer of the station may go on with a draft: a shift ends, the citizen does not. */
export const editHandlers = (station: Station): EditCalls => ({
  'dossier.set-field': (input, context) => setField(station, input, context),

  'dossier.set-kind': ({ kind, ...target }, context) => station.desk.edit({
    target, who: acting(context).user.login, action: 'dossier.set-kind', detail: kind, voidsConfirmation: true,
    work: (record) => station.dossiers.set(record.id, { kind, ground: suggestedGround(kind, record.birth_date, receivedOn(record)) ?? null }),
  }),

  'dossier.set-step': ({ step, ...target }, context) => {
    const moved = station.desk.edit({
      target, who: acting(context).user.login, action: 'dossier.set-step', detail: step, voidsConfirmation: false,
      work: (record) => station.dossiers.set(record.id, { step }),
    });
    if (step === PAPER_NEAR) station.onPaperNear();
    return moved;
  },

  'dossier.set-missing-finger': ({ id, version, ...missing }, context) => station.desk.edit({
    target: { id, version }, who: acting(context).user.login, action: 'dossier.set-missing-finger', detail: `${missing.finger} ${missing.reason}`, voidsConfirmation: true,
    work: () => station.parts.setMissingFinger(id, missing),
  }),

  'dossier.clear-missing-finger': ({ finger, ...target }, context) => station.desk.edit({
    target, who: acting(context).user.login, action: 'dossier.clear-missing-finger', detail: finger, voidsConfirmation: true,
    work: () => station.parts.clearMissingFinger(target.id, finger),
  }),

  'dossier.confirm-by-citizen': ({ step, ...target }, context) => station.desk.edit({
    target, who: acting(context).user.login, action: 'dossier.confirm-by-citizen', detail: step ?? '', voidsConfirmation: false,
    work: (record, at) => station.dossiers.set(record.id, { citizen_confirmed_at: at, step: step ?? record.step }),
  }),
});

type SetField = { readonly id: string; readonly version: number; readonly field: PersonField; readonly value: string };

/** The personal number is who the dossier is about: it comes from the look-up and is only filled in where that gave none. */
function setField(station: Station, { field, value, ...target }: SetField, context: PageContext): Dossier {
  const officer = acting(context).user;
  const parsed = parseField(field, value);
  if (!parsed.ok) throw new AppError('dossier.bad-field', { field });
  return station.desk.edit({
    target, who: officer.login, action: 'dossier.set-field', detail: field, voidsConfirmation: true,
    work: (record, at) => {
      const { databasePerson } = station.dossiers.loadPeople(record.id);
      if (field === 'pid' && databasePerson.pid !== '' && parsed.value !== databasePerson.pid) throw new AppError('dossier.bad-field', { field });
      station.dossiers.setField(record, field, parsed.value, officer.id, at);
    },
  });
}
