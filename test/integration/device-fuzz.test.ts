import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deviceContract, spoolContract } from '../../electron/contract/device.ts';
import type { Port } from '../../electron/contract/port.ts';
import { startDeviceHost, type DeviceRig } from './device-rig.ts';

const INPUTS = 200;
/** Calls that wait by design (a print, a preview, a result) answer bad input at once all the same. */
const PAGE_CALLS = Object.keys(deviceContract);
const STORE_CALLS = Object.keys(spoolContract);

describe('bad input over device-host\'s ports (S10, S11)', () => {
  let rig: DeviceRig;
  beforeAll(async () => void (rig = await startDeviceHost()));
  afterAll(() => rig.stop());

  /** Raw frames over a port of their own; every answer by its number. */
  const rawPort = (portId: number, peer: 'page' | 'store-host') => {
    const port: Port = rig.connect(portId, peer);
    const waiting = new Map<number, (reply: unknown) => void>();
    port.onMessage((message) => {
      const { id, reply } = message as { id?: number; reply?: unknown };
      if (id !== undefined) waiting.get(id)?.(reply);
    });
    return {
      post: (message: unknown) => port.post(message),
      reply: (id: number) => new Promise<unknown>((resolve) => void waiting.set(id, resolve)),
    };
  };
  const refused = (code: string) => ({ ok: false, error: { code } });

  it.each([...PAGE_CALLS.map((call) => [call, 'page'] as const), ...STORE_CALLS.map((call) => [call, 'store-host'] as const)])('%s answers every bad input with a code', async (call, peer) => {
    const port = rawPort(1_000 + PAGE_CALLS.length * 10 + [...PAGE_CALLS, ...STORE_CALLS].indexOf(call), peer);
    const junk = fc.sample(fc.oneof(fc.anything({ withNullPrototype: false, withBigInt: false }), fc.dictionary(fc.string(), fc.anything({ withBigInt: false })), fc.array(fc.string())), { numRuns: INPUTS, seed: 20_261_122 });
    const shaped: unknown[] = [null, undefined, [], 'x'.repeat(10_000_000), JSON.parse('{"__proto__":{"polluted":true}}'), { deviceId: 'SIM-TP-0001', extra: 1 }, nested(5_000), { jobId: 'no-uuid' }];
    const inputs = [...shaped, ...junk.filter((input) => !(isEmptyObject(input) && acceptsNothing(call)))];
    const replies = inputs.map((_, n) => port.reply(n + 1));
    for (const [n, input] of inputs.entries()) port.post({ id: n + 1, call, input: cloneable(input) });
    for (const reply of await Promise.all(replies)) {
      expect(reply).toMatchObject(refused('ipc.bad-message'));
      expect(JSON.stringify(reply)).not.toMatch(/\bat .*\.ts/);
    }
    expect(await rig.page.call['device.list']({})).toMatchObject({ ok: true });
  });

  it('what is no request at all is answered too, and unknown calls are named so', async () => {
    const port = rawPort(2_000, 'page');
    for (const message of [null, 7, 'text', [], {}]) {
      const answer = port.reply(-1);
      port.post(message);
      expect(await answer).toMatchObject(refused('ipc.bad-message'));
    }
    for (const call of ['spool.take', 'printer.print', 'constructor', '__proto__', 'toString']) {
      const answer = port.reply(1);
      port.post({ id: 1, call, input: {} });
      expect(await answer).toMatchObject(refused('ipc.unknown-call'));
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('jobs and devices that do not exist are codes', async () => {
    const jobId = '7f3b1f7e-0a4e-4f0e-9a35-3a4f5d0f6c11';
    expect(await rig.page.call['job.result']({ jobId })).toMatchObject(refused('device.cancelled'));
    expect(await rig.page.call['job.preview']({ jobId, after: 0 })).toMatchObject(refused('device.cancelled'));
    expect(await rig.page.call['job.start']({ deviceId: 'nothing', slot: 'portrait', missing: [], attempt: 1 })).toMatchObject(refused('device.not-found'));
    expect(await rig.page.call['job.start']({ deviceId: 'SIM-PRN-0001', slot: 'portrait', missing: [], attempt: 1 })).toMatchObject(refused('device.unsupported'));
    expect(await rig.store.call['spool.take']({ sha256: '0'.repeat(64) })).toMatchObject(refused('capture.not-in-spool'));
  });
});

const acceptsNothing = (call: string): boolean => call === 'device.list' || call === 'printer.list';
const isEmptyObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;

/** Values a port can't carry never reach the host; the rest goes as it is. */
function cloneable(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return 'not cloneable';
  }
}

function nested(depth: number): unknown {
  let value: unknown = 'bottom';
  for (let n = 0; n < depth; n++) value = { value };
  return value;
}
