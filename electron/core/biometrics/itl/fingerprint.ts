import { sha256Hex } from '../sha256.ts';
import { findImage, imageFields, type ItlImage } from './image-fields.ts';
import { findInteger, findSubfields, findText, list, parseInteger, text, type ItlField, type TaggedRecord } from './record.ts';

/** Box of one finger in a slap, pixels from the top left. */
export type SegmentBox = { readonly position: number; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
/** XX amputated, UP could not be printed (bandage), SR scarred. */
export type MissingCode = 'XX' | 'UP' | 'SR';
/** NFIQ 1 class, 1 best to 5. A measure that failed is 255, one not tried 254: never a made-up number. */
export type NistQuality = { readonly position: number; readonly score: number };
/** `score` 0..100 (254, 255 as above); `vendor` 4 hex digits of the CBEFF registry, `algorithm` that vendor's product number. */
export type PrintQuality = { readonly position: number; readonly score: number; readonly vendor: string; readonly algorithm: number };

/** How closely an officer watched the capture, field 030. */
const MONITORING = ['CONTROLLED', 'ASSISTED', 'OBSERVED', 'UNATTENDED', 'UNKNOWN'] as const;
export type DeviceMonitoring = (typeof MONITORING)[number];

/** A Type-14 record as values. Source: ANSI/NIST-ITL 1-2011 Update 2015, 8.14. */
export type Fingerprint = {
  readonly idc: number;
  /** 0 plain live, 1 rolled live, 2 and 3 the same from paper, 24 contactless. */
  readonly impression: number;
  readonly sourceAgency: string;
  /** Local date, YYYYMMDD. */
  readonly captureDate: string;
  /** 1..10 fingers, 11 and 12 plain thumbs, 13 and 14 slaps, 15 both thumbs. */
  readonly position: number;
  /** Absent when nothing could be captured; `missing` then says why. */
  readonly image?: ItlImage;
  readonly missing: readonly { readonly position: number; readonly code: MissingCode }[];
  readonly segments: readonly SegmentBox[];
  readonly nistQuality: readonly NistQuality[];
  readonly segmentationQuality: readonly PrintQuality[];
  readonly quality: readonly PrintQuality[];
  readonly comment?: string;
  readonly deviceMonitoring?: DeviceMonitoring;
  /** Fingerprint acquisition profile: 60 is the ten-finger platen. */
  readonly profile?: number;
  readonly device?: { readonly make: string; readonly model: string; readonly serial: string };
};

export function fingerprintRecord(print: Fingerprint): TaggedRecord {
  const { image } = print;
  const fields: ItlField[] = [
    text(2, String(print.idc).padStart(2, '0')), text(3, print.impression), text(4, print.sourceAgency), text(5, print.captureDate),
    ...(image === undefined ? [] : [...imageFields(image), text(12, 8)]),
    text(13, print.position),
    ...subfields(18, print.missing.map(({ position, code }) => [position, code])),
    ...(print.comment === undefined ? [] : [text(20, print.comment)]),
    ...subfields(21, print.segments.map((box) => [box.position, box.left, box.right, box.top, box.bottom].map((edge) => Math.max(0, edge)))),
    ...subfields(22, print.nistQuality.map(({ position, score }) => [position, score])),
    ...subfields(23, print.segmentationQuality.map(qualityItems)),
    ...subfields(24, print.quality.map(qualityItems)),
    ...(print.deviceMonitoring === undefined ? [] : [text(30, print.deviceMonitoring)]),
    ...(print.profile === undefined ? [] : [text(31, print.profile)]),
    ...(print.device === undefined ? [] : [list(904, [[print.device.make, print.device.model, print.device.serial]])]),
    ...(image === undefined ? [] : [text(996, sha256Hex(image.data).toUpperCase()), { number: 999, data: image.data }]),
  ];
  return { kind: 'tagged', type: 14, fields };
}

const subfields = (number: number, entries: readonly (readonly (string | number)[])[]): ItlField[] => (entries.length === 0 ? [] : [list(number, entries)]);
const qualityItems = (quality: PrintQuality): (string | number)[] => [quality.position, quality.score, quality.vendor, quality.algorithm];

/** Undefined when IDC or finger position is missing; other damage leaves the value out. */
export function parseFingerprint(record: TaggedRecord): Fingerprint | undefined {
  const idc = findInteger(record, 2);
  const position = findInteger(record, 13);
  if (record.type !== 14 || idc === undefined || position === undefined) return undefined;
  const image = findImage(record);
  const profile = findInteger(record, 31);
  const comment = findText(record, 20);
  const deviceMonitoring = MONITORING.find((name) => name === findText(record, 30));
  const [make, model, serial] = findSubfields(record, 904)?.[0] ?? [];
  return {
    idc, position,
    impression: findInteger(record, 3) ?? 29,
    sourceAgency: findText(record, 4) ?? '',
    captureDate: findText(record, 5) ?? '',
    ...(image === undefined ? {} : { image }),
    missing: entries(record, 18).flatMap(([finger, code]) => (isMissingCode(code) ? numbers([finger], ([at]) => ({ position: at!, code })) : [])),
    segments: entries(record, 21).flatMap((items) => numbers(items.map(clampNegative), ([at, left, right, top, bottom]) =>
      bottom === undefined ? undefined : { position: at!, left: left!, right: right!, top: top!, bottom })),
    nistQuality: entries(record, 22).flatMap((items) => numbers(items.slice(0, 2), ([at, score]) => (score === undefined ? undefined : { position: at!, score }))),
    segmentationQuality: entries(record, 23).flatMap(parseQuality),
    quality: entries(record, 24).flatMap(parseQuality),
    ...(comment === undefined ? {} : { comment }),
    ...(deviceMonitoring === undefined ? {} : { deviceMonitoring }),
    ...(profile === undefined ? {} : { profile }),
    ...(make === undefined ? {} : { device: { make, model: model ?? '', serial: serial ?? '' } }),
  };
}

/** True or false when the record carries the hash of its image; undefined when it does not. */
export function hashAgrees(record: TaggedRecord): boolean | undefined {
  const image = findImage(record);
  const stated = findText(record, 996);
  return image === undefined || stated === undefined ? undefined : stated.toLowerCase() === sha256Hex(image.data);
}

const entries = (record: TaggedRecord, number: number): readonly (readonly string[])[] => findSubfields(record, number) ?? [];
const isMissingCode = (code: string | undefined): code is MissingCode => code === 'XX' || code === 'UP' || code === 'SR';
/** NIST's segmenter writes boxes that begin above the image. */
const clampNegative = (item: string): string => (/^-\d+$/.test(item) ? '0' : item);

/** A list of one, or empty when any item is not a number or `build` finds too few. */
function numbers<T>(items: readonly (string | undefined)[], build: (values: readonly number[]) => T | undefined): T[] {
  const values = items.map(parseInteger);
  if (values.length === 0 || values.includes(undefined)) return [];
  const built = build(values as number[]);
  return built === undefined ? [] : [built];
}

function parseQuality(items: readonly string[]): PrintQuality[] {
  const [position, score, vendor, algorithm] = items;
  return numbers([position, score, algorithm], ([at, value, product]) => ({ position: at!, score: value!, vendor: vendor ?? '', algorithm: product! }));
}
