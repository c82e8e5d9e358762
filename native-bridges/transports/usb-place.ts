import { readFile, readdir, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What the kernel knows of the USB device behind a device node. `place` is the USB path (`1-2.3`): it stays when node names change. */
export type UsbPlace = { readonly place: string; readonly vendorId: number; readonly productId: number; readonly serial: string; readonly maker: string; readonly model: string };

const SYSTEM_DIR = '/sys/class';
/** From a tty or hidraw node up to its USB device there are at most this many folders. */
const MAX_CLIMB = 6;

/** The USB device a node of `/sys/class/<kind>/<name>` hangs on, undefined where it hangs on none or there is no sysfs. */
export async function usbPlaceOf(kind: 'tty' | 'hidraw', name: string): Promise<UsbPlace | undefined> {
  const device = await realpath(join(SYSTEM_DIR, kind, name, 'device')).catch(() => undefined);
  if (device === undefined) return undefined;
  let dir = device;
  for (let climbed = 0; climbed < MAX_CLIMB; climbed++, dir = dirname(dir)) {
    const vendor = await fact(dir, 'idVendor');
    if (vendor === '') continue;
    const [product, serial, maker, model] = await Promise.all(['idProduct', 'serial', 'manufacturer', 'product'].map((file) => fact(dir, file)));
    return { place: basename(dir), vendorId: Number.parseInt(vendor, 16), productId: Number.parseInt(product!, 16), serial: serial!, maker: maker!, model: model! };
  }
  return undefined;
}

/** Names of the nodes of one kind; empty where there is no sysfs. */
export const nodesOf = (kind: 'tty' | 'hidraw'): Promise<readonly string[]> => readdir(join(SYSTEM_DIR, kind)).catch(() => []);

const fact = (dir: string, file: string): Promise<string> => readFile(join(dir, file), 'utf8').then((text) => text.trim().slice(0, 80), () => '');
