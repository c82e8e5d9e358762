import { peakSignalToNoiseDb } from '../../../../electron/core/biometrics/image/gray-image.ts';
import { hashAgrees, parseFingerprint, type Fingerprint } from '../../../../electron/core/biometrics/itl/fingerprint.ts';
import { FAILED_SCORE } from '../../../../electron/core/biometrics/quality/print-quality.ts';
import type { TaggedRecord } from '../../../../electron/core/biometrics/itl/record.ts';
import { decodeWsq } from '../../../../electron/core/biometrics/wsq/decode.ts';
import { FGP, FINGERPRINT_SLOTS, isRolled, type FingerprintSlot } from '../../../../electron/core/dossier/capture-slots.ts';
import type { SealedData } from '../../../../electron/contract/sealed.ts';
import { readGreyImage } from '../../images/read-grey-image.ts';
import { disagreement } from './disagreement.ts';
import type { Digests, KeptFile } from './kept-files.ts';

/** Compression at 15:1 leaves 25 dB and more; two prints of different fingers agree to 8 to 12 dB. */
const LEAST_PSNR_DB = 20;
const ROLLED = 1;
/** 14.022: no station here reckons NFIQ. */
const NOT_TRIED = 254;

/** Every print of the dossier is in one Type-14, that shows it; no other is there; and the fingers that are missing are those of the dossier. */
export function checkPrints(records: readonly TaggedRecord[], data: SealedData, { digests, kept }: { readonly digests: Digests; readonly kept: readonly KeptFile[] }): void {
  const prints = records.map((record) => {
    const print = parseFingerprint(record);
    if (print === undefined || hashAgrees(record) === false) throw disagreement('fingerprint record');
    return print;
  });
  const shown = prints.filter(({ image }) => image !== undefined);
  const due = kept.filter(({ capture }) => isPrint(capture.slot));
  if (shown.length !== due.length) throw disagreement('number of prints', { records: shown.length, captures: due.length });
  for (const file of due) {
    const print = printFor(shown, file);
    checkPrint(print, file, digests);
    checkScores(print, file, data);
  }
  checkMissing(prints, data);
}

const isPrint = (slot: string): slot is FingerprintSlot => (FINGERPRINT_SLOTS as readonly string[]).includes(slot);

function printFor(prints: readonly Fingerprint[], { capture: { slot } }: KeptFile): Fingerprint {
  const found = prints.filter(({ position, impression }) => isPrint(slot) && position === FGP[slot] && (impression === ROLLED) === isRolled(slot));
  if (found.length !== 1 || found[0] === undefined) throw disagreement('print', { slot });
  return found[0];
}

function checkPrint({ idc, image }: Fingerprint, { capture, bytes }: KeptFile, digests: Digests): void {
  const { slot, widthPx, heightPx, sha256 } = capture;
  if (digests.get(idc) !== sha256) throw disagreement('digest', { slot });
  if (image === undefined || image.compression !== 'WSQ20' || image.widthPx !== widthPx || image.heightPx !== heightPx || image.ppi !== (capture.ppi === 0 ? image.ppi : capture.ppi)) throw disagreement('print image', { slot });
  const [decoded, original] = [decodeWsq(image.data), readGreyImage(bytes, image.ppi)];
  if (!decoded.ok || !original.ok || decoded.value.pixels.length !== original.value.pixels.length || decoded.value.widthPx !== widthPx) throw disagreement('print image', { slot });
  if (peakSignalToNoiseDb(decoded.value.pixels, original.value.pixels) < LEAST_PSNR_DB) throw disagreement('another print', { slot });
}

/** A score is the one that was measured at the counter; where measuring failed or nothing was found there is none. */
function checkScores({ quality, nistQuality }: Fingerprint, { capture: { slot, sha256 } }: KeptFile, { attempts, missingFingers }: SealedData): void {
  const analysis = attempts.findLast((attempt) => attempt.sha256 === sha256)?.analysis;
  const segments = analysis?.kind === 'fingerprint' ? analysis.segments : [];
  const measured = new Map(segments.flatMap(({ finger, quality: score }) => (finger === null ? [] : [[FGP[finger], score ?? FAILED_SCORE] as const])));
  const missing = new Set(missingFingers.map(({ finger }) => FGP[finger]));
  const untold = [...measured.keys()].some((position) => !missing.has(position) && !quality.some((one) => one.position === position));
  const wrong = untold || quality.some(({ position, score }) => score !== (measured.get(position) ?? FAILED_SCORE)) || nistQuality.some(({ score }) => score !== NOT_TRIED);
  if (wrong || (analysis?.kind !== 'fingerprint' && quality.length > 0)) throw disagreement('print quality', { slot });
}

function checkMissing(prints: readonly Fingerprint[], data: SealedData): void {
  const told = new Set(prints.flatMap(({ missing }) => missing.map(({ position }) => position)));
  const due = new Set(data.missingFingers.map(({ finger }) => FGP[finger]));
  if (told.size !== due.size || [...due].some((position) => !told.has(position))) throw disagreement('missing fingers');
}
