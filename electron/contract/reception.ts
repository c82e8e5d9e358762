import { z } from 'zod';
import { RETURN_REASONS } from '../core/dossier/return-reasons.ts';
import { ISSUE_KINDS } from '../core/dossier/steps.ts';
import { PERSON_FIELDS } from '../core/person/person.ts';
import { CONTACT_CAUSES, CONTACT_OUTCOMES, CONTACT_WAYS } from '../core/procedure/contact-causes.ts';
import { GROUND_IDS } from '../core/procedure/issue-grounds.ts';
import { RECEPTION_OUTCOMES, RECEPTION_STATES } from '../core/procedure/reception-state.ts';
import { Id, Instant, Version, call, text } from './call.ts';
import { Dossier } from './dossier.ts';
import { Correction } from './population-request.ts';
import { Person } from './population.ts';
import { Day, FindingView, Hold, Representation } from './procedure-facts.ts';

/** Citizens who didn't get a card dossier at once, with what they wait for. The four ways on: `Outcome` in core/procedure/reception-gate.ts. */
export const ReceptionRow = z.strictObject({
  id: Id,
  /** What people call it: `TN-26-1122-0003`. */
  number: text(20),
  outcome: z.enum(RECEPTION_OUTCOMES),
  state: z.enum(RECEPTION_STATES),
  version: Version,
  receivedOn: Day,
  openedAt: Instant,
  officerId: Id,
  officerName: text(100),
  kind: z.enum(ISSUE_KINDS),
  ground: z.enum(GROUND_IDS),
  fullName: text(300),
  pid: text(12),
  birthDate: text(10),
  /** By when the population database has to answer; null for refusals. */
  dueOn: Day.nullable(),
  /** Null while the request waits for the line. */
  sentAt: Instant.nullable(),
  checkedAt: Instant.nullable(),
});
export type ReceptionRow = z.infer<typeof ReceptionRow>;

export const Reception = z.strictObject({
  ...ReceptionRow.shape,
  /** As the database had it; what the citizen declared where it had nothing. */
  person: Person,
  corrections: z.array(Correction),
  evidence: text(500),
  reasons: z.array(z.enum(RETURN_REASONS)),
  /** What the refusal explains in free words. */
  text: text(1000),
  representation: Representation.nullable(),
  centreReference: text(80),
  /** Why the centre declined. */
  answer: text(300),
  answeredAt: Instant.nullable(),
  dossierId: Id.nullable(),
});
export type Reception = z.infer<typeof Reception>;

/** Whom a reception is about: somebody just looked up, or an open dossier, which is withdrawn in the same transaction. */
const About = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('lookup'), lookupId: Id, index: z.int().min(0).max(19) }),
  z.strictObject({ of: z.literal('dossier'), id: Id, version: Version }),
]);
const For = { kind: z.enum(ISSUE_KINDS), ground: z.enum(GROUND_IDS) };
const Target = { id: Id, version: Version };
const Evidence = z.string().trim().min(1).max(500);

export const ContactTry = z.strictObject({ at: Instant, by: text(100), way: z.enum(CONTACT_WAYS), outcome: z.enum(CONTACT_OUTCOMES), note: text(500) });
/** Somebody who has to be told something. The sentence for the citizen is `reasons:told.<reason>` where there is one. */
export const ContactTask = z.strictObject({
  id: Id, dossierId: Id.nullable(), receptionId: Id.nullable(), number: text(20), fullName: text(300), phone: text(30),
  cause: z.enum(CONTACT_CAUSES), reason: text(60), openedAt: Instant, dueOn: Day, closedAt: Instant.nullable(), tries: z.array(ContactTry),
});
export type ContactTask = z.infer<typeof ContactTask>;

export const receptionContract = {
  /** What the rules say before anything is opened; writes nothing. */
  'reception.judge': call(['officer'], z.strictObject({
    lookupId: Id, index: z.int().min(0).max(19), ...For, wrongFields: z.array(z.enum(PERSON_FIELDS)), representation: Representation.nullable(),
    limitedCapacity: z.boolean(), hold: Hold,
  }), z.strictObject({
    outcome: z.enum(['go-on', 'adjust-first', 'create-first', 'refuse']), reasons: z.array(z.enum(RETURN_REASONS)), findings: z.array(FindingView),
    /** Codes of the forms that it calls for. */
    forms: z.array(text(10)),
  })),
  /** Asks the population database to correct the record (DC02); the reception waits and wakes by itself. */
  'reception.adjust': call(['officer'], z.strictObject({ about: About, ...For, corrections: z.array(Correction).min(1).max(PERSON_FIELDS.length), evidence: Evidence, representation: Representation.nullable() }), Reception),
  /** The database doesn't know the person: everything is declared by hand (DC01). `lookupId` = the look-up that found nobody. */
  'reception.create': call(['officer'], z.strictObject({ lookupId: Id, ...For, person: Person, evidence: Evidence, representation: Representation.nullable() }), Reception),
  /** Refused in writing (CC03). `person` only where the look-up found nobody. */
  'reception.refuse': call(['officer'], z.strictObject({
    about: About, person: Person.nullable(), ...For, reasons: z.array(z.enum(RETURN_REASONS)).min(1).max(RETURN_REASONS.length), text: text(1000), representation: Representation.nullable(),
  }), Reception),
  /** Newest first; `states` empty = all. Looking asks the centre about what waits, unless it was just asked. */
  'reception.list': call(['officer', 'chief', 'auditor'], z.strictObject({ states: z.array(z.enum(RECEPTION_STATES)).max(RECEPTION_STATES.length), before: z.int().nullable(), size: z.int().min(1).max(200) }), z.strictObject({
    rows: z.array(ReceptionRow), next: z.int().nullable(), counts: z.partialRecord(z.enum(RECEPTION_STATES), z.int()), overdue: z.int(),
  })),
  'reception.get': call(['officer', 'chief', 'auditor'], z.strictObject({ id: Id }), Reception),
  /** Asks the centre now. Fails with population.*. */
  'reception.check': call(['officer'], z.strictObject({ id: Id }), Reception),
  /** A card dossier of today from a reception that is ready, on the record as it is now. */
  'reception.open-dossier': call(['officer'], z.strictObject(Target), Dossier),
  'reception.cancel': call(['officer'], z.strictObject({ ...Target, reason: z.string().trim().min(1).max(500) }), Reception),

  /** Who has to be told, soonest due first; `closed` shows those who have been. */
  'contact.list': call(['officer', 'chief'], z.strictObject({ closed: z.boolean(), size: z.int().min(1).max(200) }), z.strictObject({ rows: z.array(ContactTask), open: z.int(), overdue: z.int() })),
  /** One try. `told` closes the task; `given-up` needs a note and earlier tries. */
  'contact.note': call(['officer'], z.strictObject({ id: Id, way: z.enum(CONTACT_WAYS), outcome: z.enum(CONTACT_OUTCOMES), note: text(500) }), ContactTask),
} as const;
