import { z } from 'zod';
import { FINGERS } from '../core/dossier/capture-slots.ts';
import { ISSUE_KINDS } from '../core/dossier/steps.ts';
import { EXEMPTIONS } from '../core/procedure/fee-data.ts';
import { FINDING_CODES } from '../core/procedure/finding-codes.ts';
import { GROUND_IDS } from '../core/procedure/issue-grounds.ts';
import { Id, Version, call, text } from './call.ts';
import { Dossier } from './dossier.ts';
import { Day, FEE_STATES, FeeReceipt, Hold, Representation } from './procedure-facts.ts';

const Target = { id: Id, version: Version };
const Reason = z.string().trim().min(1).max(500);

/** A line of the day sheet: one receipt, or a dossier whose fee is still due or waived. */
export const FeeSheetRow = z.strictObject({
  dossierId: Id, number: text(20), fullName: text(300), item: text(20), state: z.enum(FEE_STATES),
  baseDong: z.int(), amountDong: z.int(), exemption: text(60), receipt: FeeReceipt.nullable(), officerName: text(100),
});
export type FeeSheetRow = z.infer<typeof FeeSheetRow>;

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
  'fee.ask-void': call(['officer'], z.strictObject({ ...Target, receiptNumber: text(40), reason: Reason }), Dossier),
  /** Another person than the one who collected. */
  'fee.decide-void': call(['chief'], z.strictObject({ ...Target, receiptNumber: text(40), approve: z.boolean() }), Dossier),
  /** An officer sees their own; the chief and the auditor anybody's, `officerId` null = all. */
  'fee.day-sheet': call(['officer', 'chief', 'auditor'], z.strictObject({ day: Day, officerId: Id.nullable() }), z.strictObject({
    rows: z.array(FeeSheetRow), collectedDong: z.int(), voidedDong: z.int(), waitingVoids: z.int(),
  })),
} as const;
