import { existsSync } from 'node:fs';
import { mkdir, readdir, rmdir, symlink, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeThat } from './device-node.ts';

const GADGETS = '/sys/kernel/config/usb_gadget';
const ENGLISH = '0x409';

/**
 * A USB serial module (CDC-ACM) made of the kernel's own gadget parts on a controller without a plug: /dev/ttyGS0 is the end
 * that the device's firmware holds, the other appears to programs as /dev/ttyACM*. Plugging is what the kernel does with a real one.
 */
export class AcmGadget {
  readonly #dir: string;

  private constructor(dir: string) {
    this.#dir = dir;
  }

  static async make(serial: string): Promise<AcmGadget> {
    const dir = join(GADGETS, 'module');
    await mkdir(join(dir, 'strings', ENGLISH), { recursive: true });
    await mkdir(join(dir, 'configs/c.1/strings', ENGLISH), { recursive: true });
    await mkdir(join(dir, 'functions/acm.usb0'), { recursive: true });
    const facts: readonly (readonly [string, string])[] = [['idVendor', '0x0525'], ['idProduct', '0xa4a7'], [`strings/${ENGLISH}/manufacturer`, 'Laboratory'], [`strings/${ENGLISH}/product`, 'Serial module'], [`strings/${ENGLISH}/serialnumber`, serial]];
    for (const [file, text] of facts) await writeFile(join(dir, file), text);
    await symlink(join(dir, 'functions/acm.usb0'), join(dir, 'configs/c.1/acm.usb0'));
    return new AcmGadget(dir);
  }

  /** @returns the node that appeared */
  async plug(): Promise<string> {
    const [controller = ''] = await readdir('/sys/class/udc');
    const appeared = nodeThat((name) => name.startsWith('ttyACM'), 'is-there');
    await writeFile(join(this.#dir, 'UDC'), controller);
    return `/dev/${await appeared}`;
  }

  /** Pulls the plug: the node is gone when this returns. */
  async unplug(): Promise<void> {
    const gone = nodeThat((name) => name.startsWith('ttyACM'), 'is-gone');
    await writeFile(join(this.#dir, 'UDC'), '\n');
    await gone;
  }

  async close(): Promise<void> {
    if (existsSync('/dev/ttyACM0')) await this.unplug();
    await unlink(join(this.#dir, 'configs/c.1/acm.usb0'));
    for (const folder of [`configs/c.1/strings/${ENGLISH}`, 'configs/c.1', 'functions/acm.usb0', `strings/${ENGLISH}`, '.']) await rmdir(join(this.#dir, folder));
  }
}
