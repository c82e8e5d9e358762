import { useCallback, useEffect, useState } from 'react';
import type { Reception } from '../../../electron/contract/reception.ts';
import type { WireError } from '../../../electron/core/errors/app-error.ts';
import { useCall, useStore, useStoreEvent } from '../../app/hooks.ts';

export type OpenReception = { readonly reception: Reception | undefined; readonly error: WireError | null; readonly asking: boolean; readonly ask: () => void };

/** One reception; follows what the population database answers, as the store tells of it. */
export function useReception(id: string): OpenReception {
  const store = useStore();
  const get = useCall(store['reception.get']);
  const check = useCall(store['reception.check']);
  const [reception, setReception] = useState<Reception>();
  const { run } = get;
  const load = useCallback(() => void run({ id }).then((reply) => reply.ok && setReception(reply.value)), [run, id]);
  useEffect(load, [load]);
  useStoreEvent('reception.changed', (changed) => changed.id === id && load());
  const ask = (): void => void check.run({ id }).then((reply) => reply.ok && setReception(reply.value));
  return { reception, error: check.error ?? get.error, asking: check.busy, ask };
}
