import { limitsOf, type MeasureName } from '../../../electron/core/device/health/measures.ts';
import { useLocale, useT } from '../../i18n/i18n.ts';

export type MeasureWords = {
  readonly name: (measure: MeasureName) => string;
  /** With its unit: `0,4 %`. */
  readonly value: (measure: MeasureName, value: number) => string;
  /** `tối đa 2 %`, `từ 70 đến 215`. */
  readonly limits: (measure: MeasureName) => string;
};

const WHOLE: ReadonlySet<string> = new Set(['count', 'ms', 'hz', 'level']);

/** Measures in words and numbers of the person's language. */
export function useMeasureWords(): MeasureWords {
  const t = useT('technician');
  const comma = useLocale() === 'vi' ? ',' : '.';
  const value = (measure: MeasureName, amount: number): string => {
    const { unit } = limitsOf(measure);
    const digits = WHOLE.has(unit) ? 0 : Math.abs(amount) < 10 ? 2 : 1;
    const number = amount.toFixed(digits).replace('.', comma);
    return unit === 'percent' ? `${number} %` : `${number} ${t(`unit.${unit}`)}`.trim();
  };
  return {
    name: (measure) => t(`measure.${measure}`),
    value,
    limits: (measure) => {
      const { min, max } = limitsOf(measure);
      if (min !== undefined && max !== undefined) return t('limit.between', { min: value(measure, min), max: value(measure, max) });
      return min !== undefined ? t('limit.min', { min: value(measure, min) }) : max !== undefined ? t('limit.max', { max: value(measure, max) }) : '';
    },
  };
}
