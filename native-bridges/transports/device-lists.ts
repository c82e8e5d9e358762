import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { nodesOf, usbPlaceOf } from './usb-place.ts';

/** A HID device that could be opened. `place` = USB path, else its node. `life` differs each time it is plugged in; '' = the system doesn't tell. */
export type HidListing = { readonly path: string; readonly life: string; readonly place: string; readonly vendorId: number; readonly productId: number; readonly usagePage: number; readonly serial: string; readonly maker: string; readonly model: string };
/** A serial port. USB facts where it is a USB device. */
export type SerialListing = { readonly path: string; readonly place: string; readonly vendorId?: number; readonly productId?: number; readonly serial: string; readonly maker: string; readonly model: string };

/** Every HID device, asked in hidapi's own thread. A system without any, or one that can't be asked, has none. */
export async function listHid(): Promise<readonly HidListing[]> {
  // Only stations with real devices ever load the native package.
  const { devicesAsync } = await import('node-hid');
  const found = await devicesAsync().catch(() => []);
  const listings = await Promise.all(found.map(async (device): Promise<HidListing[]> => {
    if (device.path === undefined) return [];
    const usb = process.platform === 'linux' ? await usbPlaceOf('hidraw', basename(device.path)) : undefined;
    return [{
      path: device.path, life: process.platform === 'linux' ? await lifeOf(device.path) : '', place: usb?.place ?? device.path, vendorId: device.vendorId, productId: device.productId, usagePage: device.usagePage ?? 0,
      serial: device.serialNumber ?? '', maker: device.manufacturer ?? '', model: device.product ?? '',
    }];
  }));
  return listings.flat();
}

/** Every node the kernel makes has a number of its own, also one of a name that was there before. */
const lifeOf = (path: string): Promise<string> => stat(path).then(({ ino }) => String(ino), () => '');

/** Serial ports that are USB devices: those that come and go. */
export async function listUsbSerial(): Promise<readonly SerialListing[]> {
  if (process.platform !== 'linux') return listBySystem();
  const names = (await nodesOf('tty')).filter((name) => /^tty(USB|ACM)\d+$/.test(name));
  const listings = await Promise.all(names.map(async (name): Promise<SerialListing[]> => {
    const usb = await usbPlaceOf('tty', name);
    return usb === undefined ? [] : [{ path: `/dev/${name}`, ...usb }];
  }));
  return listings.flat();
}

async function listBySystem(): Promise<readonly SerialListing[]> {
  const { SerialPort } = await import('serialport');
  const ports = await SerialPort.list().catch(() => []);
  return ports.flatMap(({ path, vendorId, productId, serialNumber, manufacturer, locationId }): SerialListing[] => {
    if (vendorId === undefined || productId === undefined) return [];
    return [{ path, place: locationId ?? path, vendorId: Number.parseInt(vendorId, 16), productId: Number.parseInt(productId, 16), serial: serialNumber ?? '', maker: manufacturer ?? '', model: '' }];
  });
}

/** Whether a serial port's node is there; Windows has no nodes, there the port is simply tried. */
export const portIsThere = (path: string): Promise<boolean> => (process.platform === 'win32' ? Promise.resolve(true) : stat(path).then(() => true, () => false));
