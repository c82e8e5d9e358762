import type { CriterionResult } from '../../../../../electron/core/biometrics/face/criteria/criterion.ts';

const ONE_DIGIT = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
const WHOLE = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const MINUS = '−';

/** A measure as people read it: shares as per cent, angles with their sign. */
export function measureWords(unit: CriterionResult['unit'], value: number): string {
  switch (unit) {
    case 'degrees': return `${value < 0 ? MINUS : ''}${ONE_DIGIT.format(Math.abs(value))}°`;
    case 'px': return `${WHOLE.format(value)} px`;
    case 'share': return `${WHOLE.format(value * 100)} %`;
    case 'count':
    case 'luma': return WHOLE.format(value);
  }
}

/** The limit beside it: `≥ 90 px`, `≤ 5°` each way as `±5°`, or from–to. */
export function limitWords({ unit, min, max }: Pick<CriterionResult, 'unit' | 'min' | 'max'>): string {
  if (min !== null && max !== null) {
    if (min === max) return `= ${measureWords(unit, min)}`;
    return min === -max ? `±${measureWords(unit, max)}` : `${measureWords(unit, min)} – ${measureWords(unit, max)}`;
  }
  if (min !== null) return `≥ ${measureWords(unit, min)}`;
  return max !== null ? `≤ ${measureWords(unit, max)}` : '';
}
