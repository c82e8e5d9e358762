import type { ContactTask, Reception, ReceptionRow } from '../../../electron/contract/reception.ts';
import type { Station } from '../station/station.ts';
import type { TaskRow } from './contact-repository.ts';
import { bodyOf, type ReceptionRecord } from './reception-repository.ts';

const nameOf = (station: Station, id: string): string => station.users.find(id)?.displayName ?? '';

/** Rows of receptions and tasks as the screens see them. Reads only. */
export function receptionRow(station: Station, record: ReceptionRecord): ReceptionRow {
  return {
    id: record.id, number: record.number, outcome: record.outcome, state: record.state, version: record.version, receivedOn: record.received_on, openedAt: record.opened_at,
    officerId: record.officer_id, officerName: nameOf(station, record.officer_id), kind: record.kind, ground: record.ground, fullName: record.full_name, pid: record.pid,
    birthDate: record.birth_date, dueOn: record.due_on, sentAt: record.sent_at, checkedAt: record.checked_at,
  };
}

export function receptionView(station: Station, record: ReceptionRecord): Reception {
  const { person, corrections, evidence, reasons, text, representation } = bodyOf(record);
  return {
    ...receptionRow(station, record), person: { ...person }, corrections: [...corrections], evidence, reasons: [...reasons], text, representation,
    centreReference: record.centre_reference, answer: record.answer, answeredAt: record.answered_at, dossierId: record.dossier_id,
  };
}

/** Whom to call, and on which number: the one in the dossier, else the representative's. */
export function contactTask(station: Station, row: TaskRow): ContactTask {
  const about = row.dossier_id !== null ? aboutDossier(station, row.dossier_id) : aboutReception(station, row.reception_id ?? '');
  return {
    id: row.id, dossierId: row.dossier_id, receptionId: row.reception_id, ...about, cause: row.cause, reason: row.reason, openedAt: row.opened_at, dueOn: row.due_on, closedAt: row.closed_at,
    tries: station.contacts.tries(row.id).map(({ officer_id, ...one }) => ({ ...one, by: nameOf(station, officer_id) })),
  };
}

type About = Pick<ContactTask, 'number' | 'fullName' | 'phone'>;

function aboutDossier(station: Station, id: string): About {
  const dossier = station.desk.view(id);
  return { number: dossier.number, fullName: dossier.fullName, phone: dossier.person.phone !== '' ? dossier.person.phone.slice(0, 30) : (dossier.representation?.phone ?? '') };
}

function aboutReception(station: Station, id: string): About {
  const record = station.receptions.load(id);
  const { person, representation } = bodyOf(record);
  return { number: record.number, fullName: record.full_name, phone: person.phone !== '' ? person.phone.slice(0, 30) : (representation?.phone ?? '') };
}
