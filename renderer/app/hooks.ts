import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { z } from 'zod';
import type { Client, Reply } from '../../electron/contract/call.ts';
import type { DeviceContract, DeviceView, deviceEvents } from '../../electron/contract/device.ts';
import type { AppInfo, BootView } from '../../electron/contract/page.ts';
import type { LineView } from '../../electron/contract/station.ts';
import type { StoreContract, storeEvents } from '../../electron/contract/store.ts';
import type { WireError } from '../../electron/core/errors/app-error.ts';
import type { ConnectionState } from './connection.ts';
import type { Observable } from './observable.ts';
import type { Session } from './session.ts';
import type { Station } from './station.ts';

export { useShortcuts, type Shortcut } from './shortcuts.ts';
export { navigate, type View } from './view.ts';
export { useT } from '../i18n/i18n.ts';

export const StationContext = createContext<Station | null>(null);

export function useStation(): Station {
  const station = use(StationContext);
  if (station === null) throw new Error('no station above this component');
  return station;
}

export const useObservable = <T>(source: Observable<T>): T => useSyncExternalStore(source.subscribe, source.get);

/** Typed calls to store-host: `await store['dossier.get']({ id })`. Never rejects. The same object over every restart. */
export const useStore = (): Client<StoreContract> => useStation().store.call;
/** Typed calls to device-host. */
export const useDevices = (): Client<DeviceContract> => useStation().devices.call;

/** Every device of the station; where the page's own camera takes portraits, it stands in the place of device-host's. */
export function useDeviceList(): readonly DeviceView[] {
  const { deviceList, camera } = useStation();
  const list = useObservable(deviceList);
  const ours = useObservable(camera.device);
  return useMemo(() => (ours === null ? list : [...list.filter(({ kind }) => kind !== 'camera'), ours]), [list, ours]);
}
/** The line to the centre and what waits for it; `null` before the first answer. */
export const useLine = (): LineView | null => useObservable(useStation().line);
export const useBoot = (): BootView => useObservable(useStation().boot);
export const useConnection = (host: 'store' | 'devices'): ConnectionState => useObservable(useStation()[host].state);
export const useInfo = (): AppInfo => useStation().bridge.info;
export const useSession = (): Session | null => useObservable(useStation().session.view);

/** Hears an event of store-host for as long as the component lives; always calls the newest listener. */
export function useStoreEvent<K extends keyof typeof storeEvents>(event: K, listener: (payload: z.output<(typeof storeEvents)[K]>) => void): void {
  const { store } = useStation();
  const newest = useRef(listener);
  useEffect(() => {
    newest.current = listener;
  });
  useEffect(() => store.on(event, (payload) => newest.current(payload)), [store, event]);
}

/** Hears an event of device-host for as long as the component lives; always calls the newest listener. */
export function useDeviceEvent<K extends keyof typeof deviceEvents>(event: K, listener: (payload: z.output<(typeof deviceEvents)[K]>) => void): void {
  const { devices } = useStation();
  const newest = useRef(listener);
  useEffect(() => {
    newest.current = listener;
  });
  useEffect(() => devices.on(event, (payload) => newest.current(payload)), [devices, event]);
}

export type CallState<I, T> = {
  readonly busy: boolean;
  readonly error: WireError | null;
  /** Runs the call; a second run while busy waits for nothing and is sent too. */
  readonly run: (input: I) => Promise<Reply<T>>;
  readonly clear: () => void;
};

/** One call with its state: `const approve = useCall(store['dossier.approve'])`, then `approve.run(…)`, `approve.busy`, `approve.error`. */
export function useCall<I, T>(call: (input: I) => Promise<Reply<T>>): CallState<I, T> {
  const [running, setRunning] = useState(0);
  const [error, setError] = useState<WireError | null>(null);
  const newest = useRef(call);
  useEffect(() => {
    newest.current = call;
  });
  const run = useCallback(async (input: I): Promise<Reply<T>> => {
    setRunning((n) => n + 1);
    setError(null);
    const reply = await newest.current(input);
    setRunning((n) => n - 1);
    if (!reply.ok) setError(reply.error);
    return reply;
  }, []);
  const clear = useCallback(() => setError(null), []);
  return { busy: running > 0, error, run, clear };
}

/** True once `active` has lasted: nothing is shown for waits nobody notices. */
export function useLasting(active: boolean, afterMs = 300): boolean {
  const [lasted, setLasted] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setLasted(true), afterMs);
    return () => {
      clearTimeout(timer);
      setLasted(false);
    };
  }, [active, afterMs]);
  return lasted && active;
}
