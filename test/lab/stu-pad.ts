import { PAD, signSamples } from '../../drivers/personas/signature.ts';
import { PRODUCT, REPORT, VENDOR_ID } from '../../drivers/wacom-stu/protocol.ts';
import { STU_430, StuSimulator } from '../../drivers/wacom-stu/simulator.ts';
import { systemClock as clock } from '../../native-bridges/device-host/system-clock.ts';
import { UhidDevice, describeReports } from './uhid-device.ts';

/** Everything that is plugged in now. */
export const plugged = new Set<UhidDevice>();

const STU_REPORTS = describeReports(0xff0d, 1, [
  { number: REPORT.penData, bytes: 6, kind: 'input' }, { number: REPORT.penDataTimed, bytes: 10, kind: 'input' },
  ...([[REPORT.information, 16], [REPORT.capability, 16], [REPORT.clearScreen, 1], [REPORT.inkingMode, 1], [REPORT.startImage, 1], [REPORT.imageBlock, 255], [REPORT.endImage, 1], [REPORT.penDataOption, 1]] as const)
    .map(([number, bytes]) => ({ number, bytes, kind: 'feature' as const })),
]);

/** A pad whose citizen signs as soon as ink is on. */
export async function plugPad(serial: string): Promise<{ readonly device: UhidDevice; readonly firmware: StuSimulator }> {
  const samples = signSamples(3, 1).map((sample) => ({ ...sample, x: (sample.x * STU_430.maxX) / PAD.widthPx, y: (sample.y * STU_430.maxY * 0.7) / PAD.heightPx }));
  const firmware = new StuSimulator({ capability: STU_430, clock, samples, pressAtEnd: 'accept' });
  const device = await UhidDevice.plug({
    name: 'Wacom STU-430', vendor: VENDOR_ID, product: PRODUCT['STU-430'], serial, descriptor: STU_REPORTS,
    getFeature: (report) => firmware.getFeature(report), setFeature: (report) => firmware.setFeature(report),
  });
  firmware.onData((report) => void device.input(report));
  plugged.add(device);
  return { device, firmware };
}

export async function pull(device: UhidDevice): Promise<void> {
  plugged.delete(device);
  await device.unplug();
}

export async function pullAll(): Promise<void> {
  for (const device of plugged) await pull(device);
}
