import { z } from 'zod';
import { FORM_JOBS } from '../core/forms/form-facts.ts';
import { Bytes, Id, Instant, Sha256, call, text } from './call.ts';
import { Day } from './procedure-facts.ts';

/** What a form is about: a dossier, a reception that ended without one, or the fees of a day (`id` = the officer, null = everybody). */
export const FormSubject = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('dossier'), id: Id }),
  z.strictObject({ of: z.literal('reception'), id: Id }),
  z.strictObject({ of: z.literal('fee-day'), id: Id.nullable(), day: Day }),
]);
export type FormSubject = z.infer<typeof FormSubject>;

export const FormRow = z.strictObject({
  job: z.enum(FORM_JOBS),
  /** Code, circular and title in the version of the day of reception; no code and circular on the station's own papers. */
  code: text(10),
  circular: text(60),
  title: text(200),
  /** Only a practice layout is known; the paper says so. */
  practiceLayout: z.boolean(),
  /** How many left the program so far. */
  copies: z.int().nonnegative(),
  issuedAt: Instant.nullable(),
  /** What it would show now differs from what the last one showed: signatures on paper no longer hold, print anew. */
  stale: z.boolean(),
});
export type FormRow = z.infer<typeof FormRow>;

const Target = { subject: FormSubject, job: z.enum(FORM_JOBS) };

export const formContract = {
  // The auditor reads and prints the fees of a day and nothing else: `session.role` otherwise.
  /** The forms that this dossier or reception calls for, in the order in which they are needed. */
  'form.list': call(['officer', 'chief', 'auditor'], z.strictObject({ subject: FormSubject }), z.array(FormRow)),
  /** `preview` counts nothing; otherwise this is the n-th issue and copies are marked. Fails with form.not-in-force, form.nothing-to-say, form.failed. */
  'form.draw': call(['officer', 'chief', 'auditor'], z.strictObject({ ...Target, preview: z.boolean() }), z.strictObject({ copy: z.int().nonnegative(), pages: z.int(), contentSha256: Sha256, pdf: Bytes })),
  /** Makes the next issue and follows the print job to its end. */
  'form.print': call(['officer', 'chief', 'auditor'], z.strictObject({ ...Target, printerId: text(200) }), z.strictObject({ copy: z.int(), outcome: z.enum(['printed', 'sent']) })),
} as const;
