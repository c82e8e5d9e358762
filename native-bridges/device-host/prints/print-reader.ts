import type { KeptPrint } from '../../../electron/contract/kept-print.ts';
import { FINGERPRINT_SLOTS, expectedFingers, isSlap, type StillSlot, type Finger, type FingerprintSlot } from '../../../electron/core/dossier/capture-slots.ts';
import type { Still } from '../../../drivers/contract/driver.ts';
import { ImageWorkshop } from '../image-workshop.ts';
import { LiveWatch } from './live-watch.ts';
import type { LiveLook } from './look-live.ts';
import { notMeasured, type PrintFindings } from './analyse-print.ts';
import { SettledFingers } from './settled-fingers.ts';
import type { PrintMemory } from './print-memory.ts';
import { PrintRecall } from './print-recall.ts';

export type PrintOrder = { readonly slot: StillSlot; readonly missing: readonly Finger[]; readonly subject: string };

/** Looks at fingerprints in a thread of its own, so that neither drawing nor encoding keeps the result waiting. */
export class PrintReader {
  readonly memory: PrintMemory;
  readonly recall = new PrintRecall();
  readonly #workshop = new ImageWorkshop();

  constructor(memory: PrintMemory) {
    this.memory = memory;
  }

  /** A capture begins: what the dossier holds of the citizen's prints is known by the time its picture is there. */
  expect({ slot, subject }: Pick<PrintOrder, 'slot' | 'subject'>): void {
    if (isPrint(slot)) this.recall.expect(subject, this.memory.meet(subject));
  }

  /** The store's answer to what was wanted. A print that can't be looked at is as if it had not been read. */
  async remember(subject: string, prints: readonly KeptPrint[], whole: boolean): Promise<void> {
    const read = await Promise.all(prints.map(async (print) => {
      const found = await this.#workshop.run('templates', print);
      if (found.ok) this.memory.restore(subject, { slot: print.slot, templates: found.value });
      return found.ok;
    }));
    this.recall.answer(subject, whole && read.every(Boolean));
  }

  /** What is found in a still, undefined for anything but fingerprints. A failure is said in the findings, never thrown. */
  async read(still: Still, { slot, missing, subject }: PrintOrder): Promise<PrintFindings | undefined> {
    if (!isPrint(slot) || still.type !== 'raster') return undefined;
    // Somebody else's capture may have come in between.
    if (this.memory.meet(subject)) this.recall.expect(subject, true);
    const acceptedKnown = await this.recall.isKnown();
    const { settings } = this.memory;
    const found = await this.#workshop.run('analyse', { raster: still.raster, ppi: still.ppi, slot, missing, settings, accepted: this.memory.acceptedBeside(slot), acceptedKnown });
    return found.ok ? found.value : { analysis: notMeasured(slot, missing), templates: [] };
  }

  /** Follows the live picture of a fingerprint capture; frames of anything else are let pass. */
  follow({ slot, missing }: Pick<PrintOrder, 'slot' | 'missing'>, onSeen?: (seen: LiveLook | undefined) => void): LiveWatch {
    return new LiveWatch(async ({ raster, ppi }) => {
      if (!isPrint(slot) || raster.channels !== 1 || !(ppi >= LEAST_PPI && ppi <= MOST_PPI)) return undefined;
      const look = await this.#workshop.run('look', { raster, ppi, slot, missing, settings: this.memory.settings });
      return look.ok ? look.value : undefined;
    }, { now: () => performance.now(), after: (ms, run) => void setTimeout(run, ms).unref() }, onSeen);
  }

  /** Watches for the fingers of a capture to lie still. */
  settling({ slot, missing }: Pick<PrintOrder, 'slot' | 'missing'>, holdMs: number): SettledFingers {
    return new SettledFingers({ expected: isPrint(slot) ? expectedFingers(slot, new Set(missing)).length : 0, holdMs, now: () => performance.now() });
  }

  close(): Promise<void> {
    return this.#workshop.close();
  }
}

/** Frames that can be told anything from. */
const [LEAST_PPI, MOST_PPI] = [120, 2_000] as const;
/** Width of the glass of a four-finger scanner, inch: the scale of frames whose driver doesn't tell it. */
const GLASS_INCH = 3.2;

/** Resolution of a live frame whose driver says nothing of it; 0 = can't be told. */
export const livePpiOf = (slot: StillSlot, widthPx: number): number => (isPrint(slot) && isSlap(slot) ? widthPx / GLASS_INCH : 0);

export const isPrint = (slot: StillSlot): slot is FingerprintSlot => (FINGERPRINT_SLOTS as readonly string[]).includes(slot);
