import type { CitizenLocale } from '../../../electron/contract/citizen-locales.ts';
import type { CitizenDesk, CitizenScene, CitizenState, CitizenView } from '../../../electron/contract/citizen-screen.ts';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import { isEditable } from '../../../electron/core/dossier/lifecycle.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { PERSON_FIELDS, type PersonField } from '../../../electron/core/person/person.ts';
import type { DossierDesk } from '../dossiers/dossier-desk.ts';
import type { DossierRepository } from '../dossiers/dossier-repository.ts';
import type { ImageVault } from '../images/image-vault.ts';
import type { Settings } from '../settings/settings.ts';
import type { OpenSession, PageContext } from '../station/page-context.ts';

type Parts = { readonly desk: DossierDesk; readonly dossiers: DossierRepository; readonly vault: ImageVault; readonly settings: Settings; readonly practice: boolean };
type Shown = { readonly page: PageContext; readonly scene: Exclude<CitizenScene, { phase: 'idle' }> };
/** One citizen's stay at the counter, over all scenes of their dossier. */
type Stay = {
  /** `undefined`: a language was chosen before any dossier was shown. */
  readonly dossierId: string | undefined;
  readonly locale: CitizenLocale;
  /** What the citizen touched as wrong, with the value it had then. */
  readonly wrong: Map<PersonField, string>;
};
type CitizenImage = { readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly widthPx: number; readonly heightPx: number };
const NOTHING: CitizenView = { phase: 'idle' };
const newStay = (dossierId?: string): Stay => ({ dossierId, locale: 'vi', wrong: new Map() });

/**
 * What lies before the citizen: put there by one officer's page, gone with that page, its lock or its sign-out. A citizen's
 * window sees and touches this and nothing else of the station.
 */
export class CitizenScreen {
  readonly #parts: Parts;
  readonly #windows = new Set<(state: CitizenState) => void>();
  #shown: Shown | undefined;
  #stay: Stay = newStay();
  #onDesk: (desk: CitizenDesk) => void = () => undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Hears of every change of what the officer's page is told. */
  onDesk(listener: (desk: CitizenDesk) => void): void {
    this.#onDesk = listener;
  }

  state(): CitizenState {
    return { view: this.#view(), locale: this.#stay.locale, station: this.#parts.settings.get('station.name'), practice: this.#parts.practice };
  }

  desk(): CitizenDesk {
    const view = this.#view();
    return {
      windows: this.#windows.size, phase: view.phase, locale: this.#stay.locale, wrong: view.phase === 'check' ? [...view.wrong] : [],
      dossierId: view.phase === 'idle' ? null : (this.#shown?.scene.dossierId ?? null),
    };
  }

  /** A citizen's window opened. @returns what to call when it is gone */
  opened(tell: (state: CitizenState) => void): () => void {
    this.#windows.add(tell);
    this.#tell();
    return () => {
      this.#windows.delete(tell);
      this.#tell();
    };
  }

  /** @throws {AppError} store.not-found, dossier.read-only */
  show(page: PageContext, scene: CitizenScene): CitizenDesk {
    if (scene.phase === 'idle') this.#shown = undefined;
    else {
      if (!isEditable(this.#parts.desk.view(scene.dossierId).state)) throw new AppError('dossier.read-only');
      // The next citizen leaves nothing of the one before: neither language nor marks.
      if (this.#stay.dossierId === undefined) this.#stay = { ...this.#stay, dossierId: scene.dossierId };
      else if (this.#stay.dossierId !== scene.dossierId) this.#stay = newStay(scene.dossierId);
      this.#shown = { page, scene };
    }
    this.#tell();
    return this.desk();
  }

  /** The page is gone. */
  forget(page: PageContext): void {
    if (this.#shown?.page === page) this.#clear();
  }

  /** Something may have changed under what is shown: a field, a lock, a sign-out. */
  refresh(dossierId?: string): void {
    if (this.#shown === undefined) return;
    if (this.#officer() === undefined) return this.#clear();
    if (dossierId === undefined || this.#shown.scene.dossierId === dossierId) this.#tell();
  }

  chooseLanguage(locale: CitizenLocale): void {
    // Between two citizens it is the next one who chooses.
    this.#stay = this.#shown === undefined ? { ...newStay(), locale } : { ...this.#stay, locale };
    this.#tell();
  }

  mark(field: PersonField, wrong: boolean): void {
    const { dossier } = this.#checking();
    if (wrong) this.#stay.wrong.set(field, dossier.person[field]);
    else this.#stay.wrong.delete(field);
    this.#tell();
  }

  /** @throws {AppError} citizen.nothing-shown, citizen.marked-wrong, dossier.incomplete, dossier.stale-version */
  confirm(version: number): void {
    const { dossier, officer } = this.#checking();
    const view = this.#view();
    if (view.phase !== 'check' || view.confirmed) return;
    if (view.wrong.length > 0) throw new AppError('citizen.marked-wrong');
    if (!view.complete) throw new AppError('dossier.incomplete');
    this.#parts.desk.edit({
      target: { id: dossier.id, version }, who: officer.user.login, action: 'dossier.confirm-by-citizen', detail: 'citizen screen', voidsConfirmation: false,
      work: (record, at) => this.#parts.dossiers.set(record.id, { citizen_confirmed_at: at }),
    });
  }

  async image(slot: 'portrait' | 'signature'): Promise<CitizenImage> {
    const capture = this.#checking().dossier.captures.find((one) => one.slot === slot);
    if (capture === undefined) throw new AppError('store.not-found', { what: 'capture' });
    const { mediaType, widthPx, heightPx } = capture;
    return { mediaType, widthPx, heightPx, bytes: await this.#parts.vault.read(capture.sha256) };
  }

  #view(): CitizenView {
    const scene = this.#officer() === undefined ? undefined : this.#shown?.scene;
    if (scene === undefined) return NOTHING;
    const dossier = this.#parts.desk.view(scene.dossierId);
    if (!isEditable(dossier.state)) return NOTHING;
    if (scene.phase === 'guide') return { phase: 'guide', slot: scene.slot, missing: dossier.missingFingers.map(({ finger }) => finger) };
    return checkOf(dossier, this.#stay.wrong);
  }

  /** The officer who stands behind what is shown; `undefined` once they locked the station or left. */
  #officer(): OpenSession | undefined {
    const page = this.#shown?.page;
    const session = page === undefined ? undefined : page.sessions.current(page);
    return session === undefined || session.locked || session.user.role !== 'officer' ? undefined : session;
  }

  #checking(): { readonly dossier: Dossier; readonly officer: OpenSession } {
    const officer = this.#officer();
    const shown = this.#shown;
    if (officer === undefined || shown === undefined || shown.scene.phase !== 'check') throw new AppError('citizen.nothing-shown');
    return { dossier: this.#parts.desk.view(shown.scene.dossierId), officer };
  }

  #clear(): void {
    this.#shown = undefined;
    this.#stay = newStay();
    this.#tell();
  }

  #tell(): void {
    const state = this.state();
    for (const tell of this.#windows) tell(state);
    this.#onDesk(this.desk());
  }
}

/** The citizen's own data, as far as the dossier has any. */
function checkOf(dossier: Dossier, marked: ReadonlyMap<PersonField, string>): CitizenView {
  const { person } = dossier;
  return {
    phase: 'check',
    version: dossier.version,
    fields: PERSON_FIELDS.filter((field) => person[field] !== '').map((field) => ({ field, value: person[field] })),
    wrong: [...marked].filter(([field, value]) => person[field] === value).map(([field]) => field),
    images: (['portrait', 'signature'] as const).filter((slot) => dossier.captures.some((one) => one.slot === slot)),
    complete: dossier.gaps.every((gap) => gap === 'citizen-check'),
    confirmed: dossier.citizenConfirmedAt !== null,
  };
}
