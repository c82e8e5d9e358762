import { z } from 'zod';
import { FINGERPRINT_SLOTS } from '../core/dossier/capture-slots.ts';
import { STEPS } from '../core/dossier/steps.ts';
import { IDENTIFICATIONS } from '../core/procedure/assess-dossier.ts';
import { EXEMPTIONS } from '../core/procedure/fee-data.ts';
import { FINDING_CODES } from '../core/procedure/finding-codes.ts';
import { GROUND_IDS } from '../core/procedure/issue-grounds.ts';
import { VOID_REFUSALS } from '../core/procedure/void-refusals.ts';
import { Id, Instant, Sha256, text } from './call.ts';

/** What the law has to do with a dossier: facts the officer gives, and what the rules of the reception day make of them. */

/** A calendar day in Vietnam, `YYYY-MM-DD`. */
export const Day = z.iso.date();

export const RELATIONS = ['father', 'mother', 'guardian', 'other'] as const;
/** What shows that somebody may speak for the citizen; `none` = not shown yet. */
export const REPRESENTATION_PROOFS = ['none', 'population-database', 'birth-certificate', 'guardianship-decision', 'court-decision', 'other'] as const;
export const Representation = z.strictObject({
  name: z.string().trim().min(1).max(300),
  pid: z.string().regex(/^(\d{12})?$/),
  relation: z.enum(RELATIONS),
  proof: z.enum(REPRESENTATION_PROOFS),
  /** Number of the paper, '' where it has none. */
  proofNumber: text(60),
  phone: text(20),
});
export type Representation = z.infer<typeof Representation>;

export const HOLDS = ['none', 'card-held', 'card-withdrawn'] as const;
export const Hold = z.enum(HOLDS);

const Passed = z.strictObject({ reason: text(500), by: text(100), at: Instant });
/** Something the rules have to say. The sentence is `findings:<code>`; `passed` = an officer gave a reason for going on. */
export const FindingView = z.strictObject({
  code: z.enum(FINDING_CODES),
  severity: z.enum(['info', 'warning', 'block']),
  /** `unverified`: general knowledge or sources that disagree; never blocks. */
  mark: z.enum(['sourced', 'derived', 'unverified']),
  source: text(40),
  article: text(120),
  detail: z.record(z.string().max(40), z.union([z.string().max(200), z.number(), z.boolean()])),
  /** Stands in the way of the submission until its cause is gone or, for a warning, a reason is given. */
  standing: z.boolean(),
  passed: Passed.nullable(),
});
export type FindingView = z.infer<typeof FindingView>;

/** What is captured of this citizen for this ground on this day. */
export const CapturePlanView = z.strictObject({
  prints: z.array(z.enum(FINGERPRINT_SLOTS)).max(FINGERPRINT_SLOTS.length),
  portrait: z.boolean(),
  iris: z.boolean(),
  /** Last face, prints and iris are used again: lost or damaged cards. */
  reusesLast: z.boolean(),
  /** Who signs the collection record (CC01). */
  signer: z.enum(['citizen', 'representative', 'nobody']),
  faceOnCard: z.boolean(),
});
export type CapturePlanView = z.infer<typeof CapturePlanView>;

export const FEE_STATES = ['due', 'paid', 'exempt', 'void'] as const;
const FeeVoid = z.strictObject({
  reason: text(500), askedBy: text(100), askedAt: Instant, decidedBy: text(100), decidedAt: Instant.nullable(), approved: z.boolean().nullable(),
  /** Why the chief let the receipt stand, with words of their own; null and '' otherwise. */
  refusal: z.enum(VOID_REFUSALS).nullable(), answer: text(500),
});
export type FeeVoid = z.infer<typeof FeeVoid>;
/** One receipt that was written; a voided one stays in sight. */
export const FeeReceipt = z.strictObject({ receiptNumber: text(40), amountDong: z.int().nonnegative(), collectedAt: Instant, collectedBy: text(100), void: FeeVoid.nullable() });
export type FeeReceipt = z.infer<typeof FeeReceipt>;

/** The fee with its reckoning. `void`: the only receipt was voided and nothing was collected since. */
export const FeeView = z.strictObject({
  item: z.enum(['first-issue', 'exchange', 'reissue', 'conversion']),
  baseDong: z.int().nonnegative(),
  amountDong: z.int().nonnegative(),
  instrument: text(120),
  reduction: z.strictObject({ id: text(40), percent: z.int(), instrument: text(120), to: text(10) }).nullable(),
  exemption: z.enum(EXEMPTIONS).nullable(),
  /** What the officer saw; exemptions without evidence aren't given. */
  evidence: text(300),
  /** Exemptions that the citizen's age suggests. */
  suggested: z.array(z.enum(EXEMPTIONS)),
  state: z.enum(FEE_STATES),
  receipts: z.array(FeeReceipt),
});
export type FeeView = z.infer<typeof FeeView>;

/** The face on the citizen's last card, as the register gave it: a JPEG in the vault, named by its hash. */
export const ReusedFace = z.strictObject({ sha256: Sha256, widthPx: z.int().positive(), heightPx: z.int().positive(), /** of the card */ issuedOn: Day, seenAt: Instant });

/** Something out of the ordinary that the chief signs for: `missing-finger:<finger>` or `finding:<code>`. */
export const ExceptionView = z.strictObject({ what: text(80), countersignedBy: text(100), countersignedAt: Instant.nullable() });
export type ExceptionView = z.infer<typeof ExceptionView>;

/** Fields that every dossier has of this subject; spread into `Dossier`. */
export const ProcedureFields = {
  /** The day that pins the legal regime; not moved by later edits. */
  receivedOn: Day,
  ground: z.enum(GROUND_IDS).nullable(),
  printSequence: z.enum(['thirteen', 'four-four-two']),
  identification: z.enum(IDENTIFICATIONS),
  representation: Representation.nullable(),
  limitedCapacity: z.boolean(),
  hold: Hold,
  hadCard: z.boolean().nullable(),
  lastBiometrics: z.boolean().nullable(),
  capturePlan: CapturePlanView,
  /** What stands in place of a new portrait where last biometrics are used again; null where one is taken, or the register showed none. */
  reusedFace: ReusedFace.nullable(),
  /** `null` for a day of which no fee is known. */
  fee: FeeView.nullable(),
  findings: z.array(FindingView),
  exceptions: z.array(ExceptionView),
  /** The dossier's steps in the station's order, without those that fall away. */
  steps: z.array(z.enum(STEPS)),
  /** Time spent on each step so far, milliseconds; pauses count no longer than the idle lock. */
  stepTimes: z.array(z.strictObject({ step: z.enum(STEPS), ms: z.int().nonnegative() })),
  /** The adjustment, collection or refusal that the dossier came from. */
  receptionId: Id.nullable(),
} as const;

/** What of it goes into the sealed dossier. */
export const SEALED_PROCEDURE = {
  receivedOn: true, ground: true, printSequence: true, identification: true, representation: true, limitedCapacity: true, hold: true,
  hadCard: true, lastBiometrics: true, capturePlan: true, reusedFace: true, fee: true, findings: true, exceptions: true, receptionId: true,
} as const;
