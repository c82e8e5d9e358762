import { setTimeout as after } from 'node:timers/promises';
import type { CaptureEnding } from '../../../electron/contract/attempt.ts';
import type { Client } from '../../../electron/contract/call.ts';
import type { SpoolContract } from '../../../electron/contract/device.ts';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import { nextTryNumber } from '../../../electron/core/biometrics/capture-policy/tries.ts';
import type { CaptureSlot } from '../../../electron/core/dossier/capture-slots.ts';
import type { Actor } from '../seams.ts';
import type { DossierDesk } from './dossier-desk.ts';
import type { DossierParts } from './dossier-parts.ts';

type Sources = { readonly desk: DossierDesk; readonly parts: DossierParts; readonly spool: () => Client<SpoolContract> | undefined };
type Heard = { readonly id: string; readonly version: number; readonly slot: CaptureSlot; readonly jobId: string | null; readonly code: string };
type Who = Pick<Actor, 'id'>;

/** A device-host that doesn't answer holds nobody's work up longer than this. */
const ASK_MS = 1_000;
const CANCELLED = 'device.cancelled';

/**
 * Puts captures on record that gave no picture. device-host knows of each; it is asked whenever something of the dossier's
 * captures is written and before the dossier leaves the officer, so that none is lost to a lock or a closed window.
 */
export class CaptureEndings {
  readonly #from: Sources;

  constructor(from: Sources) {
    this.#from = from;
  }

  /** What device-host knows; nothing where it can't be asked. */
  async ask(dossierId: string): Promise<readonly CaptureEnding[]> {
    const asked = this.#from.spool()?.['spool.endings']({ subject: dossierId });
    const told = await Promise.race([asked, after(ASK_MS, undefined, { ref: false })]);
    return told?.ok === true ? told.value : [];
  }

  /** Inside the caller's transaction; what is on record already stays as it is. */
  write(dossierId: string, endings: readonly CaptureEnding[], { id: officerId }: Who): void {
    const { parts } = this.#from;
    for (const { jobId, slot, code, why, at, device, record } of endings) {
      parts.insertAttempt(dossierId, {
        slot, attempt: nextTryNumber(parts.attempts(dossierId), slot), sha256: null, outcome: code === CANCELLED ? 'cancelled' : 'failed',
        reason: why === '' || code === CANCELLED ? code : `${code}: ${why}`, at, officerId, analysis: null, device, record, shown: null, veto: 'none',
      }, jobId);
    }
  }

  /** The page says that a capture failed. What it heard counts where device-host went down with the capture, or the camera is the page's own. */
  async failed({ slot, jobId, code, ...target }: Heard, officer: Actor): Promise<Dossier> {
    const endings = await this.ask(target.id);
    const { desk, parts } = this.#from;
    return desk.edit({
      target, who: officer.login, action: 'capture.failed', detail: `${slot}; ${code}`, voidsConfirmation: false,
      work: (record, at) => {
        this.write(record.id, endings, officer);
        if (endings.some((one) => one.jobId === jobId)) return;
        parts.insertAttempt(record.id, {
          slot, attempt: nextTryNumber(parts.attempts(record.id), slot), sha256: null, outcome: code === CANCELLED ? 'cancelled' : 'failed',
          reason: code, at, officerId: officer.id, analysis: null, device: null, record: null, shown: null, veto: 'none',
        }, jobId);
      },
    });
  }
}
