import { Menu } from '@mantine/core';
import { AppearanceItems } from '../../app/AppearanceItems.tsx';
import { AppearanceButton } from './AppearanceButton.tsx';

/** Language, theme and type size before anybody has signed in. @param opened it was asked for while its script was still on the way */
export function AppearanceMenu({ opened }: { readonly opened: boolean }) {
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }} defaultOpened={opened}>
      <Menu.Target><AppearanceButton /></Menu.Target>
      <Menu.Dropdown><AppearanceItems /></Menu.Dropdown>
    </Menu>
  );
}
