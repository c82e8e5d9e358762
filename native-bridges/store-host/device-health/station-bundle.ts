import { arch, platform, release } from 'node:os';
import type { Client } from '../../../electron/contract/call.ts';
import type { DeskContract, LogLine } from '../../../electron/contract/technician.ts';
import { deskParts } from '../../kit/diagnostic-bundle/desk-parts.ts';
import { bundleFiles, zipBundle, type BundleFile } from '../../kit/diagnostic-bundle/diagnostic-bundle.ts';
import { describeStation } from '../station/diagnostics.ts';
import type { Station } from '../station/station.ts';

export type StationBundle = { readonly name: string; readonly zip: Uint8Array<ArrayBuffer>; readonly files: { readonly name: string; readonly bytes: number }[] };

/** The diagnostic bundle of this station. `log` is what was followed of the devices' process over all its lives. */
export async function stationBundle(station: Station, devices: Client<DeskContract> | undefined, log: readonly LogLine[]): Promise<StationBundle> {
  const parts = await deskParts(devices);
  const { 'device-log': _followed, ...missing } = parts.missing;
  const files: readonly BundleFile[] = bundleFiles({
    versions: {
      program: station.appVersion, electron: station.electronVersion, runtime: station.runtime, node: process.versions.node, system: `${platform()} ${release()} ${arch()}`, madeAt: new Date(station.now()).toISOString(),
    },
    ...parts, ...(log.length > 0 ? { deviceLog: log, missing } : {}), health: station.health.list(), settings: [...station.settings.list()],
    station: describeStation(station).filter(({ name }) => !name.startsWith('setting ')), audit: { head: station.audit.head() },
  });
  const day = new Date(station.now()).toISOString().slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-');
  return { name: `chan-doan-${day}.zip`, zip: zipBundle(files), files: files.map(({ name, bytes }) => ({ name, bytes: bytes.byteLength })) };
}
