import { join } from 'node:path';
import type { HostName } from '../../contract/host.ts';

/** Where the built parts of the program lie. */
export type ProgramFiles = {
  readonly renderer: string;
  readonly preload: string;
  /** The project's own Node, for hosts that need a newer Node-API than this Electron has. */
  readonly node: string;
  host(name: HostName): string;
};

/** Hosts are read by plain Node as well, which can't see into an asar archive: packaged, they lie unpacked beside it. */
export function programFiles(appPath: string, resourcesPath: string, packaged: boolean): ProgramFiles {
  const hosts = join(appPath.replace(/app\.asar$/, 'app.asar.unpacked'), 'out', 'main');
  return {
    renderer: join(appPath, 'out', 'renderer'),
    preload: join(appPath, 'out', 'preload', 'preload.cjs'),
    node: packaged ? join(resourcesPath, 'node') : join(appPath, 'node_modules', '.bin', 'node'),
    host: (name) => join(hosts, `${name}.cjs`),
  };
}
