import { useCallback, useEffect, useRef, useState } from 'react';
import type { QueueRow } from '../../../electron/contract/dossier.ts';
import type { WireError } from '../../../electron/core/errors/app-error.ts';
import { useCall, useStore, useStoreEvent } from '../../app/hooks.ts';

const PAGE = 100;
const LARGEST_PAGE = 200;

export type Queue = {
  readonly rows: readonly QueueRow[] | undefined;
  readonly waiting: number;
  readonly error: WireError | null;
  readonly reload: () => void;
  /** The end of the list came into sight. */
  readonly loadMore: () => void;
};
type Held = { readonly rows: readonly QueueRow[]; readonly next: string | null; readonly waiting: number };

/** What waits for a decision, longest waiting first; follows every change in the store and reads on while one scrolls. */
export function useQueue(): Queue {
  const store = useStore();
  const { run, error, busy } = useCall(store['dossier.queue']);
  const [held, setHeld] = useState<Held>();
  const turn = useRef(0);
  const fetchPage = useCallback(async (cursor: string | null, size: number): Promise<void> => {
    const mine = ++turn.current;
    const reply = await run({ cursor, size });
    if (!reply.ok || mine !== turn.current) return;
    const { rows, next, waiting } = reply.value;
    setHeld((before) => ({ rows: cursor === null ? rows : [...(before?.rows ?? []), ...rows], next, waiting }));
  }, [run]);
  const length = held?.rows.length ?? 0;
  const reload = (): void => void fetchPage(null, Math.min(LARGEST_PAGE, Math.max(PAGE, length)));
  useEffect(() => void fetchPage(null, PAGE), [fetchPage]);
  useStoreEvent('dossier.changed', reload);
  const loadMore = (): void => {
    if (!busy && error === null && held?.next != null) void fetchPage(held.next, PAGE);
  };
  return { rows: held?.rows, waiting: held?.waiting ?? 0, error, reload, loadMore };
}
