import type { z } from 'zod';
import type { SettingRow } from '../../../electron/contract/station.ts';
import { useFindText, useT } from '../../i18n/i18n.ts';

type Row = z.infer<typeof SettingRow>;
export type SettingWords = {
  readonly name: (key: string) => string;
  readonly about: (key: string) => string;
  /** With its unit: `5 phút`. */
  readonly value: (row: Row) => string;
  /** Name with the unit, for the field it is typed in. */
  readonly label: (row: Row) => string;
};

/** Settings in words; one that has none is shown by its key. */
export function useSettingWords(): SettingWords {
  const t = useT('settings');
  const technician = useT('technician');
  const findText = useFindText();
  const find = (key: string): string | undefined => findText('settings', key);
  const name = (key: string): string => find(`name.${key}`) ?? key;
  const unit = (key: string): string => find(`unit.${key}`) ?? '';
  return {
    name,
    about: (key) => find(`about.${key}`) ?? '',
    value: ({ key, value }) => {
      if (typeof value === 'boolean') return technician(value ? 'on' : 'off');
      return value === '' ? t('none') : `${value} ${unit(key)}`.trim();
    },
    label: ({ key }) => (unit(key) === '' ? name(key) : `${name(key)} (${unit(key)})`),
  };
}
