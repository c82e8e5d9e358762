import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchStation, type Station } from '../station.ts';
import { connect, hostPid, isClosed, launchRaw, listen, post, untilBoot, untilClosed } from './raw-page.ts';

const HOSTS = ['store-host', 'device-host'] as const;
const ALIVE = { 'store-host': 'session.view', 'device-host': 'device.list' } as const;

describe('a page that sends whatever it likes', () => {
  let station: Station;
  beforeAll(async () => { station = await launchRaw(); });
  afterAll(() => station.close());

  describe.each(HOSTS)('%s', (host) => {
    it.each<[string, unknown, string]>([
      ['S11: null, as a transfer list leaves it', null, 'ipc.bad-message'],
      ['a number', 7, 'ipc.bad-message'],
      ['an array', [1], 'ipc.bad-message'],
      ['no call', { id: 1 }, 'ipc.bad-message'],
      ['a call nobody serves', { id: 1, call: 'store.drop', input: {} }, 'ipc.unknown-call'],
      ['a call by a name every object has', { id: 1, call: '__proto__', input: {} }, 'ipc.unknown-call'],
      ['constructor', { id: 1, call: 'constructor', input: {} }, 'ipc.unknown-call'],
      ['S10: an extra key', { id: 1, call: ALIVE[host], input: { extra: 1 } }, 'ipc.bad-message'],
      ['S10: text for an object', { id: 1, call: ALIVE[host], input: 'x' }, 'ipc.bad-message'],
    ])('answers %s with a code', async (_what, message, code) => {
      const port = await connect(station.page, host);
      expect(await post(station.page, port, message)).toMatchObject({ reply: { ok: false, error: { code } } });
      expect(await post(station.page, port, { id: 2, call: ALIVE[host], input: {} })).toMatchObject({ id: 2, reply: { ok: true } });
    });

    it('S10: ten million letters are answered and the host lives on', async () => {
      const port = await connect(station.page, host);
      const pid = await hostPid(station, host);
      expect(await post(station.page, port, { id: 1, call: ALIVE[host], input: { text: 'x'.repeat(10_000_000) } })).toMatchObject({ reply: { ok: false, error: { code: 'ipc.bad-message' } } });
      expect(await hostPid(station, host)).toBe(pid);
    });

    it('S25: a port that was replaced is closed, and what it still says reaches nobody', async () => {
      const old = await connect(station.page, host);
      const fresh = await connect(station.page, host);
      await untilClosed(station.page, old);
      expect(await post(station.page, old, { id: 9, call: ALIVE[host], input: {} })).toBe('closed');
      expect(await post(station.page, fresh, { id: 1, call: ALIVE[host], input: {} })).toMatchObject({ id: 1, reply: { ok: true } });
      expect(await isClosed(station.page, fresh)).toBe(false);
    });
  });

  it('S25: a reload takes the ports away and the new page gets new ones', async () => {
    const pid = await hostPid(station, 'store-host');
    await connect(station.page, 'store-host');
    await station.page.reload();
    await listen(station.page);
    const port = await connect(station.page, 'store-host');
    expect(port).toBe(0);
    expect(await post(station.page, port, { id: 1, call: 'session.view', input: {} })).toMatchObject({ reply: { ok: true } });
    expect(await hostPid(station, 'store-host')).toBe(pid);
  });
});

it('S25: a page that crashes loses its ports, comes back by itself, and the hosts live on', async () => {
  const station = await launchStation({ args: ['--citizens=20'] });
  await untilBoot(station.page, 'every-host-ready');
  const before = [await hostPid(station, 'store-host'), await hostPid(station, 'device-host')];
  const view = await station.app.evaluate(async ({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    const loaded = new Promise<void>((resolve) => webContents.once('did-finish-load', () => resolve()));
    webContents.forcefullyCrashRenderer();
    await loaded;
    return webContents.executeJavaScript('window.station.boot()') as Promise<unknown>;
  });
  expect(view).toMatchObject({ ok: true, value: { phase: 'running' } });
  expect([await hostPid(station, 'store-host'), await hostPid(station, 'device-host')]).toEqual(before);
  await station.close();
});
