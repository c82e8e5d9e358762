import { Menu, UnstyledButton } from '@mantine/core';
import { useT } from '../i18n/i18n.ts';
import { LOCALES, SIZES, THEMES, appearance, setAppearance } from './appearance.ts';
import { useObservable } from './hooks.ts';

/** Language, theme and type size as menu items; used on the sign-in screen and in the account menu. */
export function AppearanceItems() {
  const t = useT('shell');
  const { theme, size, locale } = useObservable(appearance);
  return (
    <>
      <Menu.Label>{t('menu.language')}</Menu.Label>
      {LOCALES.map((l) => <Pick key={l} on={l === locale} label={t(`locale.${l}`)} pick={() => setAppearance({ locale: l })} />)}
      <Menu.Label>{t('menu.theme')}</Menu.Label>
      {THEMES.map((th) => <Pick key={th} on={th === theme} label={t(`theme.${th}`)} pick={() => setAppearance({ theme: th })} />)}
      <Menu.Label>{t('menu.size')}</Menu.Label>
      {SIZES.map((s) => <Pick key={s} on={s === size} label={t(`size.${s}`)} pick={() => setAppearance({ size: s })} />)}
    </>
  );
}

function Pick({ on, label, pick }: { readonly on: boolean; readonly label: string; readonly pick: () => void }) {
  return (
    <Menu.Item closeMenuOnClick={false} role="menuitemradio" aria-checked={on} onClick={pick} leftSection={<span aria-hidden="true" className="menu-mark">{on ? '✓' : ''}</span>}>
      {label}
    </Menu.Item>
  );
}

export function AppearanceMenu() {
  const t = useT('shell');
  const { locale } = useObservable(appearance);
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <UnstyledButton className="button button-quiet">{t(`locale.${locale}`)} · {t('menu.theme')} <span aria-hidden="true">▾</span></UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown><AppearanceItems /></Menu.Dropdown>
    </Menu>
  );
}
