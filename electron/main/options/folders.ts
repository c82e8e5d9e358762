import { join, resolve } from 'node:path';
import type { Options } from './command-line.ts';

/** Everything a station keeps lies under one folder of its own; practice and real never share one. */
export type Folders = {
  readonly root: string;
  /** Database, images, sealed dossiers (store-host). */
  readonly store: string;
  /** The practice centre's own world. */
  readonly centre: string;
  /** The wrapped data key. */
  readonly keys: string;
  /** Chromium's profile of the window. */
  readonly browser: string;
};

/** @param userData Electron's folder for this program and this system account */
export function foldersOf(options: Options, userData: string): Folders {
  const root = options.dataDir === null ? join(userData, options.mode === 'real' ? 'station' : 'practice') : join(resolve(options.dataDir), options.mode === 'real' ? 'station' : 'practice');
  return { root, store: join(root, 'store'), centre: join(root, 'centre'), keys: join(root, 'keys'), browser: join(root, 'browser') };
}
