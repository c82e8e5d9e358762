import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useObservable, useSession, useStore, useStoreEvent } from '../../../app/hooks.ts';
import { takeOpened } from './just-opened.ts';
import { OpenDossier, type OpenDossierView } from './open-dossier.ts';

/** The dossier `id`, kept up to date by the store's events, and the one place through which a screen changes it. */
export function useOpenDossier(id: string): OpenDossierView & { readonly open: OpenDossier } {
  const store = useStore();
  const open = useMemo(() => new OpenDossier(store, id, takeOpened(id)), [store, id]);
  const view = useSyncExternalStore(open.subscribe, open.view);
  useEffect(() => {
    if (open.view().dossier === undefined) void open.load();
  }, [open]);
  useStoreEvent('dossier.changed', (changed) => {
    if (changed.id === id) open.changedElsewhere(changed.version);
  });
  // What a lock refused meanwhile is asked again once the session is open.
  const isOpen = useSession()?.phase === 'open';
  useEffect(() => {
    if (isOpen && open.view().error?.code.startsWith('session.') === true) void open.load();
  }, [isOpen, open]);
  return { ...view, open };
}

/** Whether something of the dossier is being saved or read. */
export const useBusy = (open: OpenDossier): boolean => useObservable(open.busy);
