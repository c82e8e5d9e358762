import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { FlatNamespace, TFunction } from 'i18next';
import { appearance } from '../app/appearance.ts';
import { en, vi } from './resources.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: typeof vi;
    /** Keys hold dots (`device.unplugged`); files are flat. */
    keySeparator: false;
    returnNull: false;
  }
}

/** Starts the two languages that are built in; nothing is fetched. */
export function startI18n(): void {
  void i18next.use(initReactI18next).init({
    resources: { vi, en },
    lng: appearance.get().locale,
    fallbackLng: 'vi',
    defaultNS: 'shell',
    keySeparator: false,
    nsSeparator: ':',
    // React escapes; a name with an ampersand must not be escaped twice.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  appearance.subscribe(() => void i18next.changeLanguage(appearance.get().locale));
}

/** The citizen's window speaks the citizen's language, whatever the officer's speaks. */
export const speak = (locale: string): void => void i18next.changeLanguage(locale);

/** The texts of one subject: `const t = useT('desk'); t('title')`. Keys are typed. Vietnamese has no plural: use `{{count}}` freely. */
export function useT<N extends FlatNamespace>(namespace: N): TFunction<N> {
  return useTranslation(namespace).t as TFunction<N>;
}
