import { useCallback, useEffect, useState } from 'react';
import type { Reception } from '../../../electron/contract/reception.ts';
import type { WireError } from '../../../electron/core/errors/app-error.ts';
import { useCall, useStore } from '../../app/hooks.ts';

/** The population database answers by itself; the open screen looks this often. */
export const WATCH_MS = 2_500;

export type OpenReception = { readonly reception: Reception | undefined; readonly error: WireError | null; readonly asking: boolean; readonly ask: () => void };

/** One reception, looked at again and again while it waits. */
export function useReception(id: string): OpenReception {
  const store = useStore();
  const get = useCall(store['reception.get']);
  const check = useCall(store['reception.check']);
  const [reception, setReception] = useState<Reception>();
  const { run } = get;
  const load = useCallback(() => run({ id }).then((reply) => reply.ok && setReception(reply.value)), [run, id]);
  const waiting = reception === undefined || reception.state === 'waiting';
  useEffect(() => {
    void load();
    const timer = waiting ? setInterval(() => void load(), WATCH_MS) : undefined;
    return () => clearInterval(timer);
  }, [load, waiting]);
  const ask = (): void => void check.run({ id }).then((reply) => reply.ok && setReception(reply.value));
  return { reception, error: check.error ?? get.error, asking: check.busy, ask };
}
