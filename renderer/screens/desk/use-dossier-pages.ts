import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { dossierContract, DossierRow } from '../../../electron/contract/dossier.ts';
import type { WireError } from '../../../electron/core/errors/app-error.ts';
import type { DossierState } from '../../../electron/core/dossier/lifecycle.ts';
import { useStore, useStoreEvent } from '../../app/hooks.ts';

export type Row = z.infer<typeof DossierRow>;
type Page = z.infer<(typeof dossierContract)['dossier.list']['output']>;
export type DossierQuery = { readonly search: string; readonly states: readonly DossierState[] };
export type DossierPages = {
  readonly rows: readonly Row[];
  readonly counts: Page['counts'];
  /** The counts without any search: what the whole desk holds. */
  readonly overall: Page['counts'];
  /** False until the first page of the first query is here. */
  readonly loaded: boolean;
  readonly busy: boolean;
  readonly error: WireError | null;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly reload: () => void;
};

const PAGE = 100;
const LARGEST_PAGE = 200;
/** Typing waits this long for the next letter before it asks. */
const TYPING_PAUSE_MS = 120;

type Held = { readonly rows: readonly Row[]; readonly next: string | null; readonly counts: Page['counts']; readonly overall: Page['counts']; readonly loaded: boolean; readonly error: WireError | null };
const NOTHING: Held = { rows: [], next: null, counts: {}, overall: {}, loaded: false, error: null };

/** The desk's list: the newest query wins, further pages come by key while scrolling, changes elsewhere refresh in place. */
export function useDossierPages(query: DossierQuery): DossierPages {
  const store = useStore();
  const [held, setHeld] = useState<Held>(NOTHING);
  const [busy, setBusy] = useState(false);
  const asked = useRef(0);
  const length = useRef(0);
  useEffect(() => {
    length.current = held.rows.length;
  }, [held.rows.length]);
  const { search, states } = query;
  const key = states.join(',');

  const fetchPage = useCallback(async (cursor: string | null, size: number): Promise<void> => {
    const turn = ++asked.current;
    setBusy(true);
    const reply = await store['dossier.list']({ search: search.normalize('NFC').trim(), states: key === '' ? [] : (key.split(',') as DossierState[]), cursor, size });
    if (turn !== asked.current) return;
    setBusy(false);
    if (!reply.ok) return setHeld((h) => ({ ...h, error: reply.error, loaded: true }));
    const { rows, next, counts } = reply.value;
    setHeld((h) => ({ rows: cursor === null ? rows : [...h.rows, ...rows], next, counts, overall: search.trim() === '' ? counts : h.overall, loaded: true, error: null }));
  }, [store, search, key]);

  useEffect(() => {
    const timer = setTimeout(() => void fetchPage(null, PAGE), search === '' ? 0 : TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [fetchPage, search]);

  const reload = useCallback(() => void fetchPage(null, Math.min(LARGEST_PAGE, Math.max(PAGE, length.current))), [fetchPage]);
  useStoreEvent('dossier.changed', reload);
  const loadMore = (): void => {
    if (!busy && held.next !== null) void fetchPage(held.next, PAGE);
  };
  return { ...held, busy, hasMore: held.next !== null, loadMore, reload };
}
