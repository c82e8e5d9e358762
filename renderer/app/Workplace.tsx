import { useState } from 'react';
import type { User } from '../../electron/contract/session.ts';
import { FrameHeader } from './FrameHeader.tsx';
import { HostBanner } from './HostBanner.tsx';
import { KeyList } from './KeyList.tsx';
import { Place } from './Place.tsx';
import { PracticeRibbon } from './PracticeRibbon.tsx';
import type { Session } from './session.ts';
import { useShortcuts, useStation } from './hooks.ts';
import { useScanAtDesk } from './use-scan-at-desk.ts';
import { useCitizenWindow } from './use-citizen-window.ts';
import { useActivity } from './use-activity.ts';

export type WorkplaceProps = { readonly session: Session; readonly user: User; readonly hidden: boolean };

/** The frame and the screen in it, for as long as one person is signed in. Hidden, not closed, while locked. */
export function Workplace({ session, user, hidden }: WorkplaceProps) {
  const { session: keeper, store } = useStation();
  const [keysOpen, setKeysOpen] = useState(false);
  useActivity(!hidden);
  useScanAtDesk(user, !hidden);
  const toggleCitizenWindow = useCitizenWindow(user, !hidden);
  useShortcuts([
    { key: 'F1', run: () => setKeysOpen(true), enabled: !hidden },
    { key: 'F4', run: () => void keeper.lock(store.call), enabled: !hidden, inDialog: true },
  ]);
  return (
    <div className={hidden ? 'workplace workplace-hidden' : 'workplace'} inert={hidden}>
      <PracticeRibbon practice={session.practice} />
      <FrameHeader session={session} user={user} showKeys={() => setKeysOpen(true)} citizenWindow={toggleCitizenWindow} />
      <HostBanner />
      <main className="workplace-main"><Place role={user.role} /></main>
      <KeyList open={keysOpen} onClose={() => setKeysOpen(false)} />
    </div>
  );
}
