import type { PortraitAssessment } from '../../electron/core/biometrics/face/assess-portrait.ts';
import type { PortraitAdjust } from '../../electron/core/biometrics/face/portrait-adjust.ts';
import type { PortraitTemplate } from '../../electron/core/biometrics/face/portrait-template.ts';

/** What the worker is asked: a live frame (RGBA) or a still as its file. */
export type FaceQuestion =
  | { readonly id: number; readonly kind: 'live'; readonly template: PortraitTemplate; readonly widthPx: number; readonly heightPx: number; readonly pixels: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly kind: 'still'; readonly template: PortraitTemplate; readonly file: Blob; /** How the window was moved by hand. */ readonly adjust?: PortraitAdjust | undefined };

/** `assessment: null` = it could not be done: the models could not be loaded, the file is no picture, or a network failed. */
export type FaceAnswer = { readonly id: number; readonly assessment: PortraitAssessment | null };
