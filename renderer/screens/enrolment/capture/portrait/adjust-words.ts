import type { AdjustPart } from '../../../../../electron/core/biometrics/face/portrait-adjust.ts';

const ONE_DIGIT = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const WHOLE = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });

/** How far a part of the window was moved: shares as per cent of the picture, the head's size as per cent of what it was. */
export function adjustWords(part: AdjustPart, value: number): string {
  switch (part) {
    case 'right':
    case 'down': return `${ONE_DIGIT.format(value * 100)} %`;
    case 'zoom': return `${WHOLE.format(value * 100)} %`;
    case 'turnDeg': return `${ONE_DIGIT.format(value)}°`;
  }
}
