import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { WaitingVoid, procedureContract } from '../../../electron/contract/procedure.ts';
import type { WireError } from '../../../electron/core/errors/app-error.ts';
import { useCall, useStore, useStoreEvent } from '../../app/hooks.ts';

export type FeeDay = z.output<(typeof procedureContract)['fee.day-sheet']['output']>;
type Read<T> = { readonly value: T | undefined; readonly error: WireError | null; readonly reload: () => void };

/** The fees of a day; follows every change in the store. @param officerId null = everybody whose fees one may see */
export function useFeeDay(day: string, officerId: string | null): Read<FeeDay> {
  const { run, error } = useCall(useStore()['fee.day-sheet']);
  const [held, setHeld] = useState<{ readonly of: string; readonly sheet: FeeDay }>();
  const of = `${day} ${officerId ?? ''}`;
  const load = useCallback(() => void run({ day, officerId }).then((reply) => reply.ok && setHeld({ of: `${day} ${officerId ?? ''}`, sheet: reply.value })), [run, day, officerId]);
  useEffect(load, [load]);
  useStoreEvent('dossier.changed', load);
  // An answer about another day is no answer about this one.
  return { value: held?.of === of ? held.sheet : undefined, error, reload: load };
}

/** What the chief has to decide; nothing is asked for anybody else. */
export function useWaitingVoids(isChief: boolean): Read<readonly WaitingVoid[]> {
  const { run, error } = useCall(useStore()['fee.waiting-voids']);
  const [value, setValue] = useState<readonly WaitingVoid[]>();
  const load = useCallback(() => {
    if (isChief) void run({}).then((reply) => reply.ok && setValue(reply.value));
  }, [run, isChief]);
  useEffect(load, [load]);
  useStoreEvent('dossier.changed', load);
  return { value, error, reload: load };
}
