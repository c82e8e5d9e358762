import { FGP, FINGERS, FINGERS_OF, SLAPS, expectedFingers, fingerOf, isRolled, isSlap, type Finger, type FingerprintSlot, type MissingReason } from '../../dossier/capture-slots.ts';
import { FAILED_SCORE, QUALITY_MEASURE } from '../quality/print-quality.ts';
import { fingerprintRecord, type Fingerprint, type MissingCode } from '../itl/fingerprint.ts';
import type { TaggedRecord } from '../itl/record.ts';
import type { Enrolment, EnrolmentPrint, PrintedFinger } from './enrolment.ts';
import { recordDate } from './record-date.ts';
import { sourceAgencyOf } from './source-agency.ts';

/** 14.003: live scan, laid down or rolled. */
const IMPRESSION = { plain: 0, rolled: 1 } as const;
/** 14.022 holds NFIQ's classes 1 to 5. The station has no NFIQ and says so instead of making one up: its own measure is 14.024's. */
const NOT_TRIED = 254;
/** 14.024: a measure without an entry in the registry of vendors; the standard then wants it named in 14.020. 2 as in `TCC-PQ2`. */
const OWN_MEASURE = { vendor: '0000', algorithm: 2 } as const;
const COMMENT = `14.024 is ${QUALITY_MEASURE} of Tram Can Cuoc (0 to 100), not NFIQ 2`;
/** 14.031: platens of 3.2 × 3.0 inch, one finger of 1.6 × 1.5 inch. */
const PROFILE = { slap: 60, single: 45 } as const;

const AMPUTATION_CODE: Readonly<Record<MissingReason, MissingCode>> = { amputated: 'XX', scarred: 'SR', deformed: 'UP', bandaged: 'UP', worn: 'UP', other: 'UP' };

type Numbered = { readonly record: TaggedRecord; readonly print: EnrolmentPrint | undefined };

/** Type-14 records in the order of the slots, then those of fingers that are missing and lie in no image. IDC counts from `firstIdc`. */
export function printRecords({ prints, missing, dossier, madeAt }: Enrolment, firstIdc: number): readonly Numbered[] {
  const shown = prints.map((print, n): Numbered => ({ print, record: fingerprintRecord(recordOf(print, { idc: firstIdc + n, missing, unit: dossier.unit })) }));
  const left = unshown(prints.map(({ slot }) => slot), missing.map(({ finger }) => finger));
  const empty = left.map((slot, n): Numbered => ({
    print: undefined,
    record: fingerprintRecord({
      idc: firstIdc + shown.length + n, impression: IMPRESSION.plain, sourceAgency: sourceAgencyOf(dossier.unit), captureDate: recordDate(madeAt), position: FGP[slot],
      missing: missingIn(slot, missing), segments: [], nistQuality: [], segmentationQuality: [], quality: [],
    }),
  }));
  return [...shown, ...empty];
}

type About = { readonly idc: number; readonly missing: Enrolment['missing']; readonly unit: string };

function recordOf(print: EnrolmentPrint, { idc, missing, unit }: About): Fingerprint {
  const { slot, widthPx, heightPx, ppi, wsq, device } = print;
  const due = expectedFingers(slot, new Set(missing.map(({ finger }) => finger)));
  const named = (print.fingers ?? []).filter((one): one is PrintedFinger & { finger: Finger } => one.finger !== undefined);
  return {
    idc, impression: isRolled(slot) ? IMPRESSION.rolled : IMPRESSION.plain, sourceAgency: sourceAgencyOf(unit), captureDate: recordDate(print.capturedAt), position: FGP[slot],
    image: { widthPx, heightPx, ppi, compression: 'WSQ20', data: wsq },
    missing: missingIn(slot, missing),
    segments: isSlap(slot) ? named.map(({ finger, box }) => boxOf(finger, box, print)) : [],
    nistQuality: due.map((finger) => ({ position: FGP[finger], score: NOT_TRIED })),
    segmentationQuality: [],
    quality: print.fingers === undefined ? [] : ownQuality(due, named),
    ...(print.fingers === undefined ? {} : { comment: COMMENT }),
    deviceMonitoring: 'CONTROLLED', profile: isSlap(slot) ? PROFILE.slap : PROFILE.single,
    device: { make: '', model: device.model, serial: device.serial },
  };
}

/** One entry for each finger that should be there: measuring was tried, and failed for one that could not be found or named. */
const ownQuality = (due: readonly Finger[], named: readonly { readonly finger: Finger; readonly score: number | undefined }[]): Fingerprint['quality'] =>
  due.map((finger) => ({ position: FGP[finger], score: named.find((one) => one.finger === finger)?.score ?? FAILED_SCORE, ...OWN_MEASURE }));

/** 14.021 as NIST's segmenter writes it: right and bottom are the first column and row outside. */
const boxOf = (finger: Finger, { leftPx, topPx, widthPx, heightPx }: PrintedFinger['box'], image: { readonly widthPx: number; readonly heightPx: number }): Fingerprint['segments'][number] =>
  ({ position: FGP[finger], left: leftPx, top: topPx, right: Math.min(image.widthPx, leftPx + widthPx), bottom: Math.min(image.heightPx, topPx + heightPx) });

function missingIn(slot: FingerprintSlot, missing: Enrolment['missing']): Fingerprint['missing'] {
  const fingers = isSlap(slot) ? FINGERS_OF[slot] : [fingerOf(slot)];
  return missing.filter(({ finger }) => fingers.includes(finger)).map(({ finger, reason }) => ({ position: FGP[finger], code: AMPUTATION_CODE[reason] }));
}

/** Where missing fingers are told that no image tells: a slap whose fingers are all missing, else the finger by itself. */
function unshown(slots: readonly FingerprintSlot[], missing: readonly Finger[]): readonly FingerprintSlot[] {
  const told = new Set(slots.flatMap((slot): readonly Finger[] => (isSlap(slot) ? FINGERS_OF[slot] : [fingerOf(slot)])));
  const left = new Set(missing.filter((finger) => !told.has(finger)));
  const wholeSlaps = SLAPS.filter((slap) => FINGERS_OF[slap].every((finger) => left.has(finger)));
  for (const slap of wholeSlaps) for (const finger of FINGERS_OF[slap]) left.delete(finger);
  return [...wholeSlaps, ...FINGERS.filter((finger) => left.has(finger))];
}
