import type { PaperSize } from '../../electron/core/documents/paper.ts';
import type { Finger, FingerprintSlot, StillSlot } from '../../electron/core/dossier/capture-slots.ts';
import { isPortraitFault, type PortraitFault } from '../../electron/core/device/portrait-faults.ts';
import type { SimulatedFault } from '../../electron/core/device/simulated-faults.ts';
import type { AppError } from '../../electron/core/errors/app-error.ts';
import type { Result } from '../../electron/core/result/result.ts';
import type { DriverEnvironment, PenSample, PrinterDevice, CaptureDevice, DeviceIdentity, Raster, ReadCode, ReaderDevice } from './driver.ts';

export type Fault = SimulatedFault;

/** What lies before a simulated sensor: drawn from a seed or played from a folder, always away from the driver's own thread. */
export type Scene = {
  /** `still` as the sensor delivers it, `live` at most 640 px wide for the preview. */
  fingerprints(slot: FingerprintSlot, missing: ReadonlySet<Finger>, attempt: number): Promise<Result<{ readonly still: Raster; readonly live: Raster }, AppError>>;
  /** `live` frames are poses of the same person: eyes open, then eyes closed. The still is made when it is asked for: it is large. */
  portrait(wrong: PortraitFault | undefined): Promise<Result<{ readonly live: readonly Raster[]; still(): Promise<Result<Raster, AppError>> }, AppError>>;
  /** A page on a desk; `live` at most 480 px wide. */
  document(paper: PaperSize, attempt: number): Promise<Result<{ readonly still: Raster; readonly live: Raster }, AppError>>;
  signature(attempt: number): Promise<Result<SignedScene, AppError>>;
};
export type SignedScene =
  | { readonly type: 'strokes'; readonly samples: readonly PenSample[]; readonly widthPx: number; readonly heightPx: number; readonly ppi: number }
  | { readonly type: 'raster'; readonly still: Raster; readonly live: Raster; readonly ppi: number };

export type SimulationEnvironment = DriverEnvironment & {
  readonly scene: Scene;
  readonly faults: FaultLine;
  /** Where a simulated printer lays its sheets. */
  readonly tray: (sheet: { readonly title: string; readonly pdf: Uint8Array }) => Promise<Result<void, AppError>>;
  /** What is held before a simulated code reader. */
  readonly codes: ShownCodes;
};

/** A simulated device as the catalogue lists it. */
export type SimulatedDriver =
  | { readonly kind: 'fingerprint-scanner' | 'camera' | 'document-camera' | 'signature-pad'; readonly identity: DeviceIdentity; readonly slots: readonly StillSlot[]; open(environment: SimulationEnvironment): CaptureDevice }
  | { readonly kind: 'printer'; readonly identity: DeviceIdentity; open(environment: SimulationEnvironment): PrinterDevice }
  | { readonly kind: 'code-reader'; readonly identity: DeviceIdentity; open(environment: SimulationEnvironment): ReaderDevice };

/** The fault that holds on one simulated device, and who wants to hear of it. */
export class FaultLine {
  #fault: Fault = 'none';
  readonly #listeners = new Set<(fault: Fault) => void>();

  get fault(): Fault {
    return this.#fault;
  }

  set(fault: Fault): void {
    this.#fault = fault === 'replug' ? 'none' : fault;
    for (const listener of this.#listeners) listener(fault);
  }

  /** What is wrong before a simulated camera. */
  get portrait(): PortraitFault | undefined {
    return isPortraitFault(this.#fault) ? this.#fault : undefined;
  }

  /** Consumes a fault that strikes once; true when it held. */
  takeOnce(fault: Fault): boolean {
    if (this.#fault !== fault) return false;
    this.#fault = 'none';
    return true;
  }

  onChange(listener: (fault: Fault) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

/** Codes that somebody holds before a reader, one after the other. */
export class ShownCodes {
  readonly #readers = new Set<(code: ReadCode) => void>();

  /** @returns false when no reader looks */
  show(code: ReadCode): boolean {
    for (const read of this.#readers) read(code);
    return this.#readers.size > 0;
  }

  onShow(read: (code: ReadCode) => void): () => void {
    this.#readers.add(read);
    return () => void this.#readers.delete(read);
  }
}
