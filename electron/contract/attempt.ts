import { z } from 'zod';
import { CHECK_MODES } from '../core/biometrics/capture-policy/policy-settings.ts';
import { VETOES } from '../core/biometrics/capture-policy/vetoes.ts';
import { CAPTURE_SLOTS } from '../core/dossier/capture-slots.ts';
import { StillAnalysis } from './analysis.ts';
import { Id, Instant, Sha256, text } from './call.ts';
import { DeviceStamp } from './device-stamp.ts';

/** How a capture went, apart from what it shows. Source of what must be on record: BSI TR-03121-3 Volume 2, function modules LOG. */
export const CaptureRecord = z.strictObject({
  startedAt: Instant,
  /** The officer took it instead of waiting for the automatic capture. */
  forced: z.boolean(),
  /** Resolution of the picture; 0 where it has no meaning or none came. */
  ppi: z.int().nonnegative(),
  /** '' where the device doesn't tell. */
  firmware: text(80),
  /** What held at that moment, also where it was not reached. */
  limits: z.strictObject({
    attempts: z.int(), handCheck: z.enum(CHECK_MODES), uniquenessCheck: z.enum(CHECK_MODES),
    autoDelayMs: z.int(), captureTimeoutMs: z.int(), silenceMs: z.int(), clearMs: z.int(),
  }),
});
export type CaptureRecord = z.infer<typeof CaptureRecord>;

/** A capture that ended without a picture, as device-host saw it. */
export const CaptureEnding = z.strictObject({
  jobId: Id,
  slot: z.enum(CAPTURE_SLOTS),
  /** Error code; `device.cancelled` = nobody wanted it any more. */
  code: text(60),
  /** What the code leaves open, e.g. `no picture`; never anything of a person. */
  why: text(200),
  at: Instant,
  device: DeviceStamp,
  record: CaptureRecord,
});
export type CaptureEnding = z.infer<typeof CaptureEnding>;

/** What the officer had before them when they decided. */
export const Shown = z.strictObject({
  /** What the program proposed; `next-try` = it went on by itself. */
  advice: z.enum(['use', 'recapture', 'next-try']),
  verdict: z.enum(['good', 'retake', 'look']).nullable(),
  /** Problems of a print, failed criteria of a portrait, by their names. */
  problems: z.array(text(60)),
});
export type Shown = z.infer<typeof Shown>;

export const Attempt = z.strictObject({
  slot: z.enum(CAPTURE_SLOTS),
  attempt: z.int().positive(),
  /** `null` where no picture came. */
  sha256: Sha256.nullable(),
  /** `failed` = an error instead of a picture; `cancelled` = begun and not wanted any more. */
  outcome: z.enum(['accepted', 'rejected', 'failed', 'cancelled']),
  /** Why: a code of the counter's dialogs, free text, or the error's code. */
  reason: text(500),
  at: Instant,
  officerId: Id,
  /** What was found in the image; `null` for older attempts and where nothing is looked for. */
  analysis: StillAnalysis.nullable(),
  /** Where the image came from; `null` for older attempts and where device-host could no longer say. */
  device: DeviceStamp.nullable(),
  /** `null` where device-host could not say, and for pictures of the page's own camera. */
  record: CaptureRecord.nullable(),
  /** `null` where nothing was shown to decide on. */
  shown: Shown.nullable(),
  /** The officer's decision against the proposal. */
  veto: z.enum(VETOES),
});
export type Attempt = z.infer<typeof Attempt>;
