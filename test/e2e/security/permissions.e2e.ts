import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchStation, type Station } from '../station.ts';

let station: Station;
beforeAll(async () => { station = await launchStation({ args: ['--citizens=20', '--use-fake-device-for-media-stream'] }); });
afterAll(() => station.close());

describe('S06: permissions', () => {
  it('the camera is given, without its microphone', async () => {
    const tracks = await station.page.evaluate(async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: true });
      const kinds = stream.getTracks().map(({ kind }) => kind);
      for (const track of stream.getTracks()) track.stop();
      return kinds;
    });
    expect(tracks).toEqual(['video']);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['microphone', () => navigator.mediaDevices.getUserMedia({ audio: true })],
    ['camera with microphone', () => navigator.mediaDevices.getUserMedia({ audio: true, video: true })],
    ['display capture', () => navigator.mediaDevices.getDisplayMedia({ video: true })],
    ['geolocation', () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))],
    ['midi', () => navigator.requestMIDIAccess()],
    ['clipboard-read', () => navigator.clipboard.readText()],
    ['pointer lock', () => new Promise((resolve, reject) => {
      document.addEventListener('pointerlockchange', resolve, { once: true });
      document.addEventListener('pointerlockerror', () => reject(new Error('refused')), { once: true });
      void Promise.resolve(document.body.requestPointerLock() as unknown).catch(reject);
    })],
    ['notifications', async () => { if ((await Notification.requestPermission()) !== 'granted') throw new Error('refused'); }],
  ])('%s is refused', async (_name, ask) => {
    const outcome = await station.page.evaluate(`(${String(ask)})().then(() => 'given', () => 'refused')`);
    expect(outcome).toBe('refused');
  });

  it('no device is visible to the page', async () => {
    const devices = await station.page.evaluate(async () => {
      const { hid, serial, usb } = navigator as unknown as Record<string, { getDevices?(): Promise<unknown[]>; getPorts?(): Promise<unknown[]> } | undefined>;
      return Promise.all([hid?.getDevices?.() ?? [], serial?.getPorts?.() ?? [], usb?.getDevices?.() ?? []]);
    });
    expect(devices).toEqual([[], [], []]);
  });
});

describe('S07: only our window is listened to', () => {
  it('a second window with the same page and the same preload gets ipc.bad-sender and no camera', async () => {
    const opened = station.app.waitForEvent('window');
    await station.app.evaluate(({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
      const args = `--station-info=${Buffer.from('{}').toString('base64')}`;
      void new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, additionalArguments: [args] } }).loadURL('app://station/');
    });
    const page = await opened;
    await page.waitForURL('app://station/');
    const replies = await page.evaluate(async () => {
      type Bridge = Record<'connect' | 'boot' | 'submitPassphrase' | 'restartHost' | 'quit', (input?: string) => Promise<unknown>>;
      const { station: bridge } = window as unknown as { station: Bridge };
      return Promise.all([bridge.connect('store-host'), bridge.boot(), bridge.submitPassphrase('x'), bridge.restartHost('store-host'), bridge.quit()]);
    });
    for (const reply of replies) expect(reply).toEqual({ ok: false, error: { code: 'ipc.bad-sender', detail: {} } });
    expect(await page.evaluate(() => navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'given', () => 'refused'))).toBe('refused');
    await station.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((window) => !window.isVisible())?.destroy());
  });

  it('a frame inside the page has no bridge', async () => {
    const inside = await station.page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      return 'station' in (frame.contentWindow as object);
    });
    expect(inside).toBe(false);
  });

  it.each([
    ['connect', ['main']], ['connect', ['__proto__']], ['connect', [null]], ['connect', [{}]], ['connect', ['practice-centre']],
    ['restartHost', ['main']], ['restartHost', [7]], ['submitPassphrase', [7]], ['submitPassphrase', ['x'.repeat(201)]],
  ])('%s(%j) is ipc.bad-message', async (call, args) => {
    const reply = await station.page.evaluate(async ([name, given]) => (window as unknown as { station: Record<string, (...all: unknown[]) => Promise<unknown>> }).station[name]!(...given), [call, args] as const);
    expect(reply).toMatchObject({ ok: false, error: { code: 'ipc.bad-message' } });
  });
});
