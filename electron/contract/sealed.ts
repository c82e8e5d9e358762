import { z } from 'zod';
import { CAPTURE_SLOTS } from '../core/dossier/capture-slots.ts';
import { ISSUE_KINDS } from '../core/dossier/steps.ts';
import { FINDING_CODES } from '../core/procedure/finding-codes.ts';
import { GROUND_IDS } from '../core/procedure/issue-grounds.ts';
import { Id, Instant, Sha256, text } from './call.ts';
import { Dossier } from './dossier.ts';
import { FEE_STATES, RELATIONS, SEALED_PROCEDURE } from './procedure-facts.ts';

/** What a sealed file holds: read by the centre and by `npm run dossier`, written by the station. docs/dossier-format.md says it in prose. */
export const SEALED_FORMAT = 'tram-can-cuoc/sealed-dossier/4';
/** Bounds of a sealed file; a reader refuses more before it allocates. Sizes in bytes. */
export const SEALED_LIMITS = { fileBytes: 64 * 1024 * 1024, entries: 64, entryBytes: 32 * 1024 * 1024 } as const;

export const SEALED_MEDIA_TYPES = { 'image/png': 'png', 'image/jpeg': 'jpg', 'application/json': 'json' } as const;
/** What is made from the captures for other biometric systems. docs/dossier-format.md. */
export const BIOMETRIC_FILES = { transaction: 'biometrics.an2', attempts: 'attempts.json', face: 'face.bdb' } as const;
export const OCTETS = 'application/octet-stream';

export const captureFileName = (slot: (typeof CAPTURE_SLOTS)[number], mediaType: keyof typeof SEALED_MEDIA_TYPES): string =>
  `captures/${slot}.${SEALED_MEDIA_TYPES[mediaType]}`;

/** The face of a lost or damaged card, which is used again. */
export const REUSED_FACE_FILE = 'last-face.jpg';

/** Pages by the order of the dossier: third page of its second paper = `papers/2-3.jpg`. @param paper @param page both from 1 */
export const pageFileName = (paper: number, page: number, mediaType: 'image/jpeg' | 'image/png'): string => `papers/${paper}-${page}.${SEALED_MEDIA_TYPES[mediaType]}`;

const Acting = z.strictObject({ id: Id, login: text(60), displayName: text(100), at: Instant });

export const SealedManifest = z.strictObject({
  format: z.literal(SEALED_FORMAT),
  dossierId: Id,
  number: text(20),
  regime: text(20),
  kind: z.enum(ISSUE_KINDS),
  /** What the dossier was received for, and what of the procedure the centre judges first. */
  receivedOn: z.iso.date(),
  ground: z.enum(GROUND_IDS).nullable(),
  /** Who signed and, where it wasn't the citizen, as what. */
  signer: z.enum(['citizen', 'representative', 'nobody']),
  relation: z.enum(RELATIONS).nullable(),
  fee: z.strictObject({ amountDong: z.int().nonnegative(), state: z.enum(FEE_STATES), receiptNumber: text(40) }).nullable(),
  /** Warnings that were passed with a reason. */
  overridden: z.array(z.enum(FINDING_CODES)),
  supersedes: Id.nullable(),
  station: z.strictObject({ name: text(200), counter: text(200), certificateSha256: Sha256 }),
  softwareVersion: text(40),
  /** Head of the station's audit chain, the approval included: makes a cut tail visible. */
  auditHead: Sha256,
  officer: Acting,
  chief: Acting,
  sealedAt: Instant,
  /** Every file of the ZIP but the manifest, in the order of the ZIP. */
  files: z.array(z.strictObject({ name: text(100), sha256: Sha256, bytes: z.int().positive(), mediaType: z.enum(['image/png', 'image/jpeg', 'application/json', OCTETS]) })).min(1).max(SEALED_LIMITS.entries),
});
export type SealedManifest = z.infer<typeof SealedManifest>;

/** `dossier.json`: the dossier without what belongs to the screen or comes after the seal. */
export const SealedData = Dossier.pick({
  id: true, number: true, regime: true, kind: true, openedAt: true, person: true, databasePerson: true, lookupPurpose: true,
  captures: true, attempts: true, missingFingers: true, documents: true, papers: true, citizenConfirmedAt: true, submittedAt: true, supersedes: true, ...SEALED_PROCEDURE,
});
export type SealedData = z.infer<typeof SealedData>;
export const SEALED_DATA_KEYS = Object.keys(SealedData.shape) as readonly (keyof SealedData)[];
