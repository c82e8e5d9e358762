import { z } from 'zod';
import { isErrorCode } from '../core/errors/app-error.ts';
import { CAPTURE_SLOTS, FINGERS, MISSING_REASONS } from '../core/dossier/capture-slots.ts';
import { DOSSIER_STATES } from '../core/dossier/lifecycle.ts';
import { RETURN_REASONS } from '../core/dossier/return-reasons.ts';
import { ISSUE_KINDS, STEPS } from '../core/dossier/steps.ts';
import { PERSON_FIELDS } from '../core/person/person.ts';
import { Attempt } from './attempt.ts';
import { GROUND_IDS } from '../core/procedure/issue-grounds.ts';
import { Bytes, Id, Instant, Sha256, Version, call, text } from './call.ts';
import { DeviceStamp } from './device-stamp.ts';
import { DemandedPaper, DocumentEntry } from './paper.ts';
import { LastFace, Person } from './population.ts';
import { ProcedureFields } from './procedure-facts.ts';

export const State = z.enum(DOSSIER_STATES);

/** One image or signature that was accepted into the dossier. Bytes are fetched apart (`capture.image`). */
export const Capture = z.strictObject({
  id: Id,
  slot: z.enum(CAPTURE_SLOTS),
  mediaType: z.enum(['image/png', 'image/jpeg', 'application/json']),
  sha256: Sha256,
  bytes: z.int().positive(),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  /** pixels per inch; 0 where it has no meaning (portrait) */
  ppi: z.int().nonnegative(),
  device: DeviceStamp,
  capturedAt: Instant,
  acceptedAt: Instant,
  officerId: Id,
  attempt: z.int().positive(),
});
export type Capture = z.infer<typeof Capture>;

export const MissingFinger = z.strictObject({ finger: z.enum(FINGERS), reason: z.enum(MISSING_REASONS), permanent: z.boolean(), note: text(500) });

export const DossierRow = z.strictObject({
  id: Id,
  /** What people call it: `26-0412-0007` = year, month and day received, running number of the day. */
  number: text(20),
  state: State,
  version: Version,
  fullName: text(300),
  pid: text(12),
  birthDate: text(10),
  sex: text(1),
  kind: z.enum(ISSUE_KINDS).nullable(),
  step: z.enum(STEPS),
  openedAt: Instant,
  updatedAt: Instant,
  officerId: Id,
  officerName: text(100),
});
export type DossierRow = z.infer<typeof DossierRow>;

/** A dossier before the chief; a later submission after a return counts anew. */
export const QueueRow = z.strictObject({ ...DossierRow.shape, submittedAt: Instant });
export type QueueRow = z.infer<typeof QueueRow>;

export const Dossier = z.strictObject({
  ...DossierRow.shape,
  ...ProcedureFields,
  regime: text(20),
  person: Person,
  /** The record as the population database gave it, beside which differences are shown. */
  databasePerson: Person,
  lookupPurpose: text(40),
  captures: z.array(Capture),
  attempts: z.array(Attempt),
  missingFingers: z.array(MissingFinger),
  documents: z.array(DocumentEntry),
  /** What the case demands of papers, and what is there. */
  papers: z.array(DemandedPaper),
  citizenConfirmedAt: Instant.nullable(),
  submittedAt: Instant.nullable(),
  submittedBy: text(100),
  decidedAt: Instant.nullable(),
  decidedBy: text(100),
  returned: z.strictObject({ reason: z.enum(RETURN_REASONS), text: text(1000), at: Instant, by: text(100) }).nullable(),
  /** Reason code and sentence of the centre when it rejected. */
  centre: z.strictObject({ outcome: z.enum(['accepted', 'rejected']), reason: text(60), at: Instant, reference: text(80) }).nullable(),
  seal: z.strictObject({ sha256: Sha256, bytes: z.int(), at: Instant }).nullable(),
  supersedes: Id.nullable(),
  receiptCopies: z.int().nonnegative(),
  gaps: z.array(text(40)),
});
export type Dossier = z.infer<typeof Dossier>;

const Target = { id: Id, version: Version };
const AnyDossierReader = ['officer', 'chief', 'auditor'] as const;

export const dossierContract = {
  /** Keyset page, newest first. `search` matches name without tone marks, PID or number; `states` empty = all. */
  'dossier.list': call(AnyDossierReader, z.strictObject({
    search: text(100), states: z.array(State).max(DOSSIER_STATES.length), cursor: text(80).nullable(), size: z.int().min(1).max(200),
  }), z.strictObject({
    rows: z.array(DossierRow), next: text(80).nullable(), counts: z.partialRecord(State, z.int()),
  })),
  /** What waits for a decision, longest waiting first; `waiting` counts all of it. Keyset page. */
  'dossier.queue': call(['chief'], z.strictObject({ cursor: text(80).nullable(), size: z.int().min(1).max(200) }), z.strictObject({
    rows: z.array(QueueRow), next: text(80).nullable(), waiting: z.int(),
  })),
  'dossier.get': call(AnyDossierReader, z.strictObject({ id: Id }), Dossier),
  /** The face the citizen was identified by; the officer of an open dossier without one asks the database. Fails with population.*. */
  'dossier.last-face': call(['officer', 'chief'], z.strictObject({ id: Id }), LastFace),
  'dossier.history': call(AnyDossierReader, z.strictObject({ id: Id }), z.array(z.strictObject({ at: Instant, who: text(100), action: text(80), detail: text(500) }))),

  /** A new draft from person number `index` of an audited look-up; without a ground the likeliest of its kind is taken. */
  'dossier.open': call(['officer'], z.strictObject({ lookupId: Id, index: z.int().min(0).max(19), kind: z.enum(ISSUE_KINDS), ground: z.enum(GROUND_IDS).optional(), supersedes: Id.nullable() }), Dossier),
  'dossier.set-field': call(['officer'], z.strictObject({ ...Target, field: z.enum(PERSON_FIELDS), value: text(300) }), Dossier),
  'dossier.set-kind': call(['officer'], z.strictObject({ ...Target, kind: z.enum(ISSUE_KINDS) }), Dossier),
  'dossier.set-step': call(['officer'], z.strictObject({ ...Target, step: z.enum(STEPS) }), Dossier),
  'dossier.set-missing-finger': call(['officer'], z.strictObject({ ...Target, ...MissingFinger.shape }), Dossier),
  'dossier.clear-missing-finger': call(['officer'], z.strictObject({ ...Target, finger: z.enum(FINGERS) }), Dossier),
  /** The citizen has checked the data on the screen; any later change of a field or capture voids it. The dossier moves on to `step`. */
  'dossier.confirm-by-citizen': call(['officer'], z.strictObject({ ...Target, step: z.enum(STEPS).optional() }), Dossier),
  'dossier.submit': call(['officer'], z.strictObject(Target), Dossier),
  'dossier.withdraw': call(['officer'], z.strictObject({ ...Target, reason: z.string().trim().min(1).max(500) }), Dossier),
  /** A returned dossier goes back to draft for correction. */
  'dossier.reopen': call(['officer'], z.strictObject(Target), Dossier),

  'dossier.approve': call(['chief'], z.strictObject(Target), Dossier),
  'dossier.return': call(['chief'], z.strictObject({ ...Target, reason: z.enum(RETURN_REASONS), text: text(1000) }), Dossier),

  /** The picture is on the screen: store-host fetches it while the officer looks, so that accepting it takes less. Keeps nothing and never fails for want of it. */
  'capture.expect': call(['officer'], z.strictObject({ slot: z.enum(CAPTURE_SLOTS), sha256: Sha256 }), z.strictObject({})),
  /** The page names the image by hash; store-host fetches the bytes from device-host, encrypts, syncs, then answers. */
  'capture.accept': call(['officer'], z.strictObject({
    ...Target, slot: z.enum(CAPTURE_SLOTS), sha256: Sha256,
    /** Why it is used against the rules of fingerprints, or though a portrait fails a criterion; without one such an image is refused with capture.reason-required. */
    reason: text(500).optional(),
  }), Dossier),
  'capture.reject': call(['officer'], z.strictObject({ ...Target, slot: z.enum(CAPTURE_SLOTS), sha256: Sha256, reason: text(500) }), Dossier),
  /** The rules ask for another try: this one is recorded, its image stays at hand until one of the tries is used. */
  'capture.set-aside': call(['officer'], z.strictObject({ ...Target, slot: z.enum(CAPTURE_SLOTS), sha256: Sha256 }), Dossier),
  /** A capture of this dossier gave no picture: device-host is asked what became of it, and `code` is what the page heard. A job of its own is put on record once. */
  'capture.failed': call(['officer'], z.strictObject({ ...Target, slot: z.enum(CAPTURE_SLOTS), jobId: Id.nullable(), code: z.string().refine(isErrorCode) }), Dossier),
  'capture.image': call(['officer', 'chief'], z.strictObject({ dossierId: Id, captureId: Id }), z.strictObject({ mediaType: text(40), bytes: Bytes })),
} as const;
