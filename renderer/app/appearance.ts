import { Observable } from './observable.ts';

export const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];
export const SIZES = ['normal', 'large'] as const;
export type TextSize = (typeof SIZES)[number];
export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export type Appearance = { readonly theme: Theme; readonly size: TextSize; readonly locale: Locale };

const KEY = 'appearance';
const DEFAULT: Appearance = { theme: 'light', size: 'normal', locale: 'vi' };

/** How the window looks and which language it speaks; remembered on this computer, holds nothing of a citizen. */
export const appearance = new Observable<Appearance>(remembered());

export function setAppearance(change: Partial<Appearance>): void {
  appearance.set({ ...appearance.get(), ...change });
  localStorage.setItem(KEY, JSON.stringify(appearance.get()));
  applyAppearance();
}

/** Puts theme, size and language on the root element, where the stylesheets look. */
export function applyAppearance(): void {
  const { theme, size, locale } = appearance.get();
  const root = document.documentElement;
  root.dataset['theme'] = theme;
  root.dataset['size'] = size;
  root.lang = locale;
}

function remembered(): Appearance {
  try {
    const { theme, size, locale } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
    return {
      theme: THEMES.find((t) => t === theme) ?? DEFAULT.theme,
      size: SIZES.find((s) => s === size) ?? DEFAULT.size,
      locale: LOCALES.find((l) => l === locale) ?? DEFAULT.locale,
    };
  } catch {
    return DEFAULT;
  }
}
