import type { User } from '../../electron/contract/session.ts';
import { holdScan } from '../screens/enrolment/find/pending-scan.ts';
import { navigate, useDeviceEvent } from './hooks.ts';
import { currentView } from './view.ts';

/** A card held before the reader while an officer is at the desk starts the next citizen: no key is needed. */
export function useScanAtDesk(user: User, enabled: boolean): void {
  useDeviceEvent('scan', ({ text }) => {
    if (!enabled || user.role !== 'officer' || currentView.get().name !== 'desk') return;
    holdScan(text);
    navigate({ name: 'enrolment', dossierId: 'new' });
  });
}
