import { createHash } from 'node:crypto';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import type { Slip } from '../../../electron/contract/slip.ts';
import { BUILT_IN_CALENDAR } from '../../../electron/core/procedure/holidays.ts';
import { addWorkingDays } from '../../../electron/core/procedure/working-days.ts';
import { AppError, fromWire } from '../../../electron/core/errors/app-error.ts';
import { personTag } from '../../../electron/core/receipt/receipt-code.ts';
import { localDay } from '../../../electron/core/time/format.ts';
import type { Actor, ReceiptInput, RenderReceipt } from '../seams.ts';
import { signReceipt, type ReceiptSigner } from '../../kit/sealed-dossier/receipt-proof.ts';
import type { Station } from '../station/station.ts';

export type Receipt = { readonly copy: number; readonly pages: number; readonly pdf: Uint8Array<ArrayBuffer> };

/** One drawing of it: a sheet for the screen and ordinary printers, a slip for those of narrow paper. */
type Drawn = { readonly receipt: Receipt; readonly slip: Slip | undefined };

/** The receipt (giấy hẹn): drawn first, counted in one transaction, and only then handed out. */
export class ReceiptDesk {
  readonly #station: Station;
  readonly #render: RenderReceipt;

  constructor(station: Station, render: RenderReceipt) {
    this.#station = station;
    this.#render = render;
  }

  async preview(dossierId: string): Promise<Receipt> {
    return (await this.#draw(this.#load(dossierId), 0)).receipt;
  }

  /** The next issue: number 1 is the original, every later one says that it is a copy. @throws {AppError} receipt.too-early, receipt.failed */
  async issue(dossierId: string, officer: Actor, outcome: 'shown' | 'to-printer'): Promise<Receipt> {
    return (await this.#issue(dossierId, officer, outcome)).receipt;
  }

  /** @throws {AppError} printer.* when the job failed: the issue stays counted, for paper may have come out */
  async print(dossierId: string, printerId: string, officer: Actor): Promise<{ readonly copy: number; readonly outcome: 'printed' | 'sent' }> {
    const { spool, audit } = this.#station;
    const printer = spool();
    if (printer === undefined) throw new AppError('host.not-ready', { host: 'device-host' });
    const { receipt: { copy, pdf }, slip } = await this.#issue(dossierId, officer, 'to-printer');
    const reply = await printer['printer.print']({ printerId, title: `giay-hen-${this.#load(dossierId).number}-${copy}`, pdf, slip });
    audit.note({ who: officer.login, action: 'receipt.print', subject: dossierId, detail: `${copy}; ${reply.ok ? reply.value.outcome : reply.error.code}` });
    if (!reply.ok) throw fromWire(reply.error);
    return { copy, outcome: reply.value.outcome };
  }

  async #issue(dossierId: string, officer: Actor, outcome: 'shown' | 'to-printer'): Promise<Drawn> {
    const dossier = this.#load(dossierId);
    const drawn = await this.#draw(dossier, dossier.receiptCopies + 1);
    this.#count(dossier, drawn.receipt, officer, outcome);
    return drawn;
  }

  #load(dossierId: string): Dossier {
    const dossier = this.#station.desk.view(dossierId);
    if (dossier.submittedAt === null || dossier.state === 'withdrawn') throw new AppError('receipt.too-early', { state: dossier.state });
    return dossier;
  }

  async #draw(dossier: Dossier, copy: number): Promise<Drawn> {
    const { settings, audit, practice, secrets, now } = this.#station;
    const receivedAt = dossier.submittedAt ?? dossier.openedAt;
    const dueOn = addWorkingDays(localDay(receivedAt), settings.get('receipt.working-days'), BUILT_IN_CALENDAR.off, BUILT_IN_CALENDAR.worked);
    const certificates = secrets.findCertificates();
    const auditHead = audit.head();
    const input: ReceiptInput = {
      number: dossier.number, dossierId: dossier.id, fullName: dossier.person.fullName, pid: dossier.person.pid,
      birthDate: dossier.person.birthDate, sex: dossier.person.sex, kind: dossier.kind ?? 'first-issue', receivedAt,
      dueOn,
      station: settings.get('station.name'), counter: settings.get('station.counter'), officerName: dossier.submittedBy,
      auditHead, code: codeOf(dossier, { receivedAt, dueOn, auditHead, practice }, certificates), signed: certificates !== undefined, copy, practice, issuedAt: new Date(now()).toISOString(),
    };
    const { pdf, pages, slip } = await this.#render(input);
    return { receipt: { copy, pages, pdf: new Uint8Array(pdf) }, slip };
  }

  #count(dossier: Dossier, receipt: Receipt, officer: Actor, outcome: 'shown' | 'to-printer'): void {
    const { sql, dossiers, receipts, audit, now } = this.#station;
    sql.write(() => {
      // Somebody issued one while this was drawn: the number on the paper would be wrong.
      if (dossiers.load(dossier.id).receipt_copies !== receipt.copy - 1) throw new AppError('dossier.stale-version');
      dossiers.set(dossier.id, { receipt_copies: receipt.copy });
      const pdfSha256 = createHash('sha256').update(receipt.pdf).digest('hex');
      receipts.insert({ dossierId: dossier.id, copy: receipt.copy, at: new Date(now()).toISOString(), officerId: officer.id, pdfSha256, outcome });
      audit.note({ who: officer.login, action: 'receipt.issue', subject: dossier.id, detail: `${receipt.copy}; ${outcome}` });
    });
  }
}

type Stated = { readonly receivedAt: string; readonly dueOn: string; readonly auditHead: string; readonly practice: boolean };

/** What the QR code states, signed where the station has met its centre. */
const codeOf = ({ id, person }: Dossier, { receivedAt, ...stated }: Stated, signer: ReceiptSigner | undefined): string => signReceipt({
  dossierId: id, pid: /^\d{12}$/.test(person.pid) ? person.pid : '', receivedAtS: Math.floor(Date.parse(receivedAt) / 1000), personTag: personTag(person.fullName, person.birthDate), ...stated,
}, signer);
