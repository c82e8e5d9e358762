import { afterAll, afterEach } from 'vitest';
import { syntheticRidges } from '../../electron/core/biometrics/image/synthetic-ridges.ts';
import type { CaptureDevice } from '../../drivers/contract/driver.ts';
import { IMAGE, packImage } from '../../drivers/zfm/protocol.ts';
import { ZfmSimulator } from '../../drivers/zfm/simulator.ts';
import { GRADE } from '../../drivers/zfm/zfm.ts';
import { openSerial } from '../../native-bridges/transports/serial-port.ts';
import { openTerminalPair, type TerminalPair } from '../integration/pseudo-terminals.ts';
import { describeCaptureDevice } from './capture-device-contract.ts';
import { SLOTS_OF, capturesOn, openCapture } from './hardware-bench.ts';

/**
 * The contract on the devices of this machine: `BENCH=hardware npm test -- unit hardware`, with BENCH_LINES and BENCH_TRUST as
 * the settings devices.lines and devices.sbi-trust-file. It says when to put a finger down, sign, pull and plug. Without BENCH a
 * simulated module on a real terminal takes their place, found and opened the same way.
 */
const ON_HARDWARE = process.env['BENCH'] === 'hardware';
const opened: CaptureDevice[] = [];
const kept = (device: CaptureDevice): CaptureDevice => {
  opened.push(device);
  return device;
};
afterEach(async () => {
  for (const device of opened.splice(0)) await device.close();
});

if (ON_HARDWARE) {
  const wish = { lines: process.env['BENCH_LINES'] ?? '', trustFile: process.env['BENCH_TRUST'] ?? '' };
  const say = (words: string): void => void process.stderr.write(`\n>>> ${words}\n`);
  for (const { kind, identity } of await capturesOn(wish)) {
    const [slot, wrongSlot] = SLOTS_OF[kind]!;
    describeCaptureDevice({
      name: identity.id, slot, wrongSlot, standing: identity.driver === 'zfm' ? [GRADE] : [], faults: false,
      connect: async () => {
        say(`${identity.model}: plugged in, and used (${slot})`);
        return { device: kept(await openCapture(wish, identity.id)), unplug: () => say(`${identity.model}: pull the plug now, then plug it in again`) };
      },
    });
  }
} else {
  const pairs: TerminalPair[] = [];
  afterAll(async () => {
    for (const pair of pairs) await pair.close();
  });
  const packed = packImage(syntheticRidges({ widthPx: IMAGE.widthPx, heightPx: IMAGE.heightPx, seed: 8 }).pixels);
  describeCaptureDevice({
    name: 'zfm on a terminal, found by its line', slot: SLOTS_OF['fingerprint-scanner']![0], wrongSlot: 'portrait', standing: [GRADE],
    connect: async () => {
      const pair = await openTerminalPair();
      pairs.push(pair);
      const module = await openSerial({ path: pair.device, baudRate: 57_600 });
      if (!module.ok) throw new Error(module.error);
      const simulator = new ZfmSimulator(module.value, { packed, absentPolls: 2 });
      const wish = { lines: `zfm@${pair.host}`, trustFile: '' };
      const [found] = await capturesOn(wish);
      return {
        device: kept(await openCapture(wish, found?.identity.id ?? '')), unplug: () => pair.unplug(),
        stall: () => void (simulator.fault = 'silent'), goOn: () => void (simulator.fault = 'none'), damageNextFrame: () => void (simulator.fault = 'image-cut-once'),
      };
    },
  });
}
