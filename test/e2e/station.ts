import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { loadRuntime } from '../../scripts/lib/runtime.mjs';

export type StationOptions = {
  /** Keep using a folder of an earlier start; without it each station has a fresh one, removed on close. */
  readonly dataDir?: string;
  /** Further options of the program, for example `--citizens=50`. */
  readonly args?: readonly string[];
  /** Recorded input for the simulated devices. */
  readonly inputDir?: string;
  /** Where the simulated printer leaves its prints. */
  readonly printDir?: string;
  /** Further environment variables; the program gets only the few it needs. */
  readonly env?: Readonly<Record<string, string>>;
};

/** The running program. `app` reaches its main process, `page` is the officer's window. */
export type Station = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataDir: string;
  /** Everything the program wrote to its terminal so far. */
  readonly output: () => string;
  /** Ends the program as the officer would; removes the data folder if the station made it. */
  readonly close: () => Promise<void>;
};

const REPO_DIR = resolve(import.meta.dirname, '../..');
const FIRST_WINDOW_MS = 60_000;

/** Starts the program as it is run at the counter: its own flags, the sandbox on, practice mode. */
export async function launchStation(options: StationOptions = {}): Promise<Station> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'station-')));
  const written: string[] = [];
  const app = await _electron.launch({
    executablePath: loadRuntime().executable,
    args: [REPO_DIR, ...programArgs(options, dataDir)],
    // Playwright switches Chromium's sandbox off unless told otherwise.
    chromiumSandbox: true,
    env: { ...stationEnvironment(), ...options.env },
    timeout: FIRST_WINDOW_MS,
  });
  const child = app.process();
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => written.push(text.toString()));
  const page = await app.firstWindow({ timeout: FIRST_WINDOW_MS });
  return {
    app, page, dataDir,
    output: () => written.join(''),
    close: async () => {
      await app.close();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Kills the whole program at once, as a power cut would, and starts it on what it left. */
export async function startAfterKill({ app, dataDir }: Station, args: readonly string[]): Promise<Station> {
  const dead = new Promise((resolve) => app.process().once('exit', resolve));
  app.process().kill('SIGKILL');
  await dead;
  return launchStation({ dataDir, args });
}

const programArgs = (options: StationOptions, dataDir: string): string[] => [
  '--practice',
  `--data-dir=${dataDir}`,
  ...(options.inputDir === undefined ? [] : [`--input=${options.inputDir}`]),
  ...(options.printDir === undefined ? [] : [`--print-dir=${options.printDir}`]),
  ...(options.args ?? []),
];

/** The few variables the program needs. */
export const stationEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ', 'DISPLAY', 'XAUTHORITY', 'WAYLAND_DISPLAY', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
