import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { FlatNamespace, TFunction } from 'i18next';
import { appearance, type Locale } from '../app/appearance.ts';
import { vi } from './resources.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: typeof vi;
    /** Keys hold dots (`device.unplugged`); files are flat. */
    keySeparator: false;
    returnNull: false;
  }
}

/** Starts with Vietnamese, which is built in; nothing comes from outside. Settles when the chosen language can be spoken. */
export async function startI18n(): Promise<void> {
  void i18next.use(initReactI18next).init({
    resources: { vi },
    lng: 'vi',
    fallbackLng: 'vi',
    defaultNS: 'shell',
    keySeparator: false,
    nsSeparator: ':',
    // React escapes; a name with an ampersand must not be escaped twice.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  appearance.subscribe(() => void speak(appearance.get().locale));
  await speak(appearance.get().locale);
}

let wanted = 'vi';

/** Speaks `locale` from now on. The citizen's window speaks the citizen's language, whatever the officer's speaks. */
export async function speak(locale: Locale): Promise<void> {
  wanted = locale;
  if (locale === 'en' && !i18next.hasResourceBundle('en', 'shell')) {
    const { en } = await import('./english.ts');
    for (const [subject, texts] of Object.entries(en)) i18next.addResourceBundle('en', subject, texts);
  }
  // Somebody may have chosen again while the texts were read.
  if (wanted === locale && i18next.language !== locale) await i18next.changeLanguage(locale);
}

/** The texts of one subject: `const t = useT('desk'); t('title')`. Keys are typed. Vietnamese has no plural: use `{{count}}` freely. */
export function useT<N extends FlatNamespace>(namespace: N): TFunction<N> {
  return useTranslation(namespace).t as TFunction<N>;
}
