import { z } from 'zod';
import { PAPER_STATES } from '../core/procedure/paper-list.ts';
import { DOCUMENT_KINDS, PAPER_REASONS } from '../core/procedure/papers.ts';
import { Id, Instant, Sha256, text } from './call.ts';
import { DeviceStamp } from './device-stamp.ts';

/** What a dossier may hold of papers at most: the sealed file stays within its bounds (`SEALED_LIMITS`) beside all captures. */
export const PAGE_LIMITS = { pages: 40, bytes: 40 * 1024 * 1024 } as const;

/** One photographed page of a paper, as the officer accepted it. Bytes are fetched apart (`page.image`). */
export const DocumentPage = z.strictObject({
  id: Id,
  mediaType: z.enum(['image/jpeg', 'image/png']),
  sha256: Sha256,
  bytes: z.int().positive(),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  /** pixels per inch on the paper; 0 where no page was found and the picture was kept as it is */
  ppi: z.int().nonnegative(),
  /** What was wrong with the picture when it was accepted, translation keys `warning.<value>`. */
  warnings: z.array(text(40)),
  device: DeviceStamp,
  capturedAt: Instant,
  acceptedAt: Instant,
  officerId: Id,
});
export type DocumentPage = z.infer<typeof DocumentPage>;

/** A paper that the citizen showed, with its pages in order; none where only its number was noted. */
export const DocumentEntry = z.strictObject({ id: Id, kind: z.enum(DOCUMENT_KINDS), number: text(60), issuedOn: text(10), note: text(500), pages: z.array(DocumentPage) });
export type DocumentEntry = z.infer<typeof DocumentEntry>;

/** A paper that the case demands, and what the dossier holds of it. A missing one is told, and never stands in the way. */
export const DemandedPaper = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  /** Kinds that do as well. */
  instead: z.array(z.enum(DOCUMENT_KINDS)),
  reason: z.enum(PAPER_REASONS),
  mark: z.enum(['sourced', 'derived', 'unverified']),
  source: text(40),
  article: text(120),
  /** Which of the dossier's papers answers it. */
  documentId: Id.nullable(),
  state: z.enum(PAPER_STATES),
});
export type DemandedPaper = z.infer<typeof DemandedPaper>;
