import type { CaptureRequest, DriverEnvironment, Raster } from '../contract/driver.ts';
import type { Connect } from './exchange.ts';
import type { DecodePicture } from './finger-raster.ts';
import type { FingerOrder } from './finger-names.ts';
import type { SbiDevice } from './protocol.ts';
import type { TrustCheck } from './verify-capture.ts';

export type SbiEnvironment = DriverEnvironment & {
  readonly connect: Connect;
  readonly trust: TrustCheck;
  /** 4 to 50 characters of A–Z, a–z, 0–9 and `-`, another at each call. */
  readonly newTransactionId: () => string;
  /** One live picture, undefined where it is none; the host decodes it away from its own loop. */
  readonly decodeJpeg: (bytes: Uint8Array) => Promise<Raster | undefined>;
  readonly decodePicture?: DecodePicture;
  /** How long the officer sees the live picture before the device is told to capture (services stop the stream then), where nobody looks for fingers in it. The request's `holdMs` where absent. */
  readonly positionMs?: number;
};

/** One capture: who captures, what is asked for, and the hash of the capture before. */
export type CaptureRun = { readonly device: SbiDevice; readonly environment: SbiEnvironment; readonly order: FingerOrder; readonly request: CaptureRequest; readonly previousHash: string };
