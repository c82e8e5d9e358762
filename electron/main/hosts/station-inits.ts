import type { CentreInit, DeviceInit, StoreInit } from '../../contract/host.ts';
import type { AppInfo } from '../../contract/page.ts';
import type { Options } from '../options/command-line.ts';
import type { Folders } from '../options/folders.ts';

/** The same synthetic citizens on every machine, so that a training script can name them. */
const CITIZENS_SEED = 2026;

export type StationFacts = { readonly options: Options; readonly folders: Folders; readonly info: AppInfo; readonly policyFile: string };

/** What each host is told when it starts. */
export function stationInits({ options, folders, info, policyFile }: StationFacts): {
  readonly centre: string | null;
  readonly centreInit: CentreInit | null;
  readonly deviceInit: DeviceInit;
  readonly storeInit: (key: Uint8Array, centreUrl: string | null) => StoreInit;
} {
  const practice = options.mode === 'practice';
  return {
    centre: options.centre,
    centreInit: practice && options.centre === null ? { host: 'practice-centre', dataDir: folders.centre, seed: CITIZENS_SEED, citizens: options.citizens, port: 0 } : null,
    deviceInit: { host: 'device-host', simulated: practice, inputDir: options.inputDir, printDir: options.printDir },
    storeInit: (key, centreUrl) => ({
      host: 'store-host', dataDir: folders.store, key: new Uint8Array(key), practice, centreUrl,
      appVersion: info.appVersion, electronVersion: info.electron, runtime: info.runtime, policyFile,
    }),
  };
}
