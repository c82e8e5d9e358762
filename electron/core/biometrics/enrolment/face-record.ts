import { writeFace2011, type Landmark } from '../iso19794/face.ts';
import { isFullFrontal, type PortraitFacts } from '../face/full-frontal.ts';
import type { Spot } from '../face/rgba-image.ts';

/** The picture a record holds: the portrait as it was captured, or the chip's copy of it. */
export type FacePicture = { readonly data: Uint8Array; readonly format: 'JPEG' | 'JPEG 2000' | 'PNG'; readonly widthPx: number; readonly heightPx: number };

/** What the ISO record says about one portrait. `sex` as QCVN 109 codes it: '1' male, '2' female, else unknown. */
export type FaceFacts = {
  readonly picture: FacePicture;
  /** What was measured of the portrait, and how wide the portrait was that it was measured in; undefined where nobody measured. */
  readonly measured: (PortraitFacts & { readonly widthPx: number }) | undefined;
  readonly sex: string;
  /** ISO 8601 instant. */
  readonly capturedAt: string;
};

const DATA_TYPE = { JPEG: 0, 'JPEG 2000': 1, PNG: 3 } as const;
const GENDER: Readonly<Record<string, number>> = { '1': 1, '2': 2 };
/** Image type 0 claims no more than a portrait. Colour space 1: 24-bit RGB. 0 elsewhere: unspecified. */
const IMAGE_TYPE = { basic: 0, fullFrontal: 1 } as const;
const RGB24 = 1;
/** Feature points of MPEG-4 (type 1): 12.1 and 12.2, the centres of the left and the right eye, left the person's own. */
const MPEG4_POINT = 1;
const LEFT_EYE = 0xc1;
const RIGHT_EYE = 0xc2;
/** Widest face of each sampling level but the last, px. Source: ISO/IEC 19794-5:2011, spatial sampling rate level. */
const SAMPLING_LEVELS_PX = [180, 240, 300, 370, 480, 610, 750] as const;

/**
 * An ISO/IEC 19794-5:2011 record of one portrait. It is called full frontal where that was measured, and tells the centres of
 * the eyes; pose, hair and the colour of the eyes are left unspecified.
 */
export function faceRecordOf({ picture, measured, sex, capturedAt }: FaceFacts): Uint8Array {
  const at = new Date(capturedAt);
  const { data, format, widthPx, heightPx } = picture;
  return writeFace2011({
    format: 'face-2011', certificationFlag: 0, temporal: 0,
    representations: [{
      capturedAt: {
        year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(),
        hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds(), millisecond: at.getUTCMilliseconds(),
      },
      device: { technology: 0, vendor: 0, type: 0 }, quality: [],
      gender: GENDER[sex] ?? 0, eyeColour: 0, hairColour: 0, subjectHeight: 0, featureMask: 0, expression: 0,
      pose: [0, 0, 0], poseUncertainty: [0, 0, 0], landmarks: measured === undefined ? [] : eyesIn(measured, picture),
      imageType: isFullFrontal(measured) ? IMAGE_TYPE.fullFrontal : IMAGE_TYPE.basic,
      dataType: DATA_TYPE[format], widthPx, heightPx, samplingLevel: samplingLevelOf(measured, picture), postAcquisition: 0, crossReference: 0, colourSpace: RGB24,
      data, extended: new Uint8Array(0),
    }],
  });
}

function eyesIn({ leftEye, rightEye, widthPx }: NonNullable<FaceFacts['measured']>, picture: FacePicture): Landmark[] {
  const scale = picture.widthPx / widthPx;
  const place = (value: number, sizePx: number): number => Math.max(0, Math.min(sizePx - 1, Math.round(value * scale)));
  const landmark = (code: number, { x, y }: Spot): Landmark => ({ type: MPEG4_POINT, code, x: place(x, picture.widthPx), y: place(y, picture.heightPx), z: 0 });
  return [landmark(LEFT_EYE, leftEye), landmark(RIGHT_EYE, rightEye)];
}

/** The lowest level where the width of the face wasn't measured. */
function samplingLevelOf(measured: FaceFacts['measured'], { widthPx }: FacePicture): number {
  const share = measured?.criteria.find(({ criterion }) => criterion === 'head-width')?.value ?? 0;
  return SAMPLING_LEVELS_PX.filter((limit) => share * widthPx > limit).length;
}
