import type { ComponentProps } from 'react';
import { appearance } from '../../app/appearance.ts';
import { useObservable } from '../../app/hooks.ts';
import { useT } from '../../i18n/i18n.ts';

/** What opens the appearance menu, and what stands in its place until the menu's script is there. */
export function AppearanceButton(props: ComponentProps<'button'>) {
  const t = useT('shell');
  const { locale } = useObservable(appearance);
  return <button type="button" {...props} className="button button-quiet">{t(`locale.${locale}`)} · {t('menu.theme')} <span aria-hidden="true">▾</span></button>;
}
