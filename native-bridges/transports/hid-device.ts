import type { HIDAsync } from 'node-hid';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import type { Transport } from '../../drivers/contract/driver.ts';

/** A HID device as a wire: input reports as data, each with its number first; feature reports asked for and set. */
export type HidTransport = Transport & { getFeature(report: number, lengthBytes: number): Promise<Uint8Array>; setFeature(report: Uint8Array): Promise<void> };

/** Opens a hidraw node for this program. Never throws. A read error is how an unplug looks (its message is undefined). */
export async function openHid(path: string): Promise<Result<HidTransport, 'permission' | 'in-use' | 'io'>> {
  try {
    const { HIDAsync } = await import('node-hid');
    return ok(transportOf(await HIDAsync.open(path)));
  } catch (error) {
    return err(reasonOf(error instanceof Error ? error.message : ''));
  }
}

function transportOf(device: HIDAsync): HidTransport {
  const end = Promise.withResolvers<'unplugged' | 'closed'>();
  const listeners = new Set<(bytes: Uint8Array) => void>();
  // Reading starts with the first listener; before that the kernel keeps the newest reports.
  const hear = (bytes: Buffer): void => {
    for (const listener of listeners) listener(bytes);
  };
  const finish = async (how: 'unplugged' | 'closed'): Promise<void> => {
    device.removeListener('data', hear);
    await device.close().catch(() => undefined);
    end.resolve(how);
  };
  device.on('error', () => void finish('unplugged'));
  return {
    closed: end.promise,
    write: async (bytes) => void (await device.write(Buffer.from(bytes))),
    onData: (listener) => {
      if (listeners.size === 0) device.on('data', hear);
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    getFeature: (report, lengthBytes) => device.getFeatureReport(report, lengthBytes),
    setFeature: async (report) => void (await device.sendFeatureReport(Buffer.from(report))),
    [Symbol.asyncDispose]: () => finish('closed'),
  };
}

/** hidapi gives only texts. */
function reasonOf(message: string): 'permission' | 'in-use' | 'io' {
  if (/permission|EACCES|access denied/i.test(message)) return 'permission';
  return /busy|in use/i.test(message) ? 'in-use' : 'io';
}
