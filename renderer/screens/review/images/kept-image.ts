import type { Capture, Dossier } from '../../../../electron/contract/dossier.ts';
import type { DocumentPage } from '../../../../electron/contract/paper.ts';
import { CAPTURE_SLOTS } from '../../../../electron/core/dossier/capture-slots.ts';
import type { DocumentKind } from '../../../../electron/core/procedure/papers.ts';

/** An image that the dossier holds: something captured of the citizen, or the page of a paper. */
export type KeptImage =
  | { readonly of: 'capture'; readonly id: string; readonly capture: Capture }
  | { readonly of: 'page'; readonly id: string; readonly page: DocumentPage; readonly kind: DocumentKind; /** from 1 */ readonly n: number };

export const captureImage = (capture: Capture): KeptImage => ({ of: 'capture', id: capture.id, capture });
/** @param at its place in the paper, from 0 */
export const pageImage = (page: DocumentPage, kind: DocumentKind, at: number): KeptImage => ({ of: 'page', id: page.id, page, kind, n: at + 1 });

/** The order in which a face, the hands, the signature and the papers are looked at. */
const ORDER = ['portrait', ...CAPTURE_SLOTS.filter((slot) => slot !== 'portrait')] as const;

export const imagesOf = ({ captures, documents }: Pick<Dossier, 'captures' | 'documents'>): readonly KeptImage[] => [
  ...captures.toSorted((a, b) => ORDER.indexOf(a.slot) - ORDER.indexOf(b.slot)).map(captureImage),
  ...documents.flatMap(({ kind, pages }) => pages.map((page, at) => pageImage(page, kind, at))),
];
