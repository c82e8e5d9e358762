import { z } from 'zod';
import { FINGERS } from '../core/dossier/capture-slots.ts';
import { ISSUE_KINDS } from '../core/dossier/steps.ts';
import { EXEMPTIONS } from '../core/procedure/fee-data.ts';
import { FEE_DAY_STATES } from '../core/procedure/fee-day.ts';
import { FINDING_CODES } from '../core/procedure/finding-codes.ts';
import { GROUND_IDS } from '../core/procedure/issue-grounds.ts';
import { VOID_REFUSALS } from '../core/procedure/void-refusals.ts';
import { Id, Instant, Nothing, Version, call, text } from './call.ts';
import { Dossier } from './dossier.ts';
import { Day, FeeReceipt, Hold, Representation } from './procedure-facts.ts';

const Target = { id: Id, version: Version };
const Reason = z.string().trim().min(1).max(500);

/** A line of the day sheet: one receipt that was written or voided on the day, or a dossier of the day without one. */
export const FeeDayRow = z.strictObject({
  dossierId: Id, number: text(20), fullName: text(300), item: text(20), state: z.enum(FEE_DAY_STATES),
  baseDong: z.int().nonnegative(), amountDong: z.int().nonnegative(), exemption: z.enum(EXEMPTIONS).nullable(), evidence: text(300),
  receipt: FeeReceipt.nullable(), officerId: Id, officerName: text(100),
});
export type FeeDayRow = z.infer<typeof FeeDayRow>;

/** A receipt that somebody asked to void, before the chief. `mayDecide` is false for who collected or asked. */
export const WaitingVoid = z.strictObject({ dossierId: Id, number: text(20), fullName: text(300), receipt: FeeReceipt, mayDecide: z.boolean() });
export type WaitingVoid = z.infer<typeof WaitingVoid>;

/** A void is granted, or refused with a reason that the officer reads; `other` demands words. */
export const VoidDecision = z.discriminatedUnion('approve', [
  z.strictObject({ approve: z.literal(true) }),
  z.strictObject({ approve: z.literal(false), refusal: z.enum(VOID_REFUSALS), answer: text(500) }),
]);
export type VoidDecision = z.infer<typeof VoidDecision>;

/** How the law is applied to an open dossier: kind and ground, who speaks for the citizen, reasons, fee, countersigning. */
export const procedureContract = {
  'dossier.set-ground': call(['officer'], z.strictObject({ ...Target, kind: z.enum(ISSUE_KINDS), ground: z.enum(GROUND_IDS) }), Dossier),
  /** `null` takes the representative away. */
  'dossier.set-representation': call(['officer'], z.strictObject({ ...Target, representation: Representation.nullable() }), Dossier),
  /** What the officer learned at the counter; `null` = not known. */
  'dossier.set-circumstances': call(['officer'], z.strictObject({
    ...Target, limitedCapacity: z.boolean(), hold: Hold, hadCard: z.boolean().nullable(), lastBiometrics: z.boolean().nullable(),
  }), Dossier),
  /** Goes on in spite of a warning; logged, and countersigned by the chief. A block is refused with procedure.blocked. */
  'dossier.override-finding': call(['officer'], z.strictObject({ ...Target, code: z.enum(FINDING_CODES), reason: Reason }), Dossier),
  'dossier.clear-override': call(['officer'], z.strictObject({ ...Target, code: z.enum(FINDING_CODES) }), Dossier),
  /** The chief signs for what is out of the ordinary: exactly what they were shown, so that nothing slips in between. */
  'dossier.countersign': call(['chief'], z.strictObject({ ...Target, what: z.array(text(80)).min(1).max(FINGERS.length + FINDING_CODES.length) }), Dossier),

  /** `null` takes the exemption back. Evidence is demanded with an exemption. */
  'fee.set-exemption': call(['officer'], z.strictObject({ ...Target, exemption: z.enum(EXEMPTIONS).nullable(), evidence: text(300) }), Dossier),
  /** The amount is what the store reckons; `amountDong` is what the officer was shown, refused with fee.changed when it differs. */
  'fee.collect': call(['officer'], z.strictObject({ ...Target, receiptNumber: z.string().trim().min(1).max(40), amountDong: z.int().positive() }), Dossier),
  /** Names no version: a dossier that is sealed or sent meanwhile is still the one whose receipt was written by mistake. */
  'fee.ask-void': call(['officer'], z.strictObject({ id: Id, receiptNumber: text(40), reason: Reason }), Dossier),
  /** Another person than the one who collected. `askedAt` names the request that was read: one asked anew is another. */
  'fee.decide-void': call(['chief'], z.strictObject({ id: Id, receiptNumber: text(40), askedAt: Instant, decision: VoidDecision }), Dossier),
  /** What was taken, given back and waived on a day. An officer sees their own; the chief and the auditor anybody's, `officerId` null = all. */
  'fee.day-sheet': call(['officer', 'chief', 'auditor'], z.strictObject({ day: Day, officerId: Id.nullable() }), z.strictObject({
    rows: z.array(FeeDayRow), collectedDong: z.int(), givenBackDong: z.int(), handOverDong: z.int(), waitingVoids: z.int(),
    /** Who has a line on this day. */
    officers: z.array(z.strictObject({ id: Id, name: text(100) })),
  })),
  /** Receipts that wait for a decision, the longest waiting first. */
  'fee.waiting-voids': call(['chief'], Nothing, z.array(WaitingVoid)),
} as const;
