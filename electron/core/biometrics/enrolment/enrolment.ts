import type { Finger, FingerprintSlot, MissingReason } from '../../dossier/capture-slots.ts';
import type { Person } from '../../person/person.ts';
import type { GrayImage } from '../image/gray-image.ts';
import type { Box } from '../raster/crop.ts';
import type { PenStrokes } from '../signature/pen-strokes.ts';

/** A finger found in a print. `finger` is undefined where the number of fingers didn't fit; `score` where measuring failed. */
export type PrintedFinger = { readonly finger: Finger | undefined; readonly box: Box; readonly score: number | undefined };

/** What a record says about its capture. `capturedAt` = ISO 8601 instant; `sha256` = hex, of the file the station keeps. */
type Source = { readonly capturedAt: string; readonly sha256: string };

export type EnrolmentPrint = Source & {
  readonly slot: FingerprintSlot;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly ppi: number;
  readonly wsq: Uint8Array;
  readonly device: { readonly model: string; readonly serial: string };
  /** Undefined where nobody looked. */
  readonly fingers: readonly PrintedFinger[] | undefined;
};

export type EnrolmentPortrait = Source & {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly compression: 'JPEGB' | 'PNG';
  readonly data: Uint8Array;
  /** Whether it was measured to be one. */
  readonly fullFrontal: boolean;
  /** ISO/IEC 19794-5 record of the same face, with the chip's copy where there is one. */
  readonly faceRecord: Uint8Array;
};

/** `strokes` is undefined where the pad gave a picture only. */
export type EnrolmentSignature = Source & { readonly strokes: PenStrokes | undefined; readonly image: GrayImage };

/** Everything one enrolment transaction says. Dates are ISO 8601: `receivedOn` a day, `madeAt` an instant. */
export type Enrolment = {
  readonly dossier: { readonly id: string; readonly number: string; readonly kind: string; readonly unit: string; readonly receivedOn: string };
  readonly madeAt: string;
  readonly person: Person;
  readonly missing: readonly { readonly finger: Finger; readonly reason: MissingReason }[];
  readonly prints: readonly EnrolmentPrint[];
  readonly portrait: EnrolmentPortrait | undefined;
  readonly signature: EnrolmentSignature | undefined;
};
