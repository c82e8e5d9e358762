import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { decodeWsq } from '../../electron/core/biometrics/wsq/decode.ts';
import type { Finger, FingerprintSlot } from '../../electron/core/dossier/capture-slots.ts';
import type { CaptureDevice, Raster } from '../../drivers/contract/driver.ts';
import { discoverSbi } from '../../drivers/sbi/discovery.ts';
import type { SbiDevice, SbiVersion } from '../../drivers/sbi/protocol.ts';
import { sbiScanner } from '../../drivers/sbi/sbi-scanner.ts';
import type { SbiFault } from '../../drivers/sbi/simulator-faults.ts';
import { systemClock } from '../../native-bridges/device-host/system-clock.ts';
import { makeSbiPki } from '../../scripts/devices/sbi-pki.ts';
import type { SbiServer } from '../../scripts/devices/sbi-server.ts';
import { describeCaptureDevice } from '../contract/capture-device-contract.ts';
import { FINGER_PX, IMAGES, connectHere, deviceOf, environmentFor, startSimulator } from './sbi-fixture.ts';

const never = new AbortController().signal;
const opened: CaptureDevice[] = [];
afterEach(async () => {
  for (const device of opened.splice(0)) await device.close();
});

const open = (device: SbiDevice, authorityDer: Uint8Array): CaptureDevice => {
  const scanner = sbiScanner(device, environmentFor(authorityDer));
  opened.push(scanner);
  return scanner;
};
const take = (device: CaptureDevice, slot: FingerprintSlot = 'right-four', missing: readonly Finger[] = []) =>
  device.capture({ slot, missing: new Set(missing), attempt: 1, forced: new Promise(() => undefined), onPreview: () => undefined }, never);

describe.each<SbiVersion>(['0.9.5', '1.0.0'])('SBI %s', (version) => {
  let server: SbiServer;
  let device: SbiDevice;
  beforeAll(async () => {
    server = await startSimulator(version);
    device = await deviceOf(server);
  });
  afterAll(() => server.close());
  afterEach(() => server.simulator.setFault('none'));

  it('is found among ports where nobody is, within the second', async () => {
    const search = { connect: connectHere, clock: systemClock, ports: [...Array.from({ length: 99 }, (_, n) => 4501 + n).filter((port) => port !== server.port), server.port] };
    const found = await discoverSbi(search, never);
    expect(found.filter(({ port }) => port === server.port)).toMatchObject([{ version, status: 'Ready', subIds: ['1', '2', '3'], id: { serialNo: 'SIMSBI00000042', deviceSubType: 'Slap' } }]);
  });

  it('delivers the four fingers of a hand side by side, pixels as the device coded them', async () => {
    const still = await take(open(device, server.pki.authorityDer));
    if (!still.ok || still.value.type !== 'raster') throw new Error('no picture');
    const { raster, ppi } = still.value;
    expect([raster.widthPx, raster.heightPx, ppi]).toEqual([4 * FINGER_PX.widthPx + 3 * 24, FINGER_PX.heightPx, 500]);
    const index = decodeWsq(IMAGES.get('right-index')!.wsq);
    if (!index.ok) throw new Error(index.error.code);
    expect(column(raster, 0, FINGER_PX.widthPx)).toEqual(Array.from(index.value.pixels));
  });

  it('leaves out missing fingers, takes one finger alone, keeps the hash chain over captures', async () => {
    const scanner = open(device, server.pki.authorityDer);
    expect(await take(scanner, 'left-four', ['left-ring', 'left-little'])).toMatchObject({ ok: true, value: { raster: { widthPx: 2 * FINGER_PX.widthPx + 24 } } });
    expect(await take(scanner, 'left-thumb')).toMatchObject({ ok: true, value: { raster: FINGER_PX } });
    expect(await take(scanner, 'thumbs')).toMatchObject({ ok: true });
  });

  it.each<readonly [SbiFault, string, string]>([
    ['busy', 'device.not-ready', '111'], ['not-ready', 'device.not-ready', '110'], ['unregistered', 'device.untrusted', 'unregistered'],
    ['missing-finger', 'device.wrong-fingers', 'wrong-fingers'], ['one-finger', 'device.wrong-fingers', 'wrong-fingers'], ['swapped-hand', 'device.wrong-fingers', 'wrong-fingers'],
    ['wrong-signature', 'device.untrusted', 'bad-signature'], ['expired-certificate', 'device.untrusted', 'expired'], ['broken-hash-chain', 'device.untrusted', 'hash-chain'],
    ['stale-transaction', 'device.untrusted', 'transaction'], ['clock-skew', 'device.untrusted', 'clock-skew'],
  ])('refuses a device that is %s: %s', async (fault, code, why) => {
    server.simulator.setFault(fault);
    const scanner = open(device, server.pki.authorityDer);
    const refused = await take(scanner);
    expect(refused).toMatchObject({ ok: false, error: { code } });
    if (!refused.ok) expect(Object.values(refused.error.detail)).toContain(why);
    server.simulator.setFault('none');
    expect(await take(scanner)).toMatchObject({ ok: true });
  });

  it.each<SbiFault>(['cut-stream', 'slow-drip'])('captures all the same with a %s', async (fault) => {
    server.simulator.setFault(fault);
    expect(await take(open(device, server.pki.authorityDer))).toMatchObject({ ok: true });
  });
});

describe('the time to capture', () => {
  it('has come when the fingers of the picture before have left and these have settled; until then the picture stays live', async () => {
    const server = await startSimulator();
    const scanner = open(await deviceOf(server), server.pki.authorityDer);
    const [armed, settled] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const frames: (number | undefined)[] = [];
    let onFrame = (): void => undefined;
    const more = async (count: number): Promise<void> => {
      const wanted = frames.length + count;
      while (frames.length < wanted) await new Promise<void>((resolve) => (onFrame = resolve));
    };
    const taken = scanner.capture({
      slot: 'right-four', missing: new Set(), attempt: 1, forced: new Promise(() => undefined), holdMs: 0, armed: armed.promise, settled: settled.promise,
      onPreview: (_frame, _hint, ppi) => {
        frames.push(ppi);
        onFrame();
      },
    }, never);
    await more(10);
    settled.resolve();
    await more(5);
    expect(server.simulator.captures).toBe(0);
    armed.resolve();
    expect(await taken).toMatchObject({ ok: true, value: { warnings: [] } });
    expect(server.simulator.captures).toBe(1);
    // 64 px of a glass that is 3.2 inches wide.
    expect(new Set(frames)).toEqual(new Set([20]));
    await server.close();
  });

  it('has come at once when the officer says so, whatever lies there', async () => {
    const server = await startSimulator();
    const scanner = open(await deviceOf(server), server.pki.authorityDer);
    const forced = Promise.withResolvers<void>();
    const nothing = new Promise<void>(() => undefined);
    const taken = scanner.capture({ slot: 'right-four', missing: new Set(), attempt: 1, forced: forced.promise, armed: nothing, settled: nothing, onPreview: () => forced.resolve() }, never);
    expect(await taken).toMatchObject({ ok: true, value: { warnings: ['forced'] } });
    await server.close();
  });
});

describe('trust', () => {
  it('refuses a device of an authority that is not on the list', async () => {
    const server = await startSimulator();
    const stranger = makeSbiPki().authorityDer;
    expect(await take(open(await deviceOf(server), stranger))).toMatchObject({ ok: false, error: { code: 'device.untrusted', detail: { why: 'untrusted' } } });
    await server.close();
  });

  it('says unplugged by itself when the service goes away between captures', async () => {
    const server = await startSimulator();
    const scanner = open(await deviceOf(server), server.pki.authorityDer);
    await server.close();
    expect(await scanner.closed).toBe('unplugged');
    expect(await take(scanner)).toMatchObject({ ok: false, error: { code: 'device.unplugged' } });
  });
});

const bench: { server?: SbiServer; device?: SbiDevice } = {};
beforeAll(async () => {
  bench.server = await startSimulator();
  bench.device = await deviceOf(bench.server);
});
afterAll(() => bench.server?.close());

describeCaptureDevice({
  name: 'sbi', slot: 'right-four', wrongSlot: 'portrait',
  connect: () => {
    const { simulator, pki } = bench.server!;
    simulator.setFault('none');
    const device = open(bench.device!, pki.authorityDer);
    return {
      device,
      unplug: () => simulator.setFault('unplug'),
      stall: () => simulator.setFault('stalled-stream'),
      goOn: () => simulator.setFault('none'),
      damageNextFrame: () => simulator.setFaultOnce('truncated-json'),
    };
  },
});

const column = ({ widthPx, heightPx, pixels }: Raster, left: number, width: number): readonly number[] =>
  Array.from({ length: heightPx }, (_, y) => Array.from(pixels.subarray(y * widthPx + left, y * widthPx + left + width))).flat();
