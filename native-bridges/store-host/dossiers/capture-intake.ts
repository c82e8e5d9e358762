import { createHash, randomUUID } from 'node:crypto';
import type { Attempt, Shown } from '../../../electron/contract/attempt.ts';
import type { StillAnalysis } from '../../../electron/contract/analysis.ts';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import { Still as StillShape, type SpoolContract, type Still } from '../../../electron/contract/device.ts';
import { PAGE_CAMERA_DRIVER } from '../../../electron/core/device/page-camera.ts';
import type { Client } from '../../../electron/contract/call.ts';
import { NEXT_TRY, currentRound, decidedTryNumber, needsReason, nextTryNumber, triesIn, type Try } from '../../../electron/core/biometrics/capture-policy/tries.ts';
import { vetoOf } from '../../../electron/core/biometrics/capture-policy/vetoes.ts';
import type { CaptureSlot } from '../../../electron/core/dossier/capture-slots.ts';
import { isEditable } from '../../../electron/core/dossier/lifecycle.ts';
import { AppError, fromWire } from '../../../electron/core/errors/app-error.ts';
import { checkStill } from '../images/image-check.ts';
import type { DerivedFile, DerivedImages } from '../images/derived-images.ts';
import type { ImageVault } from '../images/image-vault.ts';
import type { Actor } from '../seams.ts';
import type { CaptureEndings } from './capture-endings.ts';
import type { DossierDesk } from './dossier-desk.ts';
import type { DossierParts } from './dossier-parts.ts';
import { StillAhead } from './still-ahead.ts';

type Named = { readonly id: string; readonly version: number; readonly slot: CaptureSlot; readonly sha256: string };
type Accept = Named & { readonly reason?: string | undefined };
type Sources = {
  readonly desk: DossierDesk;
  readonly parts: DossierParts;
  readonly vault: ImageVault;
  readonly derived: DerivedImages;
  readonly endings: CaptureEndings;
  readonly spool: () => Client<SpoolContract> | undefined;
  /** The station takes portraits with a camera that the page opens itself. */
  readonly pageCamera: () => boolean;
  /** Tries per slot before the best is proposed. */
  readonly triesAllowed: () => number;
};

/** Takes an accepted image from device-host's spool onto the disk, and only then into the dossier. */
export class CaptureIntake {
  readonly #from: Sources;
  readonly #ahead = new StillAhead();

  constructor(from: Sources) {
    this.#from = from;
  }

  /** Fetches what the officer will probably accept: a slap is most of a megabyte, which the officer would wait for. Nothing is kept yet. */
  async expect(named: Pick<Named, 'slot' | 'sha256'>): Promise<void> {
    await this.#ahead.fetch(named, () => this.#take(named));
  }

  /** Answers when the file and the row are on disk. @throws {AppError} capture.*, dossier.*, host.not-ready, store.full */
  async accept(accept: Accept, officer: Actor): Promise<Dossier> {
    const { desk, parts, vault, derived, endings } = this.#from;
    const before = desk.view(accept.id);
    if (before.version !== accept.version) throw new AppError('dossier.stale-version');
    if (!isEditable(before.state)) throw new AppError('dossier.read-only', { state: before.state });
    const still = await this.#ahead.find(accept) ?? await this.#take(accept);
    const reason = (accept.reason ?? '').trim().normalize('NFC');
    const shown = this.#shown(still.analysis, before.attempts, accept);
    if (reason === '' && shown.advice !== 'use') throw new AppError('capture.reason-required', { slot: accept.slot });
    const [, files, ended] = await Promise.all([vault.write(accept.sha256, still.bytes), writeDerived(vault, still), endings.ask(accept.id)]);
    const after = desk.edit({
      target: accept, who: officer.login, action: 'capture.accept', detail: accept.slot, voidsConfirmation: true,
      work: (record, at) => {
        endings.write(record.id, ended, officer);
        const { slot } = accept;
        const { bytes, device, mediaType, widthPx, heightPx, ppi, capturedAt } = still;
        const attempt = decidedTryNumber(parts.attempts(record.id), slot, accept.sha256);
        parts.insertCapture(record.id, {
          id: randomUUID(), slot, mediaType, sha256: accept.sha256, bytes: bytes.length, widthPx, heightPx, ppi,
          device, capturedAt, acceptedAt: at, officerId: officer.id, attempt,
        });
        parts.insertAttempt(record.id, { slot, attempt, sha256: accept.sha256, outcome: 'accepted', reason, at, officerId: officer.id, analysis: still.analysis, device, record: still.record, shown, veto: vetoOf({ advice: shown.advice, outcome: 'accepted', reason }) });
        for (const file of files) derived.insert(accept.sha256, file);
      },
    });
    this.#release(accept.sha256, 'accepted');
    this.#releaseRound(before, accept);
    return after;
  }

  /** Records the try with what was found in it; its image and those set aside before it go. */
  async reject(reject: Named & { readonly reason: string }, officer: Actor): Promise<Dossier> {
    const before = this.#from.desk.view(reject.id);
    const after = await this.#record(reject, reject.reason.normalize('NFC'), officer);
    this.#release(reject.sha256, 'rejected');
    this.#releaseRound(before, reject);
    return after;
  }

  /** Records the try; its image stays in the spool, in case none of the next ones is better. */
  setAside(aside: Named, officer: Actor): Promise<Dossier> {
    return this.#record(aside, NEXT_TRY, officer);
  }

  async #record(named: Named, reason: string, officer: Actor): Promise<Dossier> {
    const { desk, parts, endings } = this.#from;
    const [known, ended] = await Promise.all([this.#knownOf(named.sha256), endings.ask(named.id)]);
    const aside = reason === NEXT_TRY;
    const numberOf = (tries: readonly Try[]): number =>
      (aside ? nextTryNumber(tries, named.slot) : decidedTryNumber(tries, named.slot, named.sha256));
    return desk.edit({
      target: named, who: officer.login, action: aside ? 'capture.set-aside' : 'capture.reject', detail: named.slot, voidsConfirmation: false,
      work: (record, at) => {
        endings.write(record.id, ended, officer);
        const tries = parts.attempts(record.id);
        const seen = this.#shown(known.analysis, tries, named);
        const shown = aside ? { ...seen, advice: 'next-try' as const } : seen;
        parts.insertAttempt(record.id, {
          slot: named.slot, attempt: numberOf(tries), sha256: named.sha256, outcome: 'rejected', reason, at, officerId: officer.id, ...known,
          shown, veto: vetoOf({ advice: shown.advice, outcome: 'rejected', reason }),
        });
      },
    });
  }

  /** What stood on the screen with the image, by the same rules as there. Without an analysis the officer's eye decides alone. */
  #shown(analysis: StillAnalysis | null, tries: readonly Try[], { slot, sha256 }: Named): Shown {
    if (analysis === null) return { advice: 'use', verdict: null, problems: [] };
    if (analysis.kind === 'portrait') {
      return { advice: analysis.verdict === 'good' ? 'use' : 'recapture', verdict: analysis.verdict, problems: analysis.criteria.filter(({ ok }) => !ok).map(({ criterion }) => criterion) };
    }
    const against = needsReason(analysis, triesIn(tries, slot, sha256), this.#from.triesAllowed());
    return { advice: against ? 'recapture' : 'use', verdict: analysis.verdict, problems: analysis.problems.map(({ kind }) => kind) };
  }

  /** One of the tries was used or all were refused: nobody will ask for the others any more. */
  #releaseRound(before: Dossier, { slot, sha256 }: Named): void {
    for (const aside of currentRound(before.attempts, slot)) {
      if (aside.sha256 !== null && aside.sha256 !== sha256) this.#release(aside.sha256, 'rejected');
    }
  }

  #release(sha256: string, outcome: 'accepted' | 'rejected'): void {
    this.#ahead.forget(sha256);
    void this.#from.spool()?.['spool.release']({ sha256, outcome });
  }

  async #take({ slot, sha256 }: Pick<Named, 'slot' | 'sha256'>): Promise<Still> {
    const spool = this.#from.spool();
    if (spool === undefined) throw new AppError('host.not-ready', { host: 'device-host' });
    const taken = await spool['spool.take']({ sha256 });
    if (!taken.ok) throw fromWire(taken.error);
    const still = StillShape.safeParse(taken.value);
    if (!still.success) throw new AppError('capture.bad-image', { why: 'message' });
    if (still.data.slot !== slot) throw new AppError('capture.bad-slot');
    // Pixels from the page are a camera's or a lie: only a station that has such a camera takes them.
    if (still.data.device.driver === PAGE_CAMERA_DRIVER && !this.#from.pageCamera()) throw new AppError('capture.bad-image', { why: 'no such camera' });
    checkStill(still.data, sha256);
    return still.data;
  }

  /** A try is recorded even where device-host has gone and nothing more is known of it. */
  async #knownOf(sha256: string): Promise<Pick<Attempt, 'analysis' | 'device' | 'record'>> {
    const known = await this.#from.spool()?.['spool.analysis']({ sha256 });
    return known?.ok === true ? known.value : { analysis: null, device: null, record: null };
  }
}

/** What device-host made from the image lies in the vault beside it, so that sealing has nothing left to compute. */
const writeDerived = (vault: ImageVault, { derived = [] }: Still): Promise<readonly DerivedFile[]> =>
  Promise.all(derived.map(async ({ kind, bytes }) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await vault.write(sha256, bytes);
    return { kind, sha256 };
  }));
