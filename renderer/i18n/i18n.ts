import i18next from 'i18next';
import type { FlatNamespace, TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import { appearance, type Locale } from '../app/appearance.ts';
import { Observable } from '../app/observable.ts';
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
  void i18next.init({
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
const spoken = new Observable<Locale>('vi');

/** Speaks `locale` from now on. The citizen's window speaks the citizen's language, whatever the officer's speaks. */
export async function speak(locale: Locale): Promise<void> {
  wanted = locale;
  if (locale === 'en' && !i18next.hasResourceBundle('en', 'shell')) {
    const { en } = await import('./english.ts');
    for (const [subject, texts] of Object.entries(en)) i18next.addResourceBundle('en', subject, texts);
  }
  // Somebody may have chosen again while the texts were read.
  if (wanted !== locale) return;
  if (i18next.language !== locale) await i18next.changeLanguage(locale);
  spoken.set(locale);
}

/** The language on the screen. */
export const useLocale = (): Locale => useSyncExternalStore(spoken.subscribe, spoken.get);

/** The texts of one subject: `const t = useT('desk'); t('title')`. Keys are typed. Vietnamese has no plural: use `{{count}}` freely. */
export const useT = <N extends FlatNamespace>(subject: N): TFunction<N> => translatorOf(useLocale(), subject) as TFunction<N>;

/** Looks up a text whose key comes from data: undefined where there is none. */
export type FindText = (subject: FlatNamespace, key: string, fill?: Fill) => string | undefined;

export function useFindText(): FindText {
  const locale = useLocale();
  return (subject, key, fill) => (i18next.exists(key, { lng: locale, ns: subject }) ? translatorOf(locale, subject)(key, fill) : undefined);
}

type Fill = Readonly<Record<string, unknown>>;
type Translator = (key: string, fill?: Fill) => string;
const translators = new Map<string, Translator>();

/**
 * One translator for a language and a subject, whoever asks. Texts without anything to fill in are looked up once: a screen
 * has a hundred, and looking them up each time took a fifth of drawing it.
 */
function translatorOf(locale: Locale, subject: FlatNamespace): Translator {
  const name = `${locale}/${subject}`;
  const known = translators.get(name);
  if (known !== undefined) return known;
  const lookUp = i18next.getFixedT(locale, subject) as unknown as Translator;
  const texts = new Map<string, string>();
  const translator: Translator = (key, fill) => {
    if (fill !== undefined) return lookUp(key, fill);
    const text = texts.get(key) ?? lookUp(key);
    texts.set(key, text);
    return text;
  };
  translators.set(name, translator);
  return translator;
}
