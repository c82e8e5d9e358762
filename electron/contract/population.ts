import { z } from 'zod';
import { PERSON_FIELDS } from '../core/person/person.ts';
import { Bytes, Id, Instant, call, text } from './call.ts';

export const Person = z.strictObject(Object.fromEntries(PERSON_FIELDS.map((f) => [f, text(300)])) as Record<(typeof PERSON_FIELDS)[number], z.ZodString>);

/** Why the officer looks a citizen up; sent to the gateway as the procedure code and audited (NGSP field MaDVC). */
export const PURPOSES = ['first-issue', 'exchange', 'reissue', 'hand-over', 'adjust'] as const;

export const Query = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('pid'), pid: z.string().regex(/^\d{12}$/) }),
  z.strictObject({ by: z.literal('old-id'), oldIdNumber: z.string().regex(/^\d{9}$/) }),
  z.strictObject({
    by: z.literal('name'),
    fullName: z.string().trim().min(1).max(100),
    /** `YYYY-MM-DD` or `YYYY` */
    birthDate: z.string().regex(/^\d{4}(-\d{2}-\d{2})?$/),
    residence: text(300),
  }),
]);
export type Query = z.infer<typeof Query>;

export const Lookup = z.strictObject({
  /** Names this audited look-up; a dossier is opened from one of its people. */
  lookupId: Id,
  outcome: z.enum(['found', 'several', 'not-found']),
  /** At most 20; `index` is how dossier.open names one. */
  people: z.array(Person),
});
export type Lookup = z.infer<typeof Lookup>;

/** People known without asking: from an earlier look-up, or typed in from papers. Checked when the line is back. */
export const OfflineLookup = z.strictObject({
  ...Lookup.shape,
  identification: z.enum(['cached', 'manual']),
  /** When the database last gave these people; null for typed ones. */
  seenAt: Instant.nullable(),
});
export type OfflineLookup = z.infer<typeof OfflineLookup>;

/** The face on the citizen's last card, beside which the person at the counter is looked at. `null` = no card was ever issued. */
export const LastFace = z.strictObject({
  face: z.strictObject({
    mediaType: z.literal('image/jpeg'), bytes: Bytes, widthPx: z.int().positive(), heightPx: z.int().positive(),
    /** `YYYY-MM-DD` */
    issuedOn: text(10),
    /** When the database gave it. */
    seenAt: Instant,
  }).nullable(),
});
export type LastFace = z.infer<typeof LastFace>;

export const populationContract = {
  /** Fails with population.offline, .timeout, .overloaded, .refused, .bad-reply. */
  'population.search': call(['officer'], z.strictObject({ purpose: z.enum(PURPOSES), query: Query }), Lookup),
  /** Of person number `index` of a look-up; a face seen before answers while the line is down. Fails with population.*. */
  'population.last-face': call(['officer'], z.strictObject({ lookupId: Id, index: z.int().min(0).max(19) }), LastFace),
  /** While the line is down: `person` null looks among the people seen before, else these typed data are taken. Marked, audited, checked later. */
  'population.identify-offline': call(['officer'], z.strictObject({ purpose: z.enum(PURPOSES), query: Query, person: Person.nullable() }), OfflineLookup),
} as const;
