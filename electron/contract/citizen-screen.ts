import { z } from 'zod';
import { CAPTURE_SLOTS, FINGERS } from '../core/dossier/capture-slots.ts';
import { PERSON_FIELDS } from '../core/person/person.ts';
import { CITIZEN_LOCALES } from './citizen-locales.ts';
import { Bytes, Id, Nothing, Version, call, text } from './call.ts';

const Field = z.enum(PERSON_FIELDS);
const CITIZEN_IMAGES = ['portrait', 'signature'] as const;

/** What the citizen's window shows: nothing, what to do at a device, or their own data to check. Never a verdict, a quality, or another person. */
export const CitizenView = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('idle') }),
  z.strictObject({ phase: z.literal('guide'), slot: z.enum(CAPTURE_SLOTS), missing: z.array(z.enum(FINGERS)).max(10) }),
  z.strictObject({
    phase: z.literal('check'),
    version: Version,
    fields: z.array(z.strictObject({ field: Field, value: text(300) })),
    /** Fields the citizen touched as wrong. One that the officer has changed since is no longer among them. */
    wrong: z.array(Field),
    images: z.array(z.enum(CITIZEN_IMAGES)),
    /** Everything is captured, so that the citizen may confirm. */
    complete: z.boolean(),
    confirmed: z.boolean(),
  }),
]);
export type CitizenView = z.infer<typeof CitizenView>;

export const CitizenState = z.strictObject({ view: CitizenView, locale: z.enum(CITIZEN_LOCALES), station: text(), practice: z.boolean() });
export type CitizenState = z.infer<typeof CitizenState>;

/** All that a citizen's window may ask store-host. Nobody signs in there: it sees what the officer's page put before it, and nothing else. */
export const citizenContract = {
  'citizen.view': call('anyone', Nothing, CitizenState),
  'citizen.choose-language': call('anyone', z.strictObject({ locale: z.enum(CITIZEN_LOCALES) }), Nothing),
  /** Fails with citizen.nothing-shown. */
  'citizen.mark': call('anyone', z.strictObject({ field: Field, wrong: z.boolean() }), Nothing),
  /** `version` is the one on the screen: what changed meanwhile is looked at first. Fails with citizen.nothing-shown, .marked-wrong, dossier.stale-version, .incomplete. */
  'citizen.confirm': call('anyone', z.strictObject({ version: Version }), Nothing),
  'citizen.image': call('anyone', z.strictObject({ slot: z.enum(CITIZEN_IMAGES) }), z.strictObject({ mediaType: text(40), bytes: Bytes, widthPx: z.int(), heightPx: z.int() })),
} as const;
export type CitizenContract = typeof citizenContract;
export const citizenEvents = { 'citizen.changed': CitizenState } as const;

/** What the officer's page is told of the citizen's window. */
export const CitizenDesk = z.strictObject({
  /** How many citizen's windows are open and listening. */
  windows: z.int().nonnegative(),
  phase: z.enum(['idle', 'guide', 'check']),
  dossierId: Id.nullable(),
  wrong: z.array(Field),
  locale: z.enum(CITIZEN_LOCALES),
});
export type CitizenDesk = z.infer<typeof CitizenDesk>;

export const CitizenScene = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('idle') }),
  z.strictObject({ phase: z.literal('guide'), dossierId: Id, slot: z.enum(CAPTURE_SLOTS) }),
  z.strictObject({ phase: z.literal('check'), dossierId: Id }),
]);
export type CitizenScene = z.infer<typeof CitizenScene>;

/** The officer's side of it. */
export const citizenDeskContract = {
  'citizen-screen.view': call(['officer'], Nothing, CitizenDesk),
  /** What the citizen sees from now on, until another scene, the end of this page's port, a lock or a sign-out. */
  'citizen-screen.show': call(['officer'], CitizenScene, CitizenDesk),
} as const;
export const citizenDeskEvents = { 'citizen-screen.changed': CitizenDesk } as const;
