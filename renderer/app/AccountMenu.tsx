import { Menu, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { User } from '../../electron/contract/session.ts';
import { useT } from '../i18n/i18n.ts';
import { AppearanceItems } from './AppearanceItems.tsx';
import { ChangePassword } from './ChangePassword.tsx';
import { useStation } from './hooks.ts';

/** The person's own menu: look and language, password, lock, sign out. */
export function AccountMenu({ user, showKeys, citizenWindow }: { readonly user: User; readonly showKeys: () => void; readonly citizenWindow: () => void }) {
  const t = useT('shell');
  const states = useT('states');
  const { session, store } = useStation();
  const [changing, setChanging] = useState(false);
  return (
    <>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <UnstyledButton className="frame-account" aria-label={t('menu.of', { name: user.displayName })}>
            {user.displayName} <span aria-hidden="true">▾</span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{states(`role.${user.role}`)}</Menu.Label>
          <Menu.Item onClick={() => void session.lock(store.call)} rightSection={<kbd className="key">F4</kbd>}>{t('menu.lock')}</Menu.Item>
          {user.role === 'officer' && <Menu.Item onClick={citizenWindow} rightSection={<kbd className="key">F11</kbd>}>{t('menu.citizen')}</Menu.Item>}
          <Menu.Item onClick={() => setChanging(true)}>{t('menu.password')}</Menu.Item>
          <Menu.Item onClick={showKeys} rightSection={<kbd className="key">F1</kbd>}>{t('menu.keys')}</Menu.Item>
          <Menu.Item onClick={() => void session.signOut(store.call)}>{t('menu.signOut')}</Menu.Item>
          <Menu.Divider />
          <AppearanceItems />
        </Menu.Dropdown>
      </Menu>
      <ChangePassword open={changing} onClose={() => setChanging(false)} />
    </>
  );
}
