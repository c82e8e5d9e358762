import type { Client } from '../../../electron/contract/call.ts';
import { InventoryRow, LogLine, type DeskContract } from '../../../electron/contract/technician.ts';
import type { BundleParts } from './diagnostic-bundle.ts';

/**
 * What the devices' process tells for a bundle, checked against its schema first: nothing else gets in. What it doesn't tell is
 * named in `missing`, and the bundle holds the rest: that is when one is needed most. `undefined` = that process is away.
 */
export async function deskParts(devices: Client<DeskContract> | undefined): Promise<Pick<BundleParts, 'inventory' | 'deviceLog' | 'missing'>> {
  const [inventory, log] = await Promise.all([devices?.['desk.inventory']({}), devices?.['desk.log']({ after: 0, waitMs: 0 })]);
  const rows = InventoryRow.array().safeParse(inventory?.ok === true ? inventory.value : null);
  const lines = LogLine.array().safeParse(log?.ok === true ? log.value.lines : null);
  const away = inventory?.ok === false ? inventory.error.code : 'host.not-ready';
  return { inventory: rows.data ?? [], deviceLog: lines.data ?? [], missing: { ...(rows.success ? {} : { inventory: away }), ...(lines.success ? {} : { 'device-log': away }) } };
}
