import { Menu } from '@mantine/core';
import { useT } from '../i18n/i18n.ts';
import { LOCALES, SIZES, THEMES, appearance, setAppearance } from './appearance.ts';
import { useObservable } from './hooks.ts';

/** Language, theme and type size as menu items; used on the sign-in screen and in the account menu. */
export function AppearanceItems() {
  const t = useT('shell');
  const { theme, size, locale } = useObservable(appearance);
  return (
    <>
      <Picks title={t('menu.language')} value={locale} values={LOCALES} label={(value) => t(`locale.${value}`)} pick={(value) => setAppearance({ locale: value })} />
      <Picks title={t('menu.theme')} value={theme} values={THEMES} label={(value) => t(`theme.${value}`)} pick={(value) => setAppearance({ theme: value })} />
      <Picks title={t('menu.size')} value={size} values={SIZES} label={(value) => t(`size.${value}`)} pick={(value) => setAppearance({ size: value })} />
    </>
  );
}

type PicksProps<V extends string> = {
  readonly title: string;
  readonly value: V;
  readonly values: readonly V[];
  readonly label: (value: V) => string;
  readonly pick: (value: V) => void;
};

function Picks<V extends string>({ title, value, values, label, pick }: PicksProps<V>) {
  return (
    <Menu.RadioGroup value={value} aria-label={title}>
      <Menu.Label>{title}</Menu.Label>
      {values.map((v) => (
        <Menu.RadioItem key={v} value={v} onChange={() => pick(v)} checkIcon={<span aria-hidden="true" className="menu-mark">✓</span>}>{label(v)}</Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
