import { z } from 'zod';
import { Bytes, text } from './call.ts';

export const HOSTS = ['store-host', 'device-host', 'practice-centre'] as const;
export type HostName = (typeof HOSTS)[number];

/** Who is at the other end of a port that main hands to a host. */
export const PortMeta = z.strictObject({ portId: z.int(), peer: z.enum(['page', 'store-host', 'device-host', 'practice-centre', 'main']), window: z.enum(['officer', 'citizen', 'none']) });
export type PortMeta = z.infer<typeof PortMeta>;

/** main → host, over the process's own channel. Keys travel here: never in argv, environment or a file. */
export const StoreInit = z.strictObject({
  host: z.literal('store-host'),
  dataDir: z.string(),
  /** 32 random bytes; the host copies what it needs and zeroes this. */
  key: Bytes,
  practice: z.boolean(),
  /** Base address of the centre, `null` while none is known; a later `centre` message replaces it. */
  centreUrl: z.string().nullable(),
  appVersion: text(40),
  electronVersion: text(40),
  runtime: text(80),
  policyFile: z.string().nullable(),
});
export type StoreInit = z.infer<typeof StoreInit>;

export const DeviceInit = z.strictObject({
  host: z.literal('device-host'),
  simulated: z.boolean(),
  /** Recorded input played through the simulated devices; `null` = synthetic. */
  inputDir: z.string().nullable(),
  /** Where the simulated printer leaves what it printed; `null` = keeps nothing. */
  printDir: z.string().nullable(),
});
export type DeviceInit = z.infer<typeof DeviceInit>;

export const CentreInit = z.strictObject({
  host: z.literal('practice-centre'),
  dataDir: z.string(),
  seed: z.int(),
  citizens: z.int().min(1).max(200_000),
  /** 0 = any free port on 127.0.0.1 */
  port: z.int().min(0).max(65_535),
});
export type CentreInit = z.infer<typeof CentreInit>;

export const HostInit = z.discriminatedUnion('host', [StoreInit, DeviceInit, CentreInit]);
export type HostInit = z.infer<typeof HostInit>;

/** Control messages main → host. `port` carries the port itself where the process can hold one, else `port-message` frames follow. */
export type ToHost =
  | { readonly type: 'init'; readonly init: HostInit }
  | { readonly type: 'ping'; readonly n: number }
  | { readonly type: 'port'; readonly meta: PortMeta; readonly pumped: boolean }
  | { readonly type: 'port-message'; readonly portId: number; readonly data: unknown }
  | { readonly type: 'port-close'; readonly portId: number }
  | { readonly type: 'centre'; readonly url: string | null }
  | { readonly type: 'power'; readonly event: 'suspend' | 'resume' }
  | { readonly type: 'shutdown' };

/** Control messages host → main. */
export type FromHost =
  | { readonly type: 'ready'; readonly info: Readonly<Record<string, string | number | boolean>> }
  | { readonly type: 'failed'; readonly code: string; readonly detail: Readonly<Record<string, string | number | boolean>> }
  | { readonly type: 'pong'; readonly n: number }
  | { readonly type: 'port-message'; readonly portId: number; readonly data: unknown }
  | { readonly type: 'port-close'; readonly portId: number };
