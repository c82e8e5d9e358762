import type { Client } from '../../../electron/contract/call.ts';
import type { SpoolContract } from '../../../electron/contract/device.ts';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import type { KeptPrint } from '../../../electron/contract/kept-print.ts';
import { FINGERPRINT_SLOTS, expectedFingers, isRolled, type CaptureSlot, type FingerprintSlot } from '../../../electron/core/dossier/capture-slots.ts';
import { isEditable } from '../../../electron/core/dossier/lifecycle.ts';
import type { ImageVault } from '../images/image-vault.ts';
import type { DossierDesk } from './dossier-desk.ts';

type Sources = { readonly desk: Pick<DossierDesk, 'view'>; readonly vault: Pick<ImageVault, 'read'> };
type Kept = Dossier['captures'][number] & { readonly slot: FingerprintSlot };

/**
 * Gives device-host the plain prints of the dossier whose prints it is capturing. Of no other: what is submitted, sealed or nobody's
 * never leaves the store this way.
 */
export class KeptPrints {
  readonly #from: Sources;

  constructor(from: Sources) {
    this.#from = from;
  }

  async give(subject: string, spool: Client<SpoolContract>): Promise<void> {
    const { prints, whole } = await this.#read(subject);
    await spool['spool.recall']({ subject, prints, whole });
  }

  async #read(subject: string): Promise<{ readonly prints: KeptPrint[]; readonly whole: boolean }> {
    const dossier = this.#find(subject);
    if (dossier === undefined || !isEditable(dossier.state)) return { prints: [], whole: false };
    const kept = dossier.captures.filter((one): one is Kept => isPlainPrint(one.slot));
    const read = await Promise.all(kept.map((one) => this.#print(one, dossier)));
    const prints = read.flatMap((print) => (print === undefined ? [] : [print]));
    return { prints, whole: prints.length === kept.length };
  }

  /** An image that is damaged on disk is told when the dossier is submitted; here it is only not there to be compared with. */
  async #print({ slot, sha256, ppi }: Kept, dossier: Dossier): Promise<KeptPrint | undefined> {
    const bytes = await this.#from.vault.read(sha256).catch(() => undefined);
    return bytes === undefined ? undefined : { slot, ppi, missing: missingThen(slot, sha256, dossier), bytes };
  }

  #find(subject: string): Dossier | undefined {
    try {
      return this.#from.desk.view(subject);
    } catch {
      return undefined; // no such dossier
    }
  }
}

const isPlainPrint = (slot: CaptureSlot): slot is FingerprintSlot => (FINGERPRINT_SLOTS as readonly string[]).includes(slot) && !isRolled(slot as FingerprintSlot);

/** Fingers that the picture was not to show when it was taken: one that was marked as missing later still lies in it. */
function missingThen(slot: FingerprintSlot, sha256: string, { attempts, missingFingers }: Dossier): KeptPrint['missing'] {
  const analysis = attempts.find((one) => one.outcome === 'accepted' && one.sha256 === sha256)?.analysis;
  if (analysis?.kind !== 'fingerprint') return missingFingers.map(({ finger }) => finger);
  return expectedFingers(slot, new Set()).filter((finger) => !analysis.expected.includes(finger));
}
