import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { KeptPrint } from '../../electron/contract/kept-print.ts';
import type { PortraitFault } from '../../electron/core/device/portrait-faults.ts';
import type { Finger, FingerprintSlot } from '../../electron/core/dossier/capture-slots.ts';
import { cameraHealth } from '../../electron/core/device/health/camera-health.ts';
import type { Reading } from '../../electron/core/device/health/measures.ts';
import { platenHealth } from '../../electron/core/device/health/platen-health.ts';
import type { Sitter } from '../../electron/core/device/sitter.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import type { Raster, SignedForm, SlipPart } from '../../drivers/contract/driver.ts';
import { FingerprintArtist, type PrintRequest } from '../../drivers/personas/fingerprints.ts';
import { lookOf } from '../../drivers/personas/portrait-look.ts';
import { drawPortrait, type PortraitRequest } from '../../drivers/personas/portrait.ts';
import type { PaperSize } from '../../electron/core/documents/paper.ts';
import { drawDeskPage } from '../../drivers/personas/desk-page.ts';
import { encodePage, turnPage, type EncodedPage, type TurnOrder } from './document-page.ts';
import { encodeStill, type EncodedStill, type StillToEncode } from './encode-still.ts';
import { drawSignScreen, type PadScreen } from './lettering/draw-sign-screen.ts';
import { drawSlip } from './lettering/draw-slip.ts';
import { cropStill, rememberPortrait, type CroppedStill, type CropOrder } from './crop-still.ts';
import { decodeLiveJpeg, decodePicture } from './discovery/sbi-pictures.ts';
import { LIVE_WIDTH_PX, fittedTo } from './raster-scale.ts';
import { lookLive, type LiveLook, type LiveWork } from './prints/look-live.ts';
import { analysePrint, readTemplates, type NamedTemplate, type PrintFindings, type PrintWork } from './prints/analyse-print.ts';
import { decodeRecorded, formatNamed, type RecordedImage } from './recorded-image.ts';
import type { RecordedSource } from './recorded-input.ts';

const LIVE_DESK_WIDTH_PX = 480;
const LIVE_PORTRAIT_PX = { widthPx: 480, heightPx: 617 };
/** A camera sees more than the portrait of 1244×1600 that is cut out of it without enlarging. */
const CAMERA_PX = { widthPx: 1_960, heightPx: 2_520 };
const MAX_FILE_BYTES = 64_000_000;

/** Image work done away from the host's loop. Each kind names what it answers with. */
export type ImageTasks = {
  readonly encode: { readonly input: StillToEncode; readonly output: EncodedStill };
  readonly analyse: { readonly input: PrintWork; readonly output: PrintFindings };
  /** Of a print that the dossier holds already. */
  readonly templates: { readonly input: KeptPrint; readonly output: readonly NamedTemplate[] };
  readonly look: { readonly input: LiveWork; readonly output: LiveLook };
  readonly prints: { readonly input: { readonly seed: number; readonly slot: FingerprintSlot; readonly missing: readonly Finger[]; readonly attempt: number } & Pick<PrintRequest, 'flaws' | 'wrongHand' | 'instead'>; readonly output: Seen };
  /** One fingertip drawn before it is asked for. */
  readonly tip: { readonly input: { readonly seed: number; readonly finger: Finger }; readonly output: null };
  readonly portrait: { readonly input: PersonaShot; readonly output: Raster };
  readonly 'portrait-live': { readonly input: PersonaShot; readonly output: readonly Raster[] };
  readonly crop: { readonly input: CropOrder; readonly output: CroppedStill };
  /** What a page says is an image of this size; the answer is its true size. */
  readonly measure: { readonly input: { readonly bytes: Uint8Array; readonly mediaType: 'image/jpeg' | 'image/png' }; readonly output: { readonly widthPx: number; readonly heightPx: number } };
  /** A page lying on a desk. */
  readonly desk: { readonly input: { readonly seed: number; readonly paper: PaperSize }; readonly output: Seen };
  /** The page out of such a picture. */
  readonly page: { readonly input: { readonly raster: Raster; readonly paper: PaperSize | undefined }; readonly output: EncodedPage };
  /** The page of a paper, a quarter turn or more to the right. */
  readonly turn: { readonly input: TurnOrder; readonly output: EncodedStill };
  /** A receipt for narrow paper. */
  readonly slip: { readonly input: { readonly parts: readonly SlipPart[]; readonly widthDots: number }; readonly output: Raster };
  /** What a pad with a screen shows the citizen. */
  readonly form: { readonly input: { readonly form: SignedForm; readonly screen: PadScreen }; readonly output: Uint8Array<ArrayBuffer> };
  /** Health measures of live pictures; a few megapixels would hold the host's loop up. */
  readonly health: { readonly input: { readonly kind: 'fingerprint-scanner' | 'camera'; readonly pictures: readonly Raster[]; readonly referenceLevel: number | undefined }; readonly output: readonly Reading[] };
  /** A picture of an SBI service's live stream, undefined where it is none. */
  readonly 'sbi-live': { readonly input: { readonly bytes: Uint8Array }; readonly output: Raster | undefined };
  /** The picture of one finger in an SBI service's record. */
  readonly 'sbi-picture': { readonly input: { readonly bytes: Uint8Array; readonly compression: number }; readonly output: Raster | 'damaged' | undefined };
  readonly recorded: { readonly input: { readonly source: Exclude<RecordedSource, { from: 'strokes' }>; readonly channels: 1 | 4 }; readonly output: Seen };
};
export type Seen = { readonly still: Raster; readonly live: Raster };
/** `sitter`: the citizen of the dossier; without one whoever the seed gives. */
export type PersonaShot = { readonly seed: number; readonly wrong: PortraitFault | undefined; readonly sitter: Sitter | undefined };
export type ImageTask = { [K in keyof ImageTasks]: { readonly kind: K; readonly input: ImageTasks[K]['input'] } }[keyof ImageTasks];

const artist = new FingerprintArtist();

/** @throws {AppError} `device.recorded-input-bad` for a file that can't be read or decoded. */
export async function runTask(task: ImageTask): Promise<ImageTasks[keyof ImageTasks]['output']> {
  switch (task.kind) {
    case 'encode': return rememberPortrait(task.input, encodeStill(task.input));
    case 'analyse': return analysePrint(task.input);
    case 'templates': return readTemplates({ ...task.input, raster: decodeRecorded({ file: 'print', format: 'png', widthPx: 0, heightPx: 0, bytes: task.input.bytes }, 1) });
    case 'look': return lookLive(task.input);
    case 'prints': return seen(artist.draw({ ...task.input, missing: new Set(task.input.missing) }));
    case 'tip': {
      artist.prepare(task.input.seed, task.input.finger);
      return null;
    }
    case 'portrait': return drawPortrait({ ...CAMERA_PX, ...sitting(task.input), look: lookOf(task.input.wrong) });
    case 'portrait-live': {
      const look = lookOf(task.input.wrong);
      return [look, { ...look, eyes: 'closed' as const }].map((one) => drawPortrait({ ...LIVE_PORTRAIT_PX, ...sitting(task.input), look: one }));
    }
    case 'health': return task.input.kind === 'camera' ? cameraHealth(task.input.pictures) : platenHealth(task.input.pictures, task.input.referenceLevel);
    case 'crop': return await cropStill(task.input);
    case 'measure': {
      const { bytes, mediaType } = task.input;
      const { widthPx, heightPx } = decodeRecorded({ file: 'page', format: mediaType === 'image/png' ? 'png' : 'jpg', widthPx: 0, heightPx: 0, bytes }, 4);
      return { widthPx, heightPx };
    }
    case 'desk': {
      const { picture } = drawDeskPage(task.input);
      return { still: picture, live: fittedTo(picture, LIVE_DESK_WIDTH_PX) };
    }
    case 'page': return encodePage(task.input);
    case 'turn': return turnPage(task.input);
    case 'slip': return drawSlip(task.input.parts, task.input.widthDots);
    case 'form': return drawSignScreen(task.input.form, task.input.screen);
    case 'sbi-live': return decodeLiveJpeg(task.input.bytes);
    case 'sbi-picture': return decodePicture(task.input.bytes, task.input.compression);
    case 'recorded': return seen(decodeRecorded(imageOf(task.input.source), task.input.channels));
  }
}

/** What somebody wears today. */
const TODAY = 0;
const sitting = ({ seed, sitter }: PersonaShot): Pick<PortraitRequest, 'seed' | 'person'> =>
  (sitter === undefined ? { seed } : { seed: sitter.likeness, person: { ...sitter, occasion: TODAY } });

const seen = (still: Raster): Seen => {
  const live = fittedTo(still, LIVE_WIDTH_PX);
  return { still, live: live === still ? { ...still, pixels: still.pixels.slice() } : live };
};

function imageOf(source: ImageTasks['recorded']['input']['source']): RecordedImage {
  if (source.from === 'image') return source.image;
  const file = basename(source.path);
  return { file, format: formatNamed(file), widthPx: 0, heightPx: 0, bytes: readRecorded(source.path) };
}

function readRecorded(path: string): Uint8Array {
  try {
    if (statSync(path).size > MAX_FILE_BYTES) throw new RangeError('too large');
    return readFileSync(path);
  } catch (error) {
    throw new AppError('device.recorded-input-bad', { file: basename(path), why: 'unreadable' }, { cause: error });
  }
}
