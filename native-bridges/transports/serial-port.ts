import { stat } from 'node:fs/promises';
import type { SerialPort } from 'serialport';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import type { Transport } from '../../drivers/contract/driver.ts';
import { streamTransport } from './stream-transport.ts';

export type SerialLine = { readonly path: string; readonly baudRate: number; readonly dataBits?: 7 | 8; readonly parity?: 'none' | 'odd' | 'even' };

/** Loads the native package: the first time it may take seconds on a slow disk, and no device shall be taken for hung meanwhile. */
export const loadSerial = async (): Promise<void> => void (await import('serialport'));

/** Opens a serial port for this program alone; one stop bit, no flow control. Never throws. A port that vanishes settles `closed` as unplugged. */
export async function openSerial({ path, baudRate, dataBits = 8, parity = 'none' }: SerialLine): Promise<Result<Transport, 'permission' | 'in-use' | 'io'>> {
  const { SerialPort } = await import('serialport');
  return new Promise((resolve) => {
    const port = new SerialPort({ path, baudRate, dataBits, parity, stopBits: 1, lock: true, autoOpen: false });
    port.open((error) => (error === null || error === undefined ? resolve(ok(watched(port, path))) : resolve(err(reasonOf(error)))));
  });
}

const LOOK_MS = 500;

/**
 * A pulled terminal may read as 0 bytes for ever, and serialport then reads again at once without an end (its unixRead):
 * so the node itself is looked at, and the port closed when it is gone or is another one.
 */
function watched(port: SerialPort, path: string): Transport {
  const first = nodeOf(path);
  const wire = streamTransport(port, () => closed(port));
  const timer = setInterval(() => {
    void Promise.all([first, nodeOf(path)]).then(([before, now]) => {
      if (before !== now && port.isOpen) port.close(() => undefined);
    });
  }, LOOK_MS);
  timer.unref();
  void wire.closed.then(() => clearInterval(timer));
  return wire;
}

/** What tells one life of a device node from the next; undefined where there is none. Windows has no nodes: always the same. */
const nodeOf = (path: string): Promise<number | undefined> => (process.platform === 'win32' ? Promise.resolve(0) : stat(path).then(({ ino }) => ino).catch(() => undefined));

/** A port has no destroy that waits: closing is asked for, or is over already. */
const closed = (port: SerialPort): Promise<void> => new Promise((resolve) => {
  if (!port.isOpen) return resolve();
  port.close(() => resolve());
});

/** serialport gives only texts: from open(2), and from its own lock (TIOCEXCL). */
function reasonOf(error: Error): 'permission' | 'in-use' | 'io' {
  if (/permission denied|EACCES|access denied/i.test(error.message)) return 'permission';
  return /cannot lock|busy|EBUSY|resource temporarily/i.test(error.message) ? 'in-use' : 'io';
}
