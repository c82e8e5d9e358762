import type { DriverEnvironment } from '../contract/driver.ts';
import { exchange, type Connect } from './exchange.ts';
import { FIRST_PORT, LAST_PORT, VERBS, parseInfo, type SbiDevice, type SbiVersion } from './protocol.ts';

/** All ports are asked at once; who has not answered by then is not there. */
export const DISCOVERY_MS = 1_000;

type Search = { readonly connect: Connect; readonly clock: DriverEnvironment['clock']; readonly ports?: readonly number[]; readonly withinMs?: number };

const ALL_PORTS: readonly number[] = Array.from({ length: LAST_PORT - FIRST_PORT + 1 }, (_, n) => FIRST_PORT + n);

/**
 * Every SBI device on this machine, within `withinMs`. Both versions' verbs are asked on each port that is open: a service
 * of version 1.0 alone does not know MOSIPDINFO. Where a device answers both, 0.9.5 counts, the one in the field.
 */
export async function discoverSbi({ connect, clock, ports = ALL_PORTS, withinMs = DISCOVERY_MS }: Search, signal: AbortSignal): Promise<readonly SbiDevice[]> {
  const over = new AbortController();
  const stop = (): void => over.abort();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const found: SbiDevice[] = [];
  const asking = Promise.all(ports.map(async (port) => void found.push(...(await devicesAt(connect, port, over.signal)))));
  const late = new AbortController();
  await Promise.race([asking, clock.sleep(withinMs, late.signal)]);
  late.abort();
  stop();
  signal.removeEventListener('abort', stop);
  return found.toSorted((a, b) => a.port - b.port || (a.id.serialNo < b.id.serialNo ? -1 : 1));
}

/** The devices of one service, one after the other version so that a service with one thread is not asked twice at once. */
export async function devicesAt(connect: Connect, port: number, signal: AbortSignal): Promise<readonly SbiDevice[]> {
  for (const version of ['0.9.5', '1.0.0'] satisfies SbiVersion[]) {
    const answer = await exchange(connect, { port, verb: VERBS[version].info, path: '/info', body: version === '0.9.5' ? '' : '{"type":"Biometric Device","specVersion":"1.0.0"}' }, signal);
    if (!answer.ok && answer.error.code !== 'device.bad-frame') return [];
    const devices = answer.ok ? parseInfo(answer.value, port, version) : undefined;
    if (devices?.ok === true && devices.value.length > 0) return devices.value;
  }
  return [];
}
