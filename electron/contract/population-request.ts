import { z } from 'zod';
import { PERSON_FIELDS } from '../core/person/person.ts';
import { Id, Instant, text } from './call.ts';
import { Person } from './population.ts';
import { Representation } from './procedure-facts.ts';

/** What a station asks of the population database, and what it hears: adjust a record (DC02, box 7), or collect one (DC01). */
export const Correction = z.strictObject({ field: z.enum(PERSON_FIELDS), value: text(300) });
export type Correction = z.infer<typeof Correction>;

/** `PUT <centre>/population/requests/<id>`; sending it again changes nothing. */
export const PopulationRequest = z.strictObject({
  id: Id,
  kind: z.enum(['adjust', 'create']),
  officer: text(20),
  unit: text(200),
  /** '' when there is none yet. */
  pid: z.string().regex(/^(\d{12})?$/),
  /** The record as the station saw it; for a collection everything that the citizen declared. */
  person: Person,
  corrections: z.array(Correction).max(PERSON_FIELDS.length),
  /** Who spoke and signed for the citizen; null where they spoke for themselves. */
  representation: Representation.nullable(),
  /** Papers that were seen. */
  evidence: text(500),
  madeAt: Instant,
});
export type PopulationRequest = z.infer<typeof PopulationRequest>;

/** `GET <centre>/population/requests/<id>`; 404 = the centre knows nothing of it and wants it sent. */
export const PopulationRequestStatus = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('received'), reference: text(80) }),
  z.strictObject({ state: z.literal('done'), reference: text(80), pid: z.string().regex(/^\d{12}$/) }),
  z.strictObject({ state: z.literal('declined'), reference: text(80), reason: text(300) }),
]);
export type PopulationRequestStatus = z.infer<typeof PopulationRequestStatus>;
