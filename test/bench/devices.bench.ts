import { DEVICE_KINDS, type DeviceView } from '../../electron/contract/device.ts';
import type { DeviceSettings } from '../../electron/contract/device-settings.ts';
import { discoverSbi } from '../../drivers/sbi/discovery.ts';
import { sbiScanner } from '../../drivers/sbi/sbi-scanner.ts';
import { systemClock } from '../../native-bridges/device-host/system-clock.ts';
import { openSerial } from '../../native-bridges/transports/serial-port.ts';
import { startDeviceHost } from '../integration/device-rig.ts';
import { SbiBench } from '../integration/sbi-port.ts';
import { openTerminalPair } from '../integration/pseudo-terminals.ts';
import { connectHere, deviceOf, environmentFor, startSimulator } from '../integration/sbi-fixture.ts';
import { rowOf, timed, type Row } from './row.ts';

const ROUNDS = 7;
const never = new AbortController().signal;

/** Devices on the wire: how long until they are found, seen, captured with, and known to be gone. Simulators with small pictures: the protocol is measured, not a sensor. */
export async function* deviceRows(): AsyncIterable<Row> {
  yield* sbiRows();
  yield* hostRows();
  yield rowOf('serial unplug seen', 'ms', await rounds(unplugSeenMs), 2_000);
}

async function* sbiRows(): AsyncIterable<Row> {
  const server = await startSimulator();
  const device = await deviceOf(server);
  yield rowOf('SBI discovery, 100 ports', 'ms', await rounds(() => timed(() => discoverSbi({ connect: connectHere, clock: systemClock }, never))), 1_000);
  const firstFrames: number[] = [];
  const captures = await rounds(async () => {
    const scanner = sbiScanner(device, { ...environmentFor(server.pki.authorityDer), positionMs: 0 });
    const startedAt = performance.now();
    let seenMs: number | undefined;
    const still = await scanner.capture({ slot: 'right-four', missing: new Set(), attempt: 1, forced: new Promise(() => undefined), onPreview: () => void (seenMs ??= performance.now() - startedAt) }, never);
    const tookMs = performance.now() - startedAt;
    await scanner.close();
    if (!still.ok || seenMs === undefined) throw new Error('no capture');
    firstFrames.push(seenMs);
    return tookMs;
  });
  await server.close();
  yield rowOf('SBI first frame', 'ms', firstFrames, 500);
  yield rowOf('SBI capture of four fingers, verified', 'ms', captures, 4_000, 'the device takes 60 ms of it');
}

/** The whole device-host in its own process, as the page hears it. */
async function* hostRows(): AsyncIterable<Row> {
  const bench = new SbiBench();
  await bench.plugIn();
  const rig = await startDeviceHost({ simulated: false });
  const sources = Object.fromEntries(DEVICE_KINDS.map((kind) => [kind, ''])) as DeviceSettings['sources'];
  await rig.store.call['device.configure']({ sources, sbiTrustFile: await bench.trustFile(), lines: '' });
  const reach = (kind: DeviceView['state']['kind']): Promise<DeviceView> => rig.until(bench.deviceId, ({ state }) => state.kind === kind);
  await reach('ready');
  const [unplugged, replugged, hung]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    unplugged.push(await timed(() => Promise.all([bench.unplug(), reach('absent')])));
    replugged.push(await timed(() => Promise.all([bench.plugIn(), reach('ready')])));
  }
  await rig.stop();
  await bench.unplug();
  yield rowOf('SBI unplug on screen', 'ms', unplugged, 2_000);
  yield rowOf('SBI replug to ready', 'ms', replugged, 5_000);
  const simulated = await startDeviceHost();
  await simulated.until('SIM-CAM-0001', ({ state }) => state.kind === 'ready');
  for (let round = 0; round < 3; round++) {
    const job = await simulated.page.call['job.start']({ deviceId: 'SIM-CAM-0001', slot: 'portrait', missing: [], attempt: round + 1 });
    if (!job.ok) throw new Error(job.error.code);
    await simulated.page.call['job.preview']({ jobId: job.value.jobId, after: 0 });
    await simulated.page.call['simulate.fault']({ deviceId: 'SIM-CAM-0001', fault: 'stall' });
    hung.push(await timed(() => simulated.page.call['job.result']({ jobId: job.value.jobId })));
    await simulated.page.call['simulate.fault']({ deviceId: 'SIM-CAM-0001', fault: 'none' });
    await simulated.until('SIM-CAM-0001', ({ state }) => state.kind === 'ready');
  }
  await simulated.stop();
  yield rowOf('hung device called hung', 'ms', hung, 3_000);
}

async function unplugSeenMs(): Promise<number> {
  const pair = await openTerminalPair();
  const wire = await openSerial({ path: pair.host, baudRate: 57_600 });
  if (!wire.ok) throw new Error(wire.error);
  wire.value.onData(() => undefined);
  const tookMs = await timed(async () => {
    await pair.unplug();
    await wire.value.closed;
  });
  await pair.close();
  return tookMs;
}

async function rounds(one: () => Promise<number>): Promise<number[]> {
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round++) samples.push(await one());
  return samples;
}
