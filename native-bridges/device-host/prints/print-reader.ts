import { FINGERPRINT_SLOTS, type StillSlot, type Finger, type FingerprintSlot } from '../../../electron/core/dossier/capture-slots.ts';
import type { Still } from '../../../drivers/contract/driver.ts';
import { ImageWorkshop } from '../image-workshop.ts';
import { notMeasured, type PrintFindings } from './analyse-print.ts';
import type { PrintMemory } from './print-memory.ts';

export type PrintOrder = { readonly slot: StillSlot; readonly missing: readonly Finger[]; readonly subject: string };

/** Looks at fingerprints in a thread of its own, so that neither drawing nor encoding keeps the result waiting. */
export class PrintReader {
  readonly memory: PrintMemory;
  readonly #workshop = new ImageWorkshop();

  constructor(memory: PrintMemory) {
    this.memory = memory;
  }

  /** What is found in a still, undefined for anything but fingerprints. A failure is said in the findings, never thrown. */
  async read(still: Still, { slot, missing, subject }: PrintOrder): Promise<PrintFindings | undefined> {
    if (!isPrint(slot) || still.type !== 'raster') return undefined;
    this.memory.meet(subject);
    const { settings } = this.memory;
    const found = await this.#workshop.run('analyse', { raster: still.raster, ppi: still.ppi, slot, missing, settings, accepted: this.memory.acceptedBeside(slot) });
    return found.ok ? found.value : { analysis: notMeasured(slot, missing), templates: [] };
  }

  close(): Promise<void> {
    return this.#workshop.close();
  }
}

const isPrint = (slot: StillSlot): slot is FingerprintSlot => (FINGERPRINT_SLOTS as readonly string[]).includes(slot);
