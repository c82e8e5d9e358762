import type { HostName } from '../../contract/host.ts';
import type { ProgramFiles } from '../options/program-files.ts';
import { launchChild } from './child-launch.ts';
import type { Launch } from './host-process.ts';
import { launchUtility } from './utility-launch.ts';

/** Hosts whose packages need Node-API 10; with an older one the database takes the whole process down. */
const NEEDS_NODE_API_10: Readonly<Record<HostName, boolean>> = { 'store-host': true, 'practice-centre': true, 'device-host': false };

/** The one decision between the two ways to launch a host. */
export function launchOf(host: HostName, files: ProgramFiles, nodeApi = Number(process.versions['napi'] ?? 0)): Launch {
  const entry = files.host(host);
  return NEEDS_NODE_API_10[host] && nodeApi < 10
    ? (ears) => launchChild({ host, entry, node: files.node }, ears)
    : (ears) => launchUtility({ host, entry }, ears);
}
