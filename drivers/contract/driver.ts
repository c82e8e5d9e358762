import type { AppError } from '../../electron/core/errors/app-error.ts';
import type { Result } from '../../electron/core/result/result.ts';
import type { PaperSize } from '../../electron/core/documents/paper.ts';
import type { Finger, StillSlot } from '../../electron/core/dossier/capture-slots.ts';

/** Bytes in, bytes out, and one promise that says the wire is gone. Implemented by HID, serial, sockets and the simulators. */
export interface Transport extends AsyncDisposable {
  write(bytes: Uint8Array): Promise<void>;
  onData(listener: (bytes: Uint8Array) => void): () => void;
  /** Settles once, when the device is unplugged or closed. Never rejects. */
  readonly closed: Promise<'unplugged' | 'closed'>;
}

/** Who a device is. `id` is its serial number, else its USB path: never vendor:product, never a COM number. */
export type DeviceIdentity = { readonly id: string; readonly maker: string; readonly model: string; readonly serial: string; readonly driver: string; readonly simulated: boolean };

/** 8-bit pixels, row-major, no padding; 1 channel = grey, 4 = RGBA. */
export type Raster = { readonly widthPx: number; readonly heightPx: number; readonly channels: 1 | 4; readonly pixels: Uint8Array<ArrayBuffer> };

/** One sample of a pen: position in pad pixels, pressure 0..1023, milliseconds since the first sample. Pressure 0 = pen lifted. */
export type PenSample = { readonly x: number; readonly y: number; readonly pressure: number; readonly tMs: number };

export type Still =
  | { readonly type: 'raster'; readonly raster: Raster; readonly ppi: number; readonly warnings: readonly string[] }
  | { readonly type: 'strokes'; readonly samples: readonly PenSample[]; readonly widthPx: number; readonly heightPx: number; readonly ppi: number; readonly warnings: readonly string[] };

export type SignedForm = { readonly name: string; readonly purpose: string };

export type CaptureRequest = {
  readonly slot: StillSlot;
  readonly missing: ReadonlySet<Finger>;
  /** 1 for the first try of this slot. */
  readonly attempt: number;
  /** Of a document: its paper's size, where the officer knows it. */
  readonly paper?: PaperSize | undefined;
  /** Called with live frames, at most ~30 a second; the host keeps only the newest. `ppi` of the frame where the driver knows it. */
  readonly onPreview: (frame: Raster, hint: string, ppi?: number) => void;
  /** The device answers although it has no new picture to show; a device that does neither for long hangs. */
  readonly onAlive?: () => void;
  /** What a pad with a screen shows above the line: who signs, and what for. Never logged. */
  readonly form?: SignedForm;
  /** A self-test, nobody is before the sensor: a simulator shows an empty platen, its scene, or ruled lines. */
  readonly test?: boolean;
  /** Good fingers lie still this long before the picture is taken by itself; the driver's own time where absent. */
  readonly holdMs?: number;
  /** Settles when the fingers of the picture before have left the glass: no picture is taken by itself until then. Absent = they have. */
  readonly armed?: Promise<void>;
  /**
   * Settles when the fingers asked for lie still for `holdMs`, as far as the host sees it in the live picture; for devices that capture by
   * themselves once they are told to. Absent = nobody looks.
   */
  readonly settled?: Promise<void>;
  /** Settles when the officer forces the capture now. */
  readonly forced: Promise<void>;
};

export type CaptureDevice = {
  readonly identity: DeviceIdentity;
  /** Settles once when the device is gone. Never rejects. */
  readonly closed: Promise<'unplugged' | 'closed'>;
  /** Never throws: a failure is a value. Aborting `signal` yields `device.cancelled` and leaves the device ready. */
  capture(request: CaptureRequest, signal: AbortSignal): Promise<Result<Still, AppError>>;
  /** Asks the idle device for a sign of life; false = none. Left out where the protocol has no question to ask. Never rejects, and may never settle while the device hangs. */
  readonly probe?: (signal: AbortSignal) => Promise<boolean>;
  close(): Promise<void>;
};

/** A receipt for narrow paper, top to bottom; how large a size is follows from the paper's width. */
export type SlipPart =
  | { readonly type: 'text'; readonly text: string; readonly size: 'small' | 'normal' | 'large'; readonly bold: boolean; readonly align: 'left' | 'center' }
  | { readonly type: 'rule' }
  /** A QR code: `dark` has one byte a module, row by row, 1 = dark. */
  | { readonly type: 'code'; readonly modules: number; readonly dark: Uint8Array };
/** `slip` is the same receipt for printers of narrow paper; those of whole sheets print `pdf`. */
export type PrintJob = { readonly title: string; readonly pdf: Uint8Array; readonly slip?: readonly SlipPart[] | undefined };

export type PrinterState = { readonly state: 'idle' | 'printing' | 'attention' | 'offline'; readonly detail: string };
export type PrinterDevice = {
  readonly identity: DeviceIdentity;
  readonly closed: Promise<'unplugged' | 'closed'>;
  status(signal: AbortSignal): Promise<Result<PrinterState, AppError>>;
  /** Follows the job to its end: 'printed' only when the printer said so, 'sent' where it can't tell. */
  print(job: PrintJob, signal: AbortSignal): Promise<Result<'printed' | 'sent', AppError>>;
  close(): Promise<void>;
};

/** A code as the reader delivered it, bytes before any decoding; a card's QR holds UTF-8. */
export type ReadCode = { readonly bytes: Uint8Array; /** AIM identifier such as `]Q1`, empty where the reader sends none. */ readonly symbology: string };
export type ReadFault = 'too-long' | 'not-a-scan';
export type ReaderDevice = {
  readonly identity: DeviceIdentity;
  readonly closed: Promise<'unplugged' | 'closed'>;
  /** Hears every code from now on. @returns how to stop */
  listen(listener: { readonly onCode: (code: ReadCode) => void; readonly onFault: (why: ReadFault) => void }): () => void;
  close(): Promise<void>;
};

export type DeviceKind = 'fingerprint-scanner' | 'camera' | 'document-camera' | 'signature-pad' | 'printer' | 'code-reader';

/** How a driver is known before it is opened. Everything a driver needs from outside comes in here: it has no node:, no clock of its own. */
export type DriverEnvironment = {
  readonly clock: { now(): number; sleep(ms: number, signal: AbortSignal): Promise<void> };
};
