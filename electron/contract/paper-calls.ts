import { z } from 'zod';
import { Bytes, Id, Nothing, Sha256, Version, call, text } from './call.ts';
import { Dossier } from './dossier.ts';
import { DocumentEntry } from './paper.ts';

const Target = { id: Id, version: Version };
const { id: _, kind, pages: __, ...words } = DocumentEntry.shape;

/** The papers of an open dossier: noted, photographed page by page, put in order. Nothing is deleted; what was taken away can be taken back. */
export const paperContract = {
  'dossier.add-document': call(['officer'], z.strictObject({ ...Target, kind, ...words }), Dossier),
  'dossier.set-document': call(['officer'], z.strictObject({ ...Target, documentId: Id, ...words }), Dossier),
  'dossier.remove-document': call(['officer'], z.strictObject({ ...Target, documentId: Id }), Dossier),
  'dossier.restore-document': call(['officer'], z.strictObject({ ...Target, documentId: Id }), Dossier),

  /**
   * Keeps the page that waits in device-host's spool as the last one of a paper: the page names it by hash, as with
   * `capture.accept`. With `documentId: null` the paper itself is entered, too. Fails with document.too-many-pages.
   */
  'page.accept': call(['officer'], z.strictObject({ ...Target, documentId: Id.nullable(), kind, sha256: Sha256 }), Dossier),
  /** It is taken again: its picture goes. */
  'page.discard': call(['officer'], z.strictObject({ sha256: Sha256 }), Nothing),
  'page.remove': call(['officer'], z.strictObject({ ...Target, pageId: Id }), Dossier),
  'page.restore': call(['officer'], z.strictObject({ ...Target, pageId: Id }), Dossier),
  /** `to`: its new place within its paper, 0 = first. */
  'page.move': call(['officer'], z.strictObject({ ...Target, pageId: Id, to: z.int().min(0) }), Dossier),
  'page.image': call(['officer', 'chief'], z.strictObject({ dossierId: Id, pageId: Id }), z.strictObject({ mediaType: text(40), bytes: Bytes })),
} as const;
