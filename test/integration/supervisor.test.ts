import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { SupervisorRig, stateOf, type Probe } from './supervisor-rig.ts';
import { probeContract } from './supervisor-contract.ts';

let rig: SupervisorRig;
afterEach(() => rig.close());

async function started(centreSeed = 0): Promise<SupervisorRig> {
  rig = new SupervisorRig(probeContract, centreSeed);
  rig.hosts.start();
  rig.hosts.keyOpened(randomBytes(32));
  await rig.untilReady('store-host', 'device-host');
  return rig;
}

async function self(probe: Probe): Promise<{ pid: number; heard: readonly string[]; env: readonly string[] }> {
  const reply = await probe.call['probe.self']({});
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value;
}

describe('three hosts', () => {
  it('start, get what they need and reach each other', async () => {
    await started();
    const store = rig.connect('store-host');
    const devices = rig.connect('device-host');
    const { pid, heard, env } = await self(store);
    expect(heard.slice(0, 2)).toEqual(['init store-host', expect.stringMatching(/^key 32 centre (known|unknown)$/)]);
    expect(pid).not.toBe((await self(devices)).pid);
    expect(await store.call['probe.peer']({})).toEqual({ ok: true, value: { pid: (await self(devices)).pid } });
    expect(env.toSorted()).toEqual(env.filter((name) => ['HOME', 'LANG', 'LC_ALL', 'NODE_CHANNEL_FD', 'NODE_ENV', 'STATION_HOST', 'TEMP', 'TMP', 'TMPDIR', 'TZ'].includes(name)).toSorted());
  });

  it('carry a megabyte through main unchanged', async () => {
    await started();
    const bytes = new Uint8Array(randomBytes(1_000_000));
    const reply = await rig.connect('store-host').call['probe.bytes']({ bytes });
    expect(reply.ok && Buffer.compare(reply.value.bytes, bytes)).toBe(0);
  });

  it('hear of the practice centre, and of its new address after a restart', async () => {
    await started();
    await rig.untilReady('store-host', 'practice-centre');
    const store = rig.connect('store-host');
    const pid = rig.hosts.pidOf('practice-centre')!;
    process.kill(pid, 'SIGKILL');
    await rig.until((view) => stateOf(view, 'practice-centre') === 'restarting');
    await rig.untilReady('practice-centre');
    expect((await self(store)).heard).toContain(`centre http://127.0.0.1/${rig.hosts.pidOf('practice-centre')}`);
  });
});

describe('a host that is killed', () => {
  it('answers calls in flight host.crashed, serves again and is wired anew', async () => {
    await started();
    const old = rig.connect('store-host');
    const { pid } = await self(old);
    const inFlight = old.call['probe.hang']({});
    process.kill(pid, 'SIGKILL');
    expect(await inFlight).toEqual({ ok: false, error: { code: 'host.crashed', detail: {} } });
    await old.closed;
    await rig.untilReady('store-host', 'device-host');
    const again = rig.connect('store-host');
    expect((await self(again)).pid).not.toBe(pid);
    expect(await again.call['probe.peer']({})).toEqual({ ok: true, value: { pid: (await self(rig.connect('device-host'))).pid } });
  });

  it('leaves the others alone', async () => {
    await started();
    const store = rig.connect('store-host');
    const devices = rig.connect('device-host');
    const storePid = (await self(store)).pid;
    process.kill((await self(devices)).pid, 'SIGKILL');
    await devices.closed;
    await rig.untilReady('store-host', 'device-host');
    expect((await self(store)).pid).toBe(storePid);
    expect(await store.call['probe.peer']({})).toEqual({ ok: true, value: { pid: (await self(rig.connect('device-host'))).pid } });
  });

  it('answers host.not-ready to a page that asks while it is away', async () => {
    await started();
    const store = rig.connect('store-host');
    process.kill((await self(store)).pid, 'SIGKILL');
    await rig.until((view) => stateOf(view, 'store-host') === 'restarting');
    expect(() => rig.connect('store-host')).toThrow('host.not-ready');
    await rig.untilReady('store-host');
  });
});

it('a host that hangs is killed and started again', async () => {
  await started();
  const store = rig.connect('store-host');
  const { pid } = await self(store);
  const hung = store.call['probe.hang']({});
  expect(await hung).toMatchObject({ ok: false, error: { code: 'host.crashed' } });
  await rig.untilReady('store-host');
  expect((await self(rig.connect('store-host'))).pid).not.toBe(pid);
}, 30_000);

it('a host that says why it cannot work is shown and started only on request', async () => {
  await started(1);
  const view = await rig.until((now) => stateOf(now, 'practice-centre') === 'blocked');
  expect(view.phase === 'running' && view.hosts.find(({ host }) => host === 'practice-centre')?.error).toEqual({ code: 'store.in-use', detail: { seed: 1 } });
  expect(rig.launches('practice-centre')).toBe(1);
  rig.hosts.retry('practice-centre');
  await rig.until((now) => stateOf(now, 'practice-centre') === 'starting');
  await rig.until((now) => stateOf(now, 'practice-centre') === 'blocked');
  expect(rig.launches('practice-centre')).toBe(2);
});

describe('the ports of a page', () => {
  it('die when they are revoked: what an old port still says reaches nobody', async () => {
    await started();
    const old = rig.connect('store-host');
    await self(old);
    rig.hosts.pages.revokeAll(1);
    await old.closed;
    const fresh = rig.connect('store-host');
    expect(await old.call['probe.self']({})).toEqual({ ok: false, error: { code: 'host.crashed', detail: {} } });
    expect((await self(fresh)).heard.filter((line) => line === 'closed page')).toHaveLength(1);
  });

  it('are one per host: asking again closes the one before', async () => {
    await started();
    const first = rig.connect('device-host');
    const second = rig.connect('device-host');
    await first.closed;
    expect((await self(second)).heard).toContain('closed page');
  });

  it('of another window stay open', async () => {
    await started();
    const mine = rig.connect('store-host', 1);
    const theirs = rig.connect('store-host', 2);
    rig.hosts.pages.revokeAll(1);
    await mine.closed;
    expect((await self(theirs)).pid).toBeGreaterThan(0);
  });
});

it('power changes reach every host', async () => {
  await started();
  rig.hosts.broadcast({ type: 'power', event: 'suspend' });
  rig.hosts.broadcast({ type: 'power', event: 'resume' });
  for (const host of ['store-host', 'device-host'] as const) {
    expect((await self(rig.connect(host))).heard).toEqual(expect.arrayContaining(['suspend', 'resume']));
  }
});
