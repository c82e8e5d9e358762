import { useCallback, useEffect, useState } from 'react';
import type { InventoryRow } from '../../../electron/contract/technician.ts';
import type { WireError } from '../../../electron/core/errors/app-error.ts';
import { useCall, useStation, useObservable, useStore } from '../../app/hooks.ts';

/** The devices of device-host with everything a technician asks; asked anew whenever one of them changes. */
export function useInventory(): { readonly rows: readonly InventoryRow[]; readonly loaded: boolean; readonly error: WireError | null; readonly reload: () => void } {
  const list = useObservable(useStation().deviceList);
  const { run, error } = useCall(useStore()['technician.inventory']);
  const [rows, setRows] = useState<readonly InventoryRow[]>();
  const reload = useCallback(() => void run({}).then((reply) => reply.ok && setRows(reply.value)), [run]);
  useEffect(reload, [list, reload]);
  return { rows: rows ?? [], loaded: rows !== undefined, error, reload };
}
