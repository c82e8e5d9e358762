import { randomUUID } from 'node:crypto';
import type { Client } from '../../../electron/contract/call.ts';
import { Still as StillShape, type SpoolContract, type Still } from '../../../electron/contract/device.ts';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import { PAGE_LIMITS, type DocumentEntry, type DocumentPage } from '../../../electron/contract/paper.ts';
import { isEditable } from '../../../electron/core/dossier/lifecycle.ts';
import { AppError, fromWire } from '../../../electron/core/errors/app-error.ts';
import { checkStill } from '../images/image-check.ts';
import type { ImageVault } from '../images/image-vault.ts';
import type { Actor } from '../seams.ts';
import type { DossierDesk } from './dossier-desk.ts';
import type { DossierPapers } from './dossier-papers.ts';

type Accept = { readonly id: string; readonly version: number; readonly documentId: string | null; readonly kind: DocumentEntry['kind']; readonly sha256: string };
type Sources = { readonly desk: DossierDesk; readonly papers: DossierPapers; readonly vault: ImageVault; readonly spool: () => Client<SpoolContract> | undefined };
type Picture = Still & { readonly mediaType: DocumentPage['mediaType'] };

/** Takes the page of a paper from device-host's spool onto the disk, and only then into the dossier. */
export class PageIntake {
  readonly #from: Sources;

  constructor(from: Sources) {
    this.#from = from;
  }

  /** Answers when file and row are on disk. @throws {AppError} capture.*, document.too-many-pages, dossier.*, host.not-ready, store.full, store.not-found */
  async accept(accept: Accept, officer: Actor): Promise<Dossier> {
    const { desk, papers, vault } = this.#from;
    const spool = this.#spool();
    const before = desk.view(accept.id);
    if (before.version !== accept.version) throw new AppError('dossier.stale-version');
    if (!isEditable(before.state)) throw new AppError('dossier.read-only', { state: before.state });
    if (accept.documentId !== null && !before.documents.some(({ id }) => id === accept.documentId)) throw new AppError('store.not-found', { what: 'document' });
    const still = await take(spool, accept.sha256);
    checkRoom(before.documents, still.bytes.length);
    await vault.write(accept.sha256, still.bytes);
    const after = desk.edit({
      target: accept, who: officer.login, action: 'page.accept', detail: accept.kind, voidsConfirmation: true,
      work: (record, at) => {
        const documentId = accept.documentId ?? papers.insert(record.id, { kind: accept.kind, number: '', issuedOn: '', note: '' });
        const { mediaType, widthPx, heightPx, ppi, device, capturedAt, warnings = [] } = still;
        papers.insertPage(record.id, documentId, {
          id: randomUUID(), mediaType, sha256: accept.sha256, bytes: still.bytes.length, widthPx, heightPx, ppi, warnings, device, capturedAt, acceptedAt: at, officerId: officer.id,
        });
      },
    });
    void spool['spool.release']({ sha256: accept.sha256, outcome: 'accepted' });
    return after;
  }

  /** Nobody will ask for this picture any more. */
  discard(sha256: string): void {
    void this.#from.spool()?.['spool.release']({ sha256, outcome: 'rejected' });
  }

  #spool(): Client<SpoolContract> {
    const spool = this.#from.spool();
    if (spool === undefined) throw new AppError('host.not-ready', { host: 'device-host' });
    return spool;
  }
}

/** Only what device-host took as a page: never a portrait under another name, never anything but an image. */
async function take(spool: Client<SpoolContract>, sha256: string): Promise<Picture> {
  const taken = await spool['spool.take']({ sha256 });
  if (!taken.ok) throw fromWire(taken.error);
  const still = StillShape.safeParse(taken.value);
  if (!still.success) throw new AppError('capture.bad-image', { why: 'message' });
  const { slot, mediaType } = still.data;
  if (slot !== 'document' || mediaType === 'application/json') throw new AppError('capture.bad-slot');
  checkStill(still.data, sha256);
  return { ...still.data, mediaType };
}

function checkRoom(documents: readonly DocumentEntry[], bytes: number): void {
  const pages = documents.flatMap((document) => document.pages);
  const whole = pages.reduce((sum, page) => sum + page.bytes, bytes);
  if (pages.length >= PAGE_LIMITS.pages || whole > PAGE_LIMITS.bytes) throw new AppError('document.too-many-pages', { pages: PAGE_LIMITS.pages, megabytes: PAGE_LIMITS.bytes / 1024 / 1024 });
}
