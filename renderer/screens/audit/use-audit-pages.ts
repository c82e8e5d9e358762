import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { AuditRow } from '../../../electron/contract/station.ts';
import type { WireError } from '../../../electron/core/errors/app-error.ts';
import { useStore } from '../../app/hooks.ts';

export type Row = z.infer<typeof AuditRow>;
type Held = { readonly rows: readonly Row[]; readonly next: number | null; readonly loaded: boolean; readonly error: WireError | null };
const PAGE = 100;
const TYPING_PAUSE_MS = 200;

/** The log from its newest entry on; further pages come while scrolling. */
export function useAuditPages(search: string): Held & { readonly loadMore: () => void } {
  const store = useStore();
  const [held, setHeld] = useState<Held>({ rows: [], next: null, loaded: false, error: null });
  const turn = useRef(0);
  const busy = useRef(false);
  const fetchPage = useCallback(async (before: number | null): Promise<void> => {
    const mine = ++turn.current;
    busy.current = true;
    const reply = await store['audit.list']({ before, size: PAGE, search: search.normalize('NFC').trim() });
    if (mine !== turn.current) return;
    busy.current = false;
    if (!reply.ok) return setHeld((h) => ({ ...h, loaded: true, error: reply.error }));
    setHeld((h) => ({ rows: before === null ? reply.value.rows : [...h.rows, ...reply.value.rows], next: reply.value.next, loaded: true, error: null }));
  }, [store, search]);
  useEffect(() => {
    const timer = setTimeout(() => void fetchPage(null), search === '' ? 0 : TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [fetchPage, search]);
  const loadMore = useCallback(() => {
    if (!busy.current && held.next !== null) void fetchPage(held.next);
  }, [fetchPage, held.next]);
  return { ...held, loadMore };
}
