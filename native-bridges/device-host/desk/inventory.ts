import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InventoryRow } from '../../../electron/contract/technician.ts';
import type { DeviceSession } from '../device-session.ts';
import type { DeviceLog } from './device-log.ts';

const USB_DIR = '/sys/bus/usb/devices';

/** Every device with what it, its driver and the system tell of it. */
export function inventory(sessions: readonly DeviceSession[], log: DeviceLog, usbDir = USB_DIR): Promise<InventoryRow[]> {
  return Promise.all(sessions.map(async (session): Promise<InventoryRow> => {
    const { id } = session.entry.identity;
    const { firmware = '', driverVersion = '', usbPath = '' } = session.entry.hardware ?? {};
    const usb = await usbFacts(usbPath, usbDir);
    return {
      ...session.view, driverVersion: driverVersion.slice(0, 80), usbPath: usbPath.slice(0, 80), usbSpeedMbps: usb.speedMbps,
      firmware: (firmware === '' ? usb.release : firmware).slice(0, 80),
      capturesToday: log.countToday(id, ({ code }) => code === 'capture.done'),
      errorsToday: log.countToday(id, ({ level }) => level === 'stop'),
      fault: session.entry.faults?.fault ?? null,
      printFlaw: session.entry.printFlaw?.() ?? null,
    };
  }));
}

/**
 * Speed and device release as the kernel read them from the descriptors.
 * Source: Linux Documentation/ABI/stable/sysfs-bus-usb (speed in Mbit/s); bcdDevice, USB 2.0 table 9-8.
 */
export async function usbFacts(usbPath: string, usbDir = USB_DIR): Promise<{ readonly speedMbps: number | null; readonly release: string }> {
  if (!/^\d+-\d+(\.\d+)*$/.test(usbPath)) return { speedMbps: null, release: '' };
  const fact = (name: string): Promise<string> => readFile(join(usbDir, usbPath, name), 'utf8').then((text) => text.trim(), () => '');
  const [speed, bcd] = await Promise.all([fact('speed'), fact('bcdDevice')]);
  return { speedMbps: speed === '' || Number.isNaN(Number(speed)) ? null : Number(speed), release: /^[0-9a-f]{4}$/i.test(bcd) ? `${Number(bcd.slice(0, 2))}.${bcd.slice(2)}` : '' };
}
