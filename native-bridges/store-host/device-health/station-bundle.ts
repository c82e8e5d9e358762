import { arch, platform, release } from 'node:os';
import type { Client } from '../../../electron/contract/call.ts';
import { InventoryRow, LogLine, type DeskContract } from '../../../electron/contract/technician.ts';
import { bundleFiles, zipBundle, type BundleFile } from '../../kit/diagnostic-bundle/diagnostic-bundle.ts';
import { describeStation } from '../station/diagnostics.ts';
import type { Station } from '../station/station.ts';

export type StationBundle = { readonly name: string; readonly zip: Uint8Array<ArrayBuffer>; readonly files: { readonly name: string; readonly bytes: number }[] };

/**
 * The diagnostic bundle of this station. What the devices' process tells is checked against its schema first; when that
 * process is away, the bundle says so and holds the rest: that is when a bundle is needed most.
 */
export async function stationBundle(station: Station, devices: Client<DeskContract> | undefined): Promise<StationBundle> {
  const [inventory, log] = await Promise.all([devices?.['desk.inventory']({}), devices?.['desk.log']({ after: 0, waitMs: 0 })]);
  const rows = InventoryRow.array().safeParse(inventory?.ok === true ? inventory.value : null);
  const lines = LogLine.array().safeParse(log?.ok === true ? log.value.lines : null);
  const away = inventory?.ok === false ? inventory.error.code : 'host.not-ready';
  const files: readonly BundleFile[] = bundleFiles({
    versions: {
      program: station.appVersion, electron: station.electronVersion, runtime: station.runtime, node: process.versions.node, system: `${platform()} ${release()} ${arch()}`, madeAt: new Date(station.now()).toISOString(),
    },
    inventory: rows.data ?? [], deviceLog: lines.data ?? [], health: station.health.list(), settings: [...station.settings.list()],
    station: describeStation(station).filter(({ name }) => !name.startsWith('setting ')), audit: { head: station.audit.head() },
    missing: { ...(rows.success ? {} : { inventory: away }), ...(lines.success ? {} : { 'device-log': away }) },
  });
  const day = new Date(station.now()).toISOString().slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-');
  return { name: `chan-doan-${day}.zip`, zip: zipBundle(files), files: files.map(({ name, bytes }) => ({ name, bytes: bytes.byteLength })) };
}
