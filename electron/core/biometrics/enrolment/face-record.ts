import { writeFace2011 } from '../iso19794/face.ts';

/** What the ISO record says about one portrait. `sex` as QCVN 109 codes it: '1' male, '2' female, else unknown. */
export type FaceFacts = {
  readonly data: Uint8Array;
  readonly format: 'JPEG' | 'JPEG 2000' | 'PNG';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly sex: string;
  /** ISO 8601 instant. */
  readonly capturedAt: string;
};

const DATA_TYPE = { JPEG: 0, 'JPEG 2000': 1, PNG: 3 } as const;
const GENDER: Readonly<Record<string, number>> = { '1': 1, '2': 2 };
/** Image type 0: no claim to more than a portrait. Colour space 1: 24-bit RGB. 0 elsewhere: unspecified. */
const BASIC = 0;
const RGB24 = 1;

/** An ISO/IEC 19794-5:2011 record of one portrait. Eyes, hair and pose are left unspecified: nobody measured them. */
export function faceRecordOf({ data, format, widthPx, heightPx, sex, capturedAt }: FaceFacts): Uint8Array {
  const at = new Date(capturedAt);
  return writeFace2011({
    format: 'face-2011', certificationFlag: 0, temporal: 0,
    representations: [{
      capturedAt: {
        year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(),
        hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds(), millisecond: at.getUTCMilliseconds(),
      },
      device: { technology: 0, vendor: 0, type: 0 }, quality: [],
      gender: GENDER[sex] ?? 0, eyeColour: 0, hairColour: 0, subjectHeight: 0, featureMask: 0, expression: 0,
      pose: [0, 0, 0], poseUncertainty: [0, 0, 0], landmarks: [],
      imageType: BASIC, dataType: DATA_TYPE[format], widthPx, heightPx, samplingLevel: 0, postAcquisition: 0, crossReference: 0, colourSpace: RGB24,
      data, extended: new Uint8Array(0),
    }],
  });
}
