import { useRef } from 'react';
import type { User } from '../../electron/contract/session.ts';
import { useShortcuts, useStation, useStore } from './hooks.ts';

/** F11 opens the citizen's window, and closes it again; on a second display it is there by itself. For officers. */
export function useCitizenWindow(user: User, enabled: boolean): () => void {
  const store = useStore();
  const { bridge } = useStation();
  const asking = useRef(false);
  const isOfficer = user.role === 'officer';
  const toggle = async (): Promise<void> => {
    if (asking.current) return;
    asking.current = true;
    const desk = await store['citizen-screen.view']({});
    if (desk.ok) await bridge.citizenWindow(desk.value.windows === 0);
    asking.current = false;
  };
  useShortcuts([{ key: 'F11', run: () => void toggle(), enabled: enabled && isOfficer }]);
  return () => void toggle();
}
