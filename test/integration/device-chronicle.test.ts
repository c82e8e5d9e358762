import { expect, it } from 'vitest';
import type { Client } from '../../electron/contract/call.ts';
import type { DeskContract } from '../../electron/contract/technician.ts';
import { DeviceLog } from '../../native-bridges/device-host/desk/device-log.ts';
import { DeviceChronicle } from '../../native-bridges/store-host/device-health/device-chronicle.ts';

const CAMERA = { kind: 'camera', identity: { id: 'c' } } as const;
const START = Date.parse('2026-03-02T10:00:00.000Z');

/** One life of the devices' process: its log, its calls, and how it ends. */
function life() {
  const log = new DeviceLog(() => START);
  const end = Promise.withResolvers<void>();
  let alive = true;
  void end.promise.then(() => {
    alive = false;
  });
  const crashed = { ok: false, error: { code: 'host.crashed', detail: {} } } as const;
  const ask = async ({ after, waitMs }: { readonly after: number; readonly waitMs: number }) => {
    if (!alive) return crashed;
    return Promise.race([log.after(after, waitMs).then((value) => ({ ok: true, value }) as const), end.promise.then(() => crashed)]);
  };
  return { log, calls: { 'desk.log': ask } as unknown as Client<DeskContract>, gone: end.promise, end: () => end.resolve() };
}

it('remembers what was logged before the devices’ process died, says that it died, and goes on with the next', async () => {
  const chronicle = new DeviceChronicle(() => START + 1_000);
  const first = life();
  first.log.note(CAMERA, { level: 'info', code: 'state.ready', detail: {} });
  const followed = chronicle.follow(first.calls, first.gone);
  const one = await chronicle.after(0, 10_000);
  expect(one.lines.map(({ code }) => code)).toEqual(['state.ready']);
  const waiting = chronicle.after(one.last, 10_000);
  first.log.note(CAMERA, { level: 'stop', code: 'device.timeout', detail: { ms: 900 } });
  expect((await waiting).lines).toMatchObject([{ deviceId: 'c', level: 'stop', code: 'device.timeout', detail: { ms: 900 } }]);
  first.end();
  await followed;
  const second = life();
  void chronicle.follow(second.calls, second.gone);
  second.log.note(CAMERA, { level: 'info', code: 'state.opening', detail: {} });
  const last = await chronicle.after(3, 10_000);
  second.end();
  expect(last.lines.map(({ code }) => code)).toEqual(['state.opening']);
  expect(chronicle.lines.slice(0, 4).map(({ seq, code, level }) => ({ seq, code, level }))).toEqual([
    { seq: 1, code: 'state.ready', level: 'info' }, { seq: 2, code: 'device.timeout', level: 'stop' }, { seq: 3, code: 'process.stopped', level: 'stop' }, { seq: 4, code: 'state.opening', level: 'info' },
  ]);
});

it('takes nothing that is no line of a log, and no line twice', async () => {
  const chronicle = new DeviceChronicle(() => START);
  const line = { seq: 1, at: new Date(START).toISOString(), level: 'info', deviceId: 'c', kind: 'camera', code: 'state.ready', detail: {} };
  const end = Promise.withResolvers<void>();
  const answers = [[{ ...line, person: 'NGUYỄN VĂN AN' }], [line], [line], [line, { ...line, seq: 2, code: 'capture.done' }]];
  const calls = { 'desk.log': async () => {
    const lines = answers.shift();
    if (lines === undefined) end.resolve();
    return { ok: true, value: { lines: lines ?? [], last: 2 } };
  } } as unknown as Client<DeskContract>;
  await chronicle.follow(calls, end.promise);
  expect(chronicle.lines.map(({ code }) => code)).toEqual(['state.ready', 'capture.done', 'process.stopped']);
});
