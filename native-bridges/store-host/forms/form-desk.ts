import { createHash } from 'node:crypto';
import type { FormRow, FormSubject } from '../../../electron/contract/forms.ts';
import { draftForm, type DraftedForm } from '../../../electron/core/forms/draft-form.ts';
import type { FormInput, FormJob } from '../../../electron/core/forms/form-facts.ts';
import { AppError, fromWire } from '../../../electron/core/errors/app-error.ts';
import type { Actor, RenderForm } from '../seams.ts';
import type { Station } from '../station/station.ts';
import { receptionView } from '../procedure/reception-view.ts';
import { dossierForms } from './dossier-facts.ts';
import { feeDayForm } from './fee-day-facts.ts';
import { auditSubject } from './form-repository.ts';
import { receptionForms } from './reception-facts.ts';

export type DrawnForm = { readonly copy: number; readonly pages: number; readonly contentSha256: string; readonly pdf: Uint8Array<ArrayBuffer> };
type Draft = DraftedForm & { readonly contentSha256: string };

/** The legal forms: drawn first, counted in one transaction with a hash of what they show, and only then handed out. */
export class FormDesk {
  readonly #station: Station;
  readonly #render: RenderForm;

  constructor(station: Station, render: RenderForm) {
    this.#station = station;
    this.#render = render;
  }

  list(subject: FormSubject): FormRow[] {
    return this.#inputs(subject).flatMap((input): FormRow[] => {
      const draft = draftOf(input);
      if (draft === undefined) return [];
      const last = this.#station.forms.last(subject, input.job);
      return [{
        job: input.job, code: draft.sheet.code, circular: draft.sheet.circular, title: draft.title, practiceLayout: draft.layout === 'practice',
        copies: last?.copy ?? 0, issuedAt: last?.at ?? null, stale: last !== undefined && last.contentSha256 !== draft.contentSha256,
      }];
    });
  }

  preview(subject: FormSubject, job: FormJob): Promise<DrawnForm> {
    return this.#draw(this.#draft(subject, job), 0);
  }

  /** The next issue. One that shows something new is an original again: the earlier ones no longer hold. @throws {AppError} form.* */
  async issue(subject: FormSubject, job: FormJob, officer: Actor, outcome: 'shown' | 'to-printer'): Promise<DrawnForm> {
    const draft = this.#draft(subject, job);
    const copies = this.#station.forms.last(subject, job)?.copy ?? 0;
    const drawn = await this.#draw(draft, copies + 1);
    this.#count({ subject, job, draft, drawn, officer, outcome });
    return drawn;
  }

  /** @throws {AppError} printer.* when the job failed: the issue stays counted, for paper may have come out */
  async print(subject: FormSubject, job: FormJob, printing: { readonly printerId: string; readonly officer: Actor }): Promise<{ readonly copy: number; readonly outcome: 'printed' | 'sent' }> {
    const { spool, audit } = this.#station;
    const printer = spool();
    if (printer === undefined) throw new AppError('host.not-ready', { host: 'device-host' });
    const { copy, pdf } = await this.issue(subject, job, printing.officer, 'to-printer');
    const reply = await printer['printer.print']({ printerId: printing.printerId, title: `${job}-${copy}`, pdf });
    audit.note({ who: printing.officer.login, action: 'form.print', subject: auditSubject(subject), detail: `${detailOf(subject, job)}; ${copy}; ${reply.ok ? reply.value.outcome : reply.error.code}` });
    if (!reply.ok) throw fromWire(reply.error);
    return { copy, outcome: reply.value.outcome };
  }

  #inputs(subject: FormSubject): readonly FormInput[] {
    const { desk, receptions, settings, faces } = this.#station;
    const station = settings.get('station.name');
    if (subject.of === 'fee-day') return feeDayForm(this.#station, subject);
    if (subject.of === 'dossier') return dossierForms(desk.view(subject.id), station, faces.pinned(subject.id));
    return receptionForms(receptionView(this.#station, receptions.load(subject.id)), station);
  }

  #draft(subject: FormSubject, job: FormJob): Draft {
    const input = this.#inputs(subject).find((one) => one.job === job);
    if (input === undefined) throw new AppError('form.nothing-to-say', { job });
    const draft = draftOf(input);
    if (draft === undefined) throw new AppError('form.not-in-force', { job });
    return draft;
  }

  async #draw({ sheet, contentSha256 }: Draft, copy: number): Promise<DrawnForm> {
    const { vault, practice, now } = this.#station;
    const portrait = sheet.portraitSha256 === undefined || sheet.portraitSha256 === '' ? null : await vault.read(sheet.portraitSha256);
    const { pdf, pages } = await this.#render({ sheet, portrait, copy, practice, issuedAt: new Date(now()).toISOString(), contentSha256 });
    return { copy, pages, contentSha256, pdf: new Uint8Array(pdf) };
  }

  #count({ subject, job, draft, drawn, officer, outcome }: Counted): void {
    const { sql, forms, audit, now } = this.#station;
    sql.write(() => {
      // Somebody issued one, or changed what it shows, while this was drawn.
      if ((forms.last(subject, job)?.copy ?? 0) !== drawn.copy - 1 || this.#draft(subject, job).contentSha256 !== draft.contentSha256) throw new AppError('dossier.stale-version');
      forms.insert({
        subject, job, code: draft.sheet.code, circular: draft.sheet.circular, copy: drawn.copy, at: new Date(now()).toISOString(), officerId: officer.id,
        contentSha256: draft.contentSha256, pdfSha256: sha256(drawn.pdf), outcome,
      });
      audit.note({ who: officer.login, action: 'form.issue', subject: auditSubject(subject), detail: `${detailOf(subject, job)}; ${drawn.copy}; ${outcome}` });
    });
  }
}

type Counted = { readonly subject: FormSubject; readonly job: FormJob; readonly draft: Draft; readonly drawn: DrawnForm; readonly officer: Actor; readonly outcome: 'shown' | 'to-printer' };

/** The job, with the day where the subject has one for each. */
const detailOf = (subject: FormSubject, job: FormJob): string => (subject.of === 'fee-day' ? `${job}; ${subject.day}` : job);
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** A sheet is plain readonly data made in a fixed order, so its JSON is one and the same for the same words. */
function draftOf(input: FormInput): Draft | undefined {
  const drafted = draftForm(input);
  return drafted === undefined ? undefined : { ...drafted, contentSha256: sha256(JSON.stringify(drafted.sheet)) };
}
