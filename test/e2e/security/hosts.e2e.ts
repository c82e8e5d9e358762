import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostName } from '../../../electron/contract/host.ts';
import type { Station } from '../station.ts';
import { connect, hostPid, launchRaw, post, untilBoot, untilClosed, watchBoot } from './raw-page.ts';

let station: Station;
beforeAll(async () => { station = await launchRaw(); });
afterAll(() => station.close());

/** Kills and waits until main has noticed, so that the next wait is for the new process. */
async function kill(host: HostName): Promise<number> {
  const pid = await hostPid(station, host);
  const noticed = await watchBoot(station.page, { host, state: 'restarting' });
  process.kill(pid, 'SIGKILL');
  await noticed();
  return pid;
}

describe('any host may die', () => {
  it.each([['store-host', 'session.view'], ['device-host', 'device.list']] as const)('%s: the port closes, the window stays, a new process serves', async (host, call) => {
    const port = await connect(station.page, host);
    const pid = await kill(host);
    await untilClosed(station.page, port);
    await untilBoot(station.page, { host, state: 'ready' });
    expect(await hostPid(station, host)).not.toBe(pid);
    expect(await post(station.page, await connect(station.page, host), { id: 1, call, input: {} })).toMatchObject({ reply: { ok: true } });
  });

  it('practice-centre: it comes back and the others never stopped', async () => {
    const others = [await hostPid(station, 'store-host'), await hostPid(station, 'device-host')];
    const pid = await kill('practice-centre');
    await untilBoot(station.page, { host: 'practice-centre', state: 'ready' });
    expect(await hostPid(station, 'practice-centre')).not.toBe(pid);
    expect([await hostPid(station, 'store-host'), await hostPid(station, 'device-host')]).toEqual(others);
  });
});

it('a host that keeps dying is parked and starts again when a person asks', async () => {
  const restart = (): Promise<unknown> => station.page.evaluate(() => (window as unknown as { station: { restartHost(host: string): Promise<unknown> } }).station.restartHost('device-host'));
  // One of the four restarts was spent above; the delays are 1, 5 and 30 seconds.
  for (let time = 0; time < 3; time += 1) {
    await kill('device-host');
    await untilBoot(station.page, { host: 'device-host', state: 'ready' });
  }
  const parked = await watchBoot(station.page, { host: 'device-host', state: 'parked' });
  process.kill(await hostPid(station, 'device-host'), 'SIGKILL');
  const view = await parked();
  expect(view.phase === 'running' && view.hosts.find(({ host }) => host === 'device-host')?.error).toMatchObject({ code: 'host.parked' });
  expect(await station.page.evaluate(() => (window as unknown as { station: { connect(host: string): Promise<unknown> } }).station.connect('device-host'))).toMatchObject({ ok: false, error: { code: 'host.parked' } });
  await restart();
  await untilBoot(station.page, { host: 'device-host', state: 'ready' });
  expect(await post(station.page, await connect(station.page, 'device-host'), { id: 1, call: 'device.list', input: {} })).toMatchObject({ reply: { ok: true } });
});
