import type { FromHost, PortMeta, ToHost } from '../../contract/host.ts';

/** The part of Electron's MessagePortMain that is needed here, so that tests can hand in Node's own channels. */
export type MainPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
};

export type GoneReason = { readonly reason: string; readonly exitCode: number | null };

/** What the supervisor hears from one process. */
export type HostEars = {
  onMessage(message: FromHost): void;
  /** Once, on a turn of its own: nothing may be posted to anybody from inside an exit listener (electron#53923). */
  onGone(reason: GoneReason): void;
};

/** One running host, whichever way it was launched. Every method is a no-op once the process is gone. */
export type HostProcess = {
  readonly pid: number | undefined;
  readonly way: 'utility' | 'child';
  post(message: Exclude<ToHost, { type: 'port' }>): void;
  /** Gives the host one end of a channel; the host answers on it as `meta.peer` may ask. */
  attach(meta: PortMeta, port: MainPort): void;
  kill(): void;
};

export type Launch = (ears: HostEars) => HostProcess;

/**
 * The environment of a host: nothing of the officer's session but where it may write and how it spells.
 * Keys and secrets never travel here.
 */
export function hostEnvironment(host: string, own: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept = ['HOME', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'LC_ALL', 'TZ', 'SystemRoot', 'windir', 'USERPROFILE'];
  const env: Record<string, string> = { STATION_HOST: host, NODE_ENV: 'production' };
  for (const name of kept) {
    const value = own[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}
