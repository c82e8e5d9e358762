import { z } from 'zod';
import { FINGERS, STILL_SLOTS } from '../core/dossier/capture-slots.ts';
import { PAPER_SIZES } from '../core/documents/paper.ts';
import { LiveBox, PortraitAdjust, PortraitFindings, PrintPolicy, StillAnalysis } from './analysis.ts';
import { SIMULATED_FAULTS } from '../core/device/simulated-faults.ts';
import { CaptureEnding, CaptureRecord } from './attempt.ts';
import { Bytes, Id, Instant, Nothing, Sha256, call, text } from './call.ts';
import { DeviceSettings } from './device-settings.ts';
import { DeviceStamp } from './device-stamp.ts';
import { keptPrintCalls } from './kept-print.ts';
import { Slip } from './slip.ts';
import { scanCalls, scanEvents } from './scan.ts';

export const DEVICE_KINDS = ['fingerprint-scanner', 'camera', 'document-camera', 'signature-pad', 'printer', 'code-reader'] as const;
export type DeviceKindName = (typeof DEVICE_KINDS)[number];

/** What may be wrong with the fingers before a simulated scanner. */
export const PRINT_FLAWS = ['none', 'dry', 'wet', 'worn', 'scar', 'residue', 'motion', 'smear', 'small-contact', 'missing-finger', 'wrong-hand', 'same-finger', 'wrong-finger'] as const;

export const DeviceView = z.strictObject({
  /** Serial number or USB path: stable over a replug. */
  id: text(),
  kind: z.enum(DEVICE_KINDS),
  maker: text(80),
  model: text(80),
  serial: text(80),
  driver: text(80),
  simulated: z.boolean(),
  state: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('absent') }),
    z.strictObject({ kind: z.literal('opening'), attempt: z.int() }),
    z.strictObject({ kind: z.literal('ready') }),
    z.strictObject({ kind: z.literal('busy'), job: text(40) }),
    z.strictObject({ kind: z.literal('lost'), attempt: z.int() }),
    z.strictObject({ kind: z.literal('blocked'), reason: z.enum(['permission', 'in-use', 'gave-up', 'hung']) }),
  ]),
  since: Instant,
  /** With `blocked: permission`: what a technician types so that this program may use the device. */
  allow: text(400).optional(),
});
export type DeviceView = z.infer<typeof DeviceView>;

/** One live frame. `channels` 1 = grey, 4 = RGBA; row-major, 8 bit, no padding. */
export const PreviewFrame = z.strictObject({
  seq: z.int(),
  widthPx: z.int(),
  heightPx: z.int(),
  channels: z.union([z.literal(1), z.literal(4)]),
  pixels: Bytes,
  /** Live hint, a translation key `hint.<value>` (BSI TR-03121 HLBS live hints). */
  hint: text(40),
  /** Fingers seen in this frame, from left to right; empty while none was looked for. */
  boxes: z.array(LiveBox).max(10),
});
export type PreviewFrame = z.infer<typeof PreviewFrame>;

/** What is true of a still wherever it is seen. `ppi` 0 where it has no meaning (portrait). */
const STILL_FACTS = {
  sha256: Sha256,
  slot: z.enum(STILL_SLOTS),
  mediaType: z.enum(['image/png', 'image/jpeg', 'application/json']),
  widthPx: z.int(),
  heightPx: z.int(),
  ppi: z.int(),
  capturedAt: Instant,
} as const;

/** No camera of a counter gives more. */
const PAGE_STILL_SIDE_PX = 4_000;

/** A still that waits in device-host's spool. The page gets a copy to look at; only its hash ever goes to the store. */
export const StillView = z.strictObject({
  ...STILL_FACTS,
  /** A viewable image of it (PNG or JPEG), also for a signature. */
  viewMediaType: z.enum(['image/png', 'image/jpeg']),
  view: Bytes,
  /** Warnings about the image, translation keys `warning.<value>`: never verdicts on the person. */
  warnings: z.array(text(40)),
  /** What the image work found; `null` where nothing is looked for. */
  analysis: StillAnalysis.nullable(),
});
export type StillView = z.infer<typeof StillView>;

const Job = z.strictObject({ jobId: Id });
const Sitter = z.strictObject({ likeness: z.int().min(0).max(0xffff_ffff), sex: z.union([z.literal(0), z.literal(1), z.literal(2)]), ageYears: z.int().min(0).max(150) });

export const deviceContract = {
  'device.list': call('anyone', Nothing, z.array(DeviceView)),
  'device.retry': call('anyone', z.strictObject({ deviceId: text() }), Nothing),
  /** Closes and opens a device that hangs, whatever it does; the others don't notice. Fails with device.not-found. */
  'device.reset': call('anyone', z.strictObject({ deviceId: text() }), Nothing),
  /** Starts a capture; frames come by `job.preview`, the still by `job.result`. Fails with device.not-ready, device.not-found. */
  'job.start': call('anyone', z.strictObject({ deviceId: text(), slot: z.enum(STILL_SLOTS), missing: z.array(z.enum(FINGERS)).max(10), attempt: z.int().positive(), /** What a pad with a screen shows the citizen. */ form: z.strictObject({ name: text(200), purpose: text(200) }).optional(), /** The dossier: prints are compared within it only. */ subject: Id.optional(), /** Of a document: its paper's size, where the officer knows it. */ paper: z.enum(PAPER_SIZES).optional(), /** Who sits before a simulated camera or scanner; a real device is never told. */ sitter: Sitter.optional() }), Job),
  /** Answers as soon as a frame newer than `after` exists: newest wins, at most one in flight. `frame: null` = the job has ended. */
  'job.preview': call('anyone', z.strictObject({ jobId: Id, after: z.int() }), z.strictObject({ frame: PreviewFrame.nullable() })),
  /** Waits for the still (automatic capture, or after `job.force`). Fails with device.unplugged, .timeout, .cancelled, .bad-frame. */
  'job.result': call('anyone', Job, StillView),
  /**
   * A portrait from the page's own camera: pixels that come from the page, and marked so (driver `page-camera`). Decoded
   * and measured again before it lies in the spool; the store takes it only where the station has such a camera.
   * Fails with capture.bad-image.
   */
  'still.put': call('anyone', z.strictObject({
    slot: z.literal('portrait'), mediaType: z.enum(['image/jpeg', 'image/png']), widthPx: z.int().min(1).max(PAGE_STILL_SIDE_PX), heightPx: z.int().min(1).max(PAGE_STILL_SIDE_PX),
    bytes: Bytes, camera: text().min(1), attempt: z.int().positive(),
  }), StillView),
  /**
   * Cuts the portrait out of a still by where the eyes and the chin are, upright, 1244×1600 or smaller, never enlarged: a new
   * still in the place of the old one, with what the page found in it. The criteria are judged anew from their values.
   * Fails with capture.not-in-spool, .bad-slot, .bad-image.
   */
  'still.crop-portrait': call('anyone', PortraitFindings, StillView),
  /**
   * Cuts a portrait once more out of the picture that it was cut from, moved by hand: `sha256` names the portrait, spots are px of the
   * whole picture, criteria those of the new cut. The new one takes its place. Fails as `still.crop-portrait` does.
   */
  'still.adjust-portrait': call('anyone', PortraitFindings.extend({ adjust: PortraitAdjust }), StillView),
  /**
   * Turns the page of a paper by quarters to the right: a new still in the place of the old one. Fails with
   * capture.not-in-spool, .bad-slot.
   */
  'still.turn-page': call('anyone', z.strictObject({ sha256: Sha256, quarters: z.union([z.literal(1), z.literal(2), z.literal(3)]) }), StillView),
  /** Takes the picture now. `automatic`: the page saw that everything is right; otherwise the officer didn't wait for it. */
  'job.force': call('anyone', z.strictObject({ jobId: Id, automatic: z.boolean().optional() }), Nothing),
  'job.cancel': call('anyone', Job, Nothing),
  /** Simulated mode only: pull the plug or plug in again, slow down, stall, take the whole process along (`block`, `crash`). Refused with device.unsupported on real devices. */
  'simulate.fault': call('anyone', z.strictObject({ deviceId: text(), fault: z.enum(SIMULATED_FAULTS) }), Nothing),
  ...scanCalls,
  /** Simulated scanner only: what is wrong with the fingers of the next `captures` pictures. Refused with device.unsupported on real devices. */
  'simulate.prints': call('anyone', z.strictObject({ deviceId: text(), flaw: z.enum(PRINT_FLAWS), captures: z.int().min(1).max(9) }), Nothing),
} as const;
export type DeviceContract = typeof deviceContract;

export const deviceEvents = { 'device.changed': z.array(DeviceView), ...scanEvents } as const;

/** Files made from a still beside the still itself. `wsq` = a print at 0.75 bit a pixel; `jp2` = the chip's copy of a portrait. */
export const DERIVED_KINDS = ['wsq', 'jp2'] as const;
export const DerivedImage = z.strictObject({ kind: z.enum(DERIVED_KINDS), bytes: Bytes });
export type DerivedImage = z.infer<typeof DerivedImage>;

/** Between store-host (caller) and device-host (server), on their own port. */
export const Still = z.strictObject({
  ...STILL_FACTS,
  bytes: Bytes,
  /** The same image as the dossier sends it on, made where its pixels were at hand: WSQ of a print, JPEG 2000 of a portrait. */
  derived: z.array(DerivedImage).max(DERIVED_KINDS.length).optional(),
  device: DeviceStamp,
  attempt: z.int(),
  analysis: StillAnalysis.nullable(),
  /** Of the page of a paper: what is wrong with its picture, kept with it. */
  warnings: z.array(text(40)).max(10).optional(),
  /** `null` for a picture that the page took itself. */
  record: CaptureRecord.nullable(),
});
export type Still = z.infer<typeof Still>;

export const spoolContract = {
  /** Fails with capture.not-in-spool. The spool keeps the still until `spool.release`. */
  'spool.take': call('anyone', z.strictObject({ sha256: Sha256 }), Still),
  /** What is known of a still that may be rejected: `null` where nothing is any more. */
  'spool.analysis': call('anyone', z.strictObject({ sha256: Sha256 }), z.strictObject({ analysis: StillAnalysis.nullable(), device: DeviceStamp.nullable(), record: CaptureRecord.nullable() })),
  /** Captures for this dossier that gave no picture, the oldest first; they are told until half an hour later, known ones too. */
  'spool.endings': call('anyone', z.strictObject({ subject: Id }), z.array(CaptureEnding).max(200)),
  /** The store has it on disk, or the officer rejected it. */
  'spool.release': call('anyone', z.strictObject({ sha256: Sha256, outcome: z.enum(['accepted', 'rejected']) }), Nothing),
  ...keptPrintCalls,
  /** What is asked of fingerprints here; told by the store when it meets the host and on every change. */
  'spool.policy': call('anyone', PrintPolicy, Nothing),
  /** What the station has set about its devices; told as `spool.policy` is. */
  'device.configure': call('anyone', DeviceSettings, Nothing),
  'printer.list': call('anyone', Nothing, z.array(z.strictObject({ id: text(200), name: text(200), state: z.enum(['idle', 'printing', 'attention', 'offline']), detail: text(200), simulated: z.boolean() }))),
  /** Follows the job to its end. Fails with printer.not-found, .refused, .offline, .attention. */
  'printer.print': call('anyone', z.strictObject({ printerId: text(200), title: text(100), pdf: Bytes, slip: Slip.optional() }), z.strictObject({ outcome: z.enum(['printed', 'sent']) })),
} as const;
export type SpoolContract = typeof spoolContract;
