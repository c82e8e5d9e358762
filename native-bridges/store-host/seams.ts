import type { z } from 'zod';
import type { Dossier } from '../../electron/contract/dossier.ts';
import type { Slip } from '../../electron/contract/slip.ts';
import type { Person, PURPOSES, Query } from '../../electron/contract/population.ts';
import type { FormSheet } from '../../electron/core/forms/form-sheet.ts';

/** Where the parts of store-host meet. Types only: each part implements its own and is handed the others'. */

/** Who acted, as the sealed manifest and the receipt name them. */
export type Actor = { readonly id: string; readonly login: string; readonly displayName: string };

/** Everything a seal is made of; crosses to the worker by structured clone. DER = the bytes of the ASN.1 structure. */
export type SealInput = {
  readonly dossier: Dossier;
  readonly captures: readonly { readonly slot: Dossier['captures'][number]['slot']; readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array; /** of a print, where the counter made it */ readonly wsq?: Uint8Array; /** of a portrait, likewise */ readonly jp2?: Uint8Array }[];
  /** Pages of papers, each image once. */
  readonly pages: readonly { readonly sha256: string; readonly bytes: Uint8Array }[];
  /** The bytes of `dossier.reusedFace`; null where there is none. */
  readonly reusedFace: Uint8Array | null;
  /** `at` = when the officer submitted / the chief approved, ISO 8601. */
  readonly officer: Actor & { readonly at: string };
  readonly chief: Actor & { readonly at: string };
  readonly station: { readonly name: string; readonly counter: string };
  readonly softwareVersion: string;
  /** Head of the audit chain (hex) that includes the approval. */
  readonly auditHead: string;
  readonly sealedAt: string;
  readonly stationKeyPkcs8: Uint8Array;
  readonly stationCertificateDer: Uint8Array;
  readonly centreCertificateDer: Uint8Array;
};
export type SealedFile = { readonly bytes: Uint8Array; /** hex over `bytes` */ readonly sha256: string };
/** sealing/seal.ts `sealDossier`; the store calls sealing/seal-in-worker.ts `sealInWorker`, same shape. @throws AppError seal.failed */
export type SealDossier = (input: SealInput) => Promise<SealedFile>;

export type PopulationSearch = {
  readonly purpose: (typeof PURPOSES)[number];
  readonly officerLogin: string;
  /** UUID, the gateway's MaYeuCau; the same as the audited look-up's id. */
  readonly requestId: string;
  readonly query: Query;
};
export type PopulationAnswer = { readonly outcome: 'found' | 'several' | 'not-found'; readonly people: readonly z.infer<typeof Person>[] };
/** population/population-client.ts exports `populationClient`. At most 20 people. @throws AppError population.* */
export type PopulationClient = {
  search(centreUrl: string, search: PopulationSearch, signal: AbortSignal): Promise<PopulationAnswer>;
};

export type FaceSearch = Pick<PopulationSearch, 'purpose' | 'officerLogin' | 'requestId'> & { readonly pid: string };
/** population/face-client.ts exports `faceClient`: a JPEG and the day of the card it is on; undefined = no card was ever issued. @throws AppError population.* */
export type FaceClient = {
  lastFace(centreUrl: string, search: FaceSearch, signal: AbortSignal): Promise<{ readonly bytes: Uint8Array; /** `YYYY-MM-DD` */ readonly issuedOn: string } | undefined>;
};

/** What a station needs to sign, and to encrypt to the centre. Kept by the store inside the encrypted database. */
export type StationCertificates = {
  readonly stationKeyPkcs8: Uint8Array;
  readonly stationCertificateDer: Uint8Array;
  readonly centreCertificateDer: Uint8Array;
  readonly caCertificateDer: Uint8Array;
};
/**
 * uploader/station-enrolment.ts `ensureStationCertificates`. Answers `existing` unchanged while it is still right for this
 * centre (same CA), else enrols anew with a CSR. @throws AppError outbox.offline, outbox.server, outbox.bad-reply
 */
export type EnsureStationCertificates = (
  centreUrl: string, existing: StationCertificates | undefined, station: { readonly name: string; readonly counter: string },
) => Promise<StationCertificates>;

/** One sealed dossier on its way. `uploadUrl` is where tus resumes. */
export type OutboxEntry = {
  readonly dossierId: string;
  readonly sealSha256: string;
  readonly bytes: number;
  /** failed tries so far */
  readonly tries: number;
  readonly uploadUrl: string | undefined;
  /** All bytes are over there and only the centre's answer is missing. */
  readonly delivered: boolean;
};

export type CentreAnswer = {
  readonly outcome: 'accepted' | 'rejected';
  /** Reason code when rejected, '' when accepted. */
  readonly reason: string;
  readonly reference: string;
  /** ISO 8601, the centre's clock */
  readonly at: string;
};

/**
 * The outbox in the database. Every method is one committed transaction with state change and audit entry; all synchronous.
 * On start the store itself has turned `uploading` back into `queued`.
 */
export type OutboxStore = {
  /** The oldest entry that is due at `nowMs`, or undefined. */
  due(nowMs: number): OutboxEntry | undefined;
  /** Epoch milliseconds of the next try of any queued entry, or undefined when nothing waits. */
  nextDueMs(): number | undefined;
  /** queued → uploading, or again while already uploading. */
  markUploading(dossierId: string): void;
  saveUploadUrl(dossierId: string, url: string | undefined): void;
  progress(dossierId: string, sentBytes: number): void;
  /** All bytes are over there. Stays `uploading`. */
  delivered(dossierId: string): void;
  /** uploading → queued with the error's code; `nextAtMs` = epoch milliseconds of the next try. Counts one failed try. */
  interrupted(dossierId: string, errorCode: string, nextAtMs: number): void;
  /** uploading → accepted | rejected. */
  answered(dossierId: string, answer: CentreAnswer): void;
  /** Given up after the last try; the dossier is `queued`, the entry visible as parked until someone retries it. */
  park(dossierId: string, errorCode: string): void;
};

/** What the uploader (uploader/uploader.ts, class Uploader) is given. */
export type UploaderOptions = {
  /** undefined = no centre is known: wait for `wake()`. */
  readonly centreUrl: () => string | undefined;
  readonly outbox: OutboxStore;
  readonly readSealed: (sealSha256: string) => Promise<Uint8Array>;
  /** Asked before an entry is sent: `later` = the line is down, `set-aside` = it was parked meanwhile. Never rejects. */
  readonly mayLeave?: (entry: OutboxEntry) => Promise<'now' | 'later' | 'set-aside'>;
  /** The line was seen up or down by a request that succeeded or failed for want of a connection. */
  readonly onLine: (online: boolean) => void;
  /** The dossier moved or its progress did; the store tells the pages. */
  readonly onChanged: (dossierId: string) => void;
  readonly clock: { now(): number };
  /** in [0, 1) */
  readonly random: () => number;
};
export type UploaderHandle = {
  /** Starts the loop: one upload at a time, sleeping until the next is due. */
  start(): void;
  /** Something was queued, retried, or the centre's address changed: look again now. */
  wake(): void;
  /** Aborts an upload in flight without counting it as a failed try; settles when quiet. */
  stop(): Promise<void>;
};
export type CreateUploader = new (options: UploaderOptions) => UploaderHandle;

/** One issue of the receipt (giấy hẹn, CC02). Dates are ISO 8601 instants or `YYYY-MM-DD`. */
export type ReceiptInput = {
  readonly number: string;
  readonly dossierId: string;
  readonly fullName: string;
  readonly pid: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly kind: 'first-issue' | 'exchange' | 'reissue';
  readonly receivedAt: string;
  readonly dueOn: string;
  readonly station: string;
  readonly counter: string;
  readonly officerName: string;
  /** hex */
  readonly auditHead: string;
  /** Text of the QR code: what the receipt states, signed by the station. docs/devices/receipt.md */
  readonly code: string;
  /** Whether the station had a certificate to sign it with. */
  readonly signed: boolean;
  /** 1 = original, n > 1 = the n-1th copy, 0 = a preview that counts nothing */
  readonly copy: number;
  readonly practice: boolean;
  readonly issuedAt: string;
};
/** receipts/render-receipt.ts `renderReceipt`. @throws AppError receipt.failed */
export type RenderReceipt = (input: ReceiptInput) => Promise<{ readonly pdf: Uint8Array; readonly pages: number; /** The same for printers of narrow paper. */ readonly slip?: Slip | undefined }>;

/** One print of a form. */
export type FormPrint = {
  readonly sheet: FormSheet;
  /** PNG or JPEG of the portrait that the sheet names; null where there is none. */
  readonly portrait: Uint8Array | null;
  /** 1 = original, n > 1 = the n-1th copy, 0 = a preview that counts nothing */
  readonly copy: number;
  readonly practice: boolean;
  readonly issuedAt: string;
  /** Over the sheet, hex: printed in short, so that a paper can be told from one that shows something else. */
  readonly contentSha256: string;
};
/** receipts/render-receipt.ts `renderForm`. @throws AppError form.failed */
export type RenderForm = (print: FormPrint) => Promise<{ readonly pdf: Uint8Array; readonly pages: number }>;
