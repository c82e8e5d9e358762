import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AppInfo } from '../../contract/page.ts';

/**
 * The runtime this program runs on: a development runtime carries `runtime.json` with its name beside the executable,
 * the official Electron carries none.
 */
export async function runtimeName(execPath: string): Promise<string> {
  try {
    const { name } = JSON.parse(await readFile(join(dirname(execPath), 'runtime.json'), 'utf8')) as { name?: unknown };
    return typeof name === 'string' && name !== '' ? name.slice(0, 80) : 'unnamed';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'official' : 'unnamed';
  }
}

export const appInfo = (of: { readonly appVersion: string; readonly runtime: string; readonly practice: boolean }): AppInfo => ({
  appVersion: of.appVersion,
  electron: process.versions.electron ?? '',
  chrome: process.versions['chrome'] ?? '',
  node: process.versions.node,
  runtime: of.runtime,
  practice: of.practice,
  simulated: of.practice,
});
