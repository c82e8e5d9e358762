import { discoverSbi } from '../../drivers/sbi/discovery.ts';
import { sbiScanner } from '../../drivers/sbi/sbi-scanner.ts';
import { systemClock } from '../../native-bridges/device-host/system-clock.ts';
import { openSerial } from '../../native-bridges/transports/serial-port.ts';
import { openTerminalPair } from '../integration/pseudo-terminals.ts';
import { connectHere, deviceOf, environmentFor, startSimulator } from '../integration/sbi-fixture.ts';
import { rowOf, timed, type Row } from './row.ts';

const ROUNDS = 7;
const never = new AbortController().signal;

/** Devices on the wire: how long until they are found, seen, captured with, and known to be gone. Simulators with small pictures: the protocol is measured, not a sensor. */
export async function* deviceRows(): AsyncIterable<Row> {
  yield* sbiRows();
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
