import { afterEach, describe, expect, it } from 'vitest';
import { deviceContract, deviceEvents, type DeviceView } from '../../electron/contract/device.ts';
import { clientOn } from '../../electron/contract/port-client.ts';
import type { Port } from '../../electron/contract/port.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import { DeviceDesk } from '../../native-bridges/device-host/device-desk.ts';
import { DeviceSession, type DeviceEntry } from '../../native-bridges/device-host/device-session.ts';
import type { CaptureDevice } from '../../drivers/contract/driver.ts';

/** Two ends of a port in one process. */
function portPair(): readonly [Port, Port] {
  const ends = [new EventTarget(), new EventTarget()] as const;
  const end = (mine: EventTarget, other: EventTarget): Port => ({
    post: (message) => queueMicrotask(() => other.dispatchEvent(new CustomEvent('message', { detail: message }))),
    onMessage: (listener) => mine.addEventListener('message', (event) => listener((event as CustomEvent).detail)),
    onClose: () => undefined,
    close: () => undefined,
  });
  return [end(ends[0], ends[1]), end(ends[1], ends[0])];
}

describe('a device that hangs', () => {
  let desk: DeviceDesk | undefined;
  afterEach(() => desk?.stop());

  it('shows no picture for too long: device.timeout, never a hanging screen, and usable again once it recovers', async () => {
    desk = new DeviceDesk({ captureTimeoutMs: 60_000, silenceMs: 700 });
    const [host, ours] = portPair();
    desk.servePage(host);
    const page = clientOn(deviceContract, deviceEvents, ours);
    const ready = new Promise<void>((resolve) => void page.on('device.changed', (views: DeviceView[]) => views.some((view) => view.kind === 'camera' && view.state.kind === 'ready') && resolve()));
    await desk.start({ host: 'device-host', simulated: true, inputDir: null, printDir: null });
    await ready;
    const start = async (): Promise<string> => {
      const job = await page.call['job.start']({ deviceId: 'SIM-CAM-0001', slot: 'portrait', missing: [], attempt: 1 });
      if (!job.ok) throw new Error(job.error.code);
      return job.value.jobId;
    };
    await page.call['simulate.fault']({ deviceId: 'SIM-CAM-0001', fault: 'stall' });
    const jobId = await start();
    expect(await page.call['job.result']({ jobId })).toMatchObject({ ok: false, error: { code: 'device.timeout' } });
    expect(await page.call['job.preview']({ jobId, after: 0 })).toEqual({ ok: true, value: { frame: null } });
  });

  it('is called hung though nobody uses it, says so to who tries, and is back when it answers', async () => {
    desk = new DeviceDesk({ captureTimeoutMs: 60_000, silenceMs: 700 });
    const [host, ours] = portPair();
    desk.servePage(host);
    const page = clientOn(deviceContract, deviceEvents, ours);
    const pads = new EventTarget();
    let pad: DeviceView['state'] | undefined;
    page.on('device.changed', (views: DeviceView[]) => {
      pad = views.find(({ id }) => id === 'SIM-SIG-0001')?.state;
      pads.dispatchEvent(new Event('change'));
    });
    const padIs = (kind: string) => new Promise<void>((resolve) => {
      const look = (): void => void (pad?.kind === kind && resolve());
      pads.addEventListener('change', look);
      look();
    });
    await desk.start({ host: 'device-host', simulated: true, inputDir: null, printDir: null });
    await padIs('ready');
    await page.call['simulate.fault']({ deviceId: 'SIM-SIG-0001', fault: 'stall' });
    await padIs('blocked');
    expect(pad).toEqual({ kind: 'blocked', reason: 'hung' });
    expect(await page.call['job.start']({ deviceId: 'SIM-SIG-0001', slot: 'signature', missing: [], attempt: 1 })).toMatchObject({ ok: false, error: { code: 'device.not-ready' } });
    await page.call['simulate.fault']({ deviceId: 'SIM-SIG-0001', fault: 'none' });
    await padIs('ready');
  });
});

describe('device session', () => {
  const identity = { id: 'X1', maker: '', model: '', serial: 'X1', driver: 'test', simulated: true };
  const deviceWith = (capture: CaptureDevice['capture']): CaptureDevice => ({ identity, closed: new Promise(() => undefined), capture, close: async () => undefined });
  const until = (session: { readonly state: { kind: string } }, changes: EventTarget, kind: string): Promise<void> => new Promise((resolve) => {
    const look = (): void => {
      if (session.state.kind !== kind) return;
      changes.removeEventListener('change', look);
      resolve();
    };
    changes.addEventListener('change', look);
    look();
  });
  const sessionOf = (open: DeviceEntry<CaptureDevice>['open']) => {
    const changes = new EventTarget();
    const session = new DeviceSession<CaptureDevice>({ kind: 'camera', identity, open }, () => void changes.dispatchEvent(new Event('change')));
    return { session, until: (kind: string) => until(session, changes, kind) };
  };
  const never = new AbortController().signal;

  it('closes and reopens a driver that ignores being cancelled', async () => {
    let opened = 0;
    const { session, until: reach } = sessionOf(async () => {
      opened += 1;
      return ok(deviceWith(() => new Promise(() => undefined)));
    });
    session.dispatch({ type: 'arrived' });
    await reach('ready');
    const stop = new AbortController();
    const job = session.run({ id: 'a', cancelled: stop.signal, begin: (device, signal) => device.capture({} as never, signal) });
    stop.abort();
    expect(await job).toMatchObject({ ok: false, error: { code: 'device.cancelled' } });
    await reach('opening');
    await reach('ready');
    expect(opened).toBe(2);
    await session.close();
  });

  it('runs one job at a time, in order, and fails those waiting when the device goes', async () => {
    const { session, until: reach } = sessionOf(async () => ok(deviceWith(async () => err(new AppError('device.bad-frame')))));
    session.dispatch({ type: 'arrived' });
    await reach('ready');
    const order: string[] = [];
    const gate = Promise.withResolvers<void>();
    const job = (id: string) => session.run({ id, cancelled: never, begin: async (): Promise<Result<string, AppError>> => {
      order.push(id);
      await gate.promise;
      return ok(id);
    } });
    const [first, second] = [job('first'), job('second')];
    expect(order).toEqual(['first']);
    session.dispatch({ type: 'removed' });
    expect(await first).toMatchObject({ ok: false, error: { code: 'device.unplugged' } });
    expect(await second).toMatchObject({ ok: false, error: { code: 'device.unplugged' } });
    expect(order).toEqual(['first']);
    expect(await session.run({ id: 'third', cancelled: never, begin: async () => ok(1) })).toMatchObject({ ok: false, error: { code: 'device.not-ready' } });
    gate.resolve();
  });

  it('is called hung while it opens for too long, and taken when it opens after all', async () => {
    const slow = Promise.withResolvers<Result<CaptureDevice, never>>();
    const { session, until: reach } = sessionOf(() => slow.promise);
    session.dispatch({ type: 'arrived' });
    await reach('blocked');
    expect(session.state).toEqual({ kind: 'blocked', reason: 'hung' });
    slow.resolve(ok(deviceWith(async () => err(new AppError('device.bad-frame')))));
    await reach('ready');
    await session.close();
  });

  it('is opened anew when it was pulled out and plugged in between two looks', async () => {
    let opened = 0;
    const entry = { kind: 'camera' as const, identity, open: async () => {
      opened += 1;
      return ok(deviceWith(async () => err(new AppError('device.bad-frame'))));
    } };
    const changes = new EventTarget();
    const session = new DeviceSession<CaptureDevice>({ ...entry, life: '1' }, () => void changes.dispatchEvent(new Event('change')));
    session.dispatch({ type: 'arrived' });
    await until(session, changes, 'ready');
    session.sighted({ ...entry, life: '1' });
    expect(session.state.kind).toBe('ready');
    session.sighted({ ...entry, life: '2' });
    expect(session.state.kind).toBe('opening');
    await until(session, changes, 'ready');
    expect(opened).toBe(2);
    await session.close();
  });

  it('opens anew only once the old one is closed', async () => {
    const order: string[] = [];
    const { session, until: reach } = sessionOf(async () => {
      order.push('open');
      return ok({ ...deviceWith(async () => err(new AppError('device.bad-frame'))), close: async () => {
        await new Promise(setImmediate);
        order.push('closed');
      } });
    });
    session.dispatch({ type: 'arrived' });
    await reach('ready');
    session.dispatch({ type: 'reset' });
    await reach('ready');
    expect(order).toEqual(['open', 'closed', 'open']);
    await session.close();
    expect(order.at(-1)).toBe('closed');
  });

  it('is called hung while nobody uses it, refuses work, and is back as soon as it answers', async () => {
    let answer = Promise.withResolvers<boolean>();
    const { session, until: reach } = sessionOf(async () => ok({ ...deviceWith(async () => err(new AppError('device.bad-frame'))), probe: () => answer.promise }));
    session.dispatch({ type: 'arrived' });
    await reach('ready');
    await reach('blocked');
    expect(session.state).toEqual({ kind: 'blocked', reason: 'hung' });
    expect(await session.run({ id: 'a', cancelled: never, begin: async () => ok(1) })).toMatchObject({ ok: false, error: { code: 'device.not-ready' } });
    const late = answer;
    answer = Promise.withResolvers();
    late.resolve(true);
    await reach('ready');
    // Work doesn't wait for a question that nobody answers.
    expect(await session.run({ id: 'b', cancelled: never, begin: async () => ok(2) })).toEqual({ ok: true, value: 2 });
    await session.close();
  });

  it('says why it can\'t open, and tries again when asked', async () => {
    const answers = [err('permission' as const), err('in-use' as const), ok(deviceWith(() => new Promise(() => undefined)))];
    const { session, until: reach } = sessionOf(async () => answers.shift()!);
    session.dispatch({ type: 'arrived' });
    await reach('blocked');
    expect(session.state).toEqual({ kind: 'blocked', reason: 'permission' });
    session.dispatch({ type: 'retry-now' });
    await reach('opening');
    await reach('blocked');
    expect(session.state).toEqual({ kind: 'blocked', reason: 'in-use' });
    session.dispatch({ type: 'retry-now' });
    await reach('ready');
    await session.close();
  });
});
