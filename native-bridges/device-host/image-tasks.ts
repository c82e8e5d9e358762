import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Finger, FingerprintSlot } from '../../electron/core/dossier/capture-slots.ts';
import { cameraHealth } from '../../electron/core/device/health/camera-health.ts';
import type { Reading } from '../../electron/core/device/health/measures.ts';
import { platenHealth } from '../../electron/core/device/health/platen-health.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import type { Raster, SignedForm, SlipPart } from '../../drivers/contract/driver.ts';
import { FingerprintArtist, type PrintRequest } from '../../drivers/personas/fingerprints.ts';
import { drawPortrait } from '../../drivers/personas/portrait.ts';
import type { PaperSize } from '../../electron/core/documents/paper.ts';
import { drawDeskPage } from '../../drivers/personas/desk-page.ts';
import { encodePage, type EncodedPage } from './document-page.ts';
import { encodeStill, type EncodedStill, type StillToEncode } from './encode-still.ts';
import { drawSignScreen, type PadScreen } from './lettering/draw-sign-screen.ts';
import { drawSlip } from './lettering/draw-slip.ts';
import { fittedTo } from './raster-scale.ts';
import { lookLive, type LiveLook, type LiveWork } from './prints/look-live.ts';
import { analysePrint, type PrintFindings, type PrintWork } from './prints/analyse-print.ts';
import { decodeRecorded, formatNamed, type RecordedImage } from './recorded-image.ts';
import type { RecordedSource } from './recorded-input.ts';

export const LIVE_WIDTH_PX = 640;
const LIVE_DESK_WIDTH_PX = 480;
const LIVE_PORTRAIT_PX = { widthPx: 480, heightPx: 617 };
/** ISO/IEC 39794-5 asks for at least 90 px between the eyes; this drawing gives about 220. */
const PORTRAIT_PX = { widthPx: 1_244, heightPx: 1_600 };
const MAX_FILE_BYTES = 64_000_000;

/** Image work done away from the host's loop. Each kind names what it answers with. */
export type ImageTasks = {
  readonly encode: { readonly input: StillToEncode; readonly output: EncodedStill };
  readonly analyse: { readonly input: PrintWork; readonly output: PrintFindings };
  readonly look: { readonly input: LiveWork; readonly output: LiveLook };
  readonly prints: { readonly input: { readonly seed: number; readonly slot: FingerprintSlot; readonly missing: readonly Finger[]; readonly attempt: number } & Pick<PrintRequest, 'flaws' | 'wrongHand' | 'instead'>; readonly output: Seen };
  /** One fingertip drawn before it is asked for. */
  readonly tip: { readonly input: { readonly seed: number; readonly finger: Finger }; readonly output: null };
  readonly portrait: { readonly input: { readonly seed: number }; readonly output: SeenPerson };
  /** What a page says is an image of this size; the answer is its true size. */
  readonly measure: { readonly input: { readonly bytes: Uint8Array; readonly mediaType: 'image/jpeg' | 'image/png' }; readonly output: { readonly widthPx: number; readonly heightPx: number } };
  /** A page lying on a desk. */
  readonly desk: { readonly input: { readonly seed: number; readonly paper: PaperSize }; readonly output: Seen };
  /** The page out of such a picture. */
  readonly page: { readonly input: { readonly raster: Raster; readonly paper: PaperSize | undefined }; readonly output: EncodedPage };
  /** A receipt for narrow paper. */
  readonly slip: { readonly input: { readonly parts: readonly SlipPart[]; readonly widthDots: number }; readonly output: Raster };
  /** What a pad with a screen shows the citizen. */
  readonly form: { readonly input: { readonly form: SignedForm; readonly screen: PadScreen }; readonly output: Uint8Array<ArrayBuffer> };
  /** Health measures of live pictures; a few megapixels would hold the host's loop up. */
  readonly health: { readonly input: { readonly kind: 'fingerprint-scanner' | 'camera'; readonly pictures: readonly Raster[]; readonly referenceLevel: number | undefined }; readonly output: readonly Reading[] };
  readonly recorded: { readonly input: { readonly source: Exclude<RecordedSource, { from: 'strokes' }>; readonly channels: 1 | 4 }; readonly output: Seen };
};
export type Seen = { readonly still: Raster; readonly live: Raster };
export type SeenPerson = { readonly still: Raster; readonly live: readonly Raster[] };
export type ImageTask = { [K in keyof ImageTasks]: { readonly kind: K; readonly input: ImageTasks[K]['input'] } }[keyof ImageTasks];

const artist = new FingerprintArtist();

/** @throws {AppError} `device.recorded-input-bad` for a file that can't be read or decoded. */
export function runTask(task: ImageTask): ImageTasks[keyof ImageTasks]['output'] {
  switch (task.kind) {
    case 'encode': return encodeStill(task.input);
    case 'analyse': return analysePrint(task.input);
    case 'look': return lookLive(task.input);
    case 'prints': return seen(artist.draw({ ...task.input, missing: new Set(task.input.missing) }));
    case 'tip': {
      artist.prepare(task.input.seed, task.input.finger);
      return null;
    }
    case 'portrait': {
      const live = [false, true].map((eyesClosed) => drawPortrait({ ...LIVE_PORTRAIT_PX, seed: task.input.seed, eyesClosed }));
      return { still: drawPortrait({ ...PORTRAIT_PX, seed: task.input.seed, eyesClosed: false }), live };
    }
    case 'health': return task.input.kind === 'camera' ? cameraHealth(task.input.pictures) : platenHealth(task.input.pictures, task.input.referenceLevel);
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
    case 'slip': return drawSlip(task.input.parts, task.input.widthDots);
    case 'form': return drawSignScreen(task.input.form, task.input.screen);
    case 'recorded': return seen(decodeRecorded(imageOf(task.input.source), task.input.channels));
  }
}

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
