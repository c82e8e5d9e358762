import { sha256Hex } from '../sha256.ts';
import { findImage, imageFields, type ItlImage } from './image-fields.ts';
import { findInteger, findSubfields, findText, list, parseInteger, text, type ItlField, type TaggedRecord } from './record.ts';

export type SampleQuality = { readonly score: number; readonly vendor: string; readonly algorithm: number };

/** A Type-10 record with a face. Source: ANSI/NIST-ITL 1-2011 Update 2015, 8.10. */
export type Face = {
  readonly idc: number;
  readonly sourceAgency: string;
  readonly captureDate: string;
  readonly image: ItlImage;
  readonly colourSpace: 'SRGB' | 'YCC' | 'GRAY' | 'RGB' | 'UNK';
  /** Subject acquisition profile: 13 is an ISO full frontal, 30 and above the best-practice levels. */
  readonly profile: number;
  /** F frontal, R and L profiles, A angled, D determined. */
  readonly pose: 'F' | 'R' | 'L' | 'A' | 'D';
  readonly quality: readonly SampleQuality[];
};

const qualityField = (quality: readonly SampleQuality[]): ItlField[] => (quality.length === 0 ? [] : [list(24, quality.map((q) => [q.score, q.vendor, q.algorithm]))]);
const dataFields = (image: ItlImage): ItlField[] => [text(996, sha256Hex(image.data).toUpperCase()), { number: 999, data: image.data }];
const idcText = (idc: number): string => String(idc).padStart(2, '0');

export function faceRecord(face: Face): TaggedRecord {
  return {
    kind: 'tagged',
    type: 10,
    fields: [
      text(2, idcText(face.idc)), text(3, 'FACE'), text(4, face.sourceAgency), text(5, face.captureDate), ...imageFields(face.image),
      text(12, face.colourSpace), text(13, face.profile), text(20, face.pose), ...qualityField(face.quality), ...dataFields(face.image),
    ],
  };
}

/** Undefined for a Type-10 that is no face (scar, tattoo) or has no readable image. */
export function parseFace(record: TaggedRecord): Face | undefined {
  const idc = findInteger(record, 2);
  const image = findImage(record);
  if (record.type !== 10 || findText(record, 3) !== 'FACE' || idc === undefined || image === undefined) return undefined;
  return {
    idc, image,
    sourceAgency: findText(record, 4) ?? '',
    captureDate: findText(record, 5) ?? '',
    colourSpace: oneOf(['SRGB', 'YCC', 'GRAY', 'RGB'] as const, findText(record, 12)) ?? 'UNK',
    profile: findInteger(record, 13) ?? 0,
    pose: oneOf(['F', 'R', 'L', 'A', 'D'] as const, findText(record, 20)) ?? 'D',
    quality: parseQuality(record),
  };
}

/** A Type-17 record. Source: ANSI/NIST-ITL 1-2011 Update 2015, 8.17. */
export type Iris = {
  readonly idc: number;
  /** 0 unknown, 1 right, 2 left. */
  readonly eye: 0 | 1 | 2;
  readonly sourceAgency: string;
  readonly captureDate: string;
  readonly image: ItlImage;
  readonly quality: readonly SampleQuality[];
};

export function irisRecord(iris: Iris): TaggedRecord {
  return {
    kind: 'tagged',
    type: 17,
    fields: [
      text(2, idcText(iris.idc)), text(3, iris.eye), text(4, iris.sourceAgency), text(5, iris.captureDate), ...imageFields(iris.image),
      text(12, 8), text(13, 'GRAY'), ...qualityField(iris.quality), ...dataFields(iris.image),
    ],
  };
}

export function parseIris(record: TaggedRecord): Iris | undefined {
  const idc = findInteger(record, 2);
  const image = findImage(record);
  const eye = findInteger(record, 3);
  if (record.type !== 17 || idc === undefined || image === undefined) return undefined;
  return {
    idc, image,
    eye: eye === 1 || eye === 2 ? eye : 0,
    sourceAgency: findText(record, 4) ?? '',
    captureDate: findText(record, 5) ?? '',
    quality: parseQuality(record),
  };
}

const oneOf = <T extends string>(names: readonly T[], value: string | undefined): T | undefined => names.find((name) => name === value);

function parseQuality(record: TaggedRecord): SampleQuality[] {
  return (findSubfields(record, 24) ?? []).flatMap(([score, vendor, algorithm]) => {
    const value = parseInteger(score);
    return value === undefined ? [] : [{ score: value, vendor: vendor ?? '', algorithm: parseInteger(algorithm) ?? 0 }];
  });
}
