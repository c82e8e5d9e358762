import { useCallback, useEffect, useState } from 'react';
import type { DossierRow } from '../../../electron/contract/dossier.ts';
import type { WireError } from '../../../electron/core/errors/app-error.ts';
import { useCall, useStore, useStoreEvent } from '../../app/hooks.ts';

/** More than a station submits in a week; the count beside the title tells if there are more. */
const PAGE = 200;

export type Queue = { readonly rows: readonly DossierRow[] | undefined; readonly waiting: number; readonly error: WireError | null; readonly reload: () => void };

/** What waits for a decision, longest waiting first; follows every change in the store. */
export function useQueue(): Queue {
  const store = useStore();
  const { run, error } = useCall(store['dossier.list']);
  const [rows, setRows] = useState<readonly DossierRow[]>();
  const [waiting, setWaiting] = useState(0);
  const reload = useCallback(() => void run({ search: '', states: ['submitted'], cursor: null, size: PAGE }).then((reply) => {
    if (!reply.ok) return;
    setRows(reply.value.rows.toReversed());
    setWaiting(reply.value.counts.submitted ?? reply.value.rows.length);
  }), [run]);
  useEffect(reload, [reload]);
  useStoreEvent('dossier.changed', reload);
  return { rows, waiting, error, reload };
}
