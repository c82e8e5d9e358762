import { open, readdir, type FileHandle } from 'node:fs/promises';
import { nodeThat } from './device-node.ts';

/** Event numbers and sizes of linux/uhid.h; every event is one read or write of at most this many bytes. */
const EVENT = { destroy: 1, stop: 3, getReport: 9, getReportReply: 10, create2: 11, input2: 12, setReport: 13, setReportReply: 14 } as const;
const EVENT_BYTES = 4_380;
const DATA_BYTES = 4_096;
const EIO = 5;
const BUS_USB = 3;

export type UhidSetup = {
  readonly name: string;
  readonly vendor: number;
  readonly product: number;
  /** The serial number a program sees. */
  readonly serial: string;
  readonly descriptor: Uint8Array;
  /** A feature report with its number; a rejection is an I/O error on the wire. */
  readonly getFeature?: (report: number) => Promise<Uint8Array>;
  readonly setFeature?: (report: Uint8Array) => Promise<void>;
};

/** A HID device that the kernel believes in: its node appears under /dev and everything behind it is answered here. */
export class UhidDevice {
  readonly #file: FileHandle;
  readonly #setup: UhidSetup;
  readonly #stopped = Promise.withResolvers<void>();
  #isGone = false;
  #written: Promise<unknown> = Promise.resolve();

  private constructor(file: FileHandle, setup: UhidSetup) {
    [this.#file, this.#setup] = [file, setup];
  }

  /** @returns when its node is there */
  static async plug(setup: UhidSetup): Promise<UhidDevice> {
    const device = new UhidDevice(await open('/dev/uhid', 'r+'), setup);
    const before = new Set(await readdir('/dev'));
    // The kernel makes the node some time after it has taken the device.
    const appeared = nodeThat((name) => name.startsWith('hidraw') && !before.has(name), 'is-there');
    await device.#file.write(createEvent(setup));
    void device.#answer();
    await appeared;
    return device;
  }

  /** An input report, with its number where the device numbers its reports. */
  async input(report: Uint8Array): Promise<void> {
    // What a pulled device still has to say reaches nobody.
    if (this.#isGone) return;
    const event = eventOf(EVENT.input2, 6 + report.length);
    event.writeUInt16LE(report.length, 4);
    event.set(report, 6);
    // One after the other: two writes at once may overtake each other.
    const written = this.#written.then(() => (this.#isGone ? undefined : this.#file.write(event)));
    this.#written = written;
    await written;
  }

  async unplug(): Promise<void> {
    this.#isGone = true;
    await this.#written;
    await this.#file.write(eventOf(EVENT.destroy, 4));
    await this.#stopped.promise;
    await this.#file.close();
  }

  async #answer(): Promise<void> {
    const event = Buffer.alloc(EVENT_BYTES);
    for (;;) {
      await this.#file.read(event, 0, EVENT_BYTES);
      const kind = event.readUInt32LE(0);
      if (kind === EVENT.getReport) await this.#give(event.readUInt32LE(4), event.readUInt8(8));
      else if (kind === EVENT.setReport) await this.#take(event.readUInt32LE(4), Uint8Array.from(event.subarray(12, 12 + event.readUInt16LE(10))));
      else if (kind === EVENT.stop) return this.#stopped.resolve();
    }
  }

  async #give(id: number, report: number): Promise<void> {
    const bytes = await this.#setup.getFeature?.(report).catch(() => undefined);
    const reply = eventOf(EVENT.getReportReply, 12 + DATA_BYTES);
    reply.writeUInt32LE(id, 4);
    reply.writeUInt16LE(bytes === undefined ? EIO : 0, 8);
    reply.writeUInt16LE(bytes?.length ?? 0, 10);
    if (bytes !== undefined) reply.set(bytes, 12);
    await this.#reply(reply);
  }

  /** A device that is pulled while its sign of life is asked for has nobody left to answer: the kernel says EINVAL. */
  async #reply(event: Buffer): Promise<void> {
    await this.#file.write(event).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EINVAL') throw error;
    });
  }

  async #take(id: number, report: Uint8Array): Promise<void> {
    const taken = await Promise.resolve(this.#setup.setFeature?.(report)).then(() => true, () => false);
    const reply = eventOf(EVENT.setReportReply, 10);
    reply.writeUInt32LE(id, 4);
    reply.writeUInt16LE(taken ? 0 : EIO, 8);
    await this.#reply(reply);
  }
}

function eventOf(kind: number, bytes: number): Buffer {
  const event = Buffer.alloc(bytes);
  event.writeUInt32LE(kind, 0);
  return event;
}

function createEvent({ name, vendor, product, serial, descriptor }: UhidSetup): Buffer {
  const event = eventOf(EVENT.create2, 280 + DATA_BYTES);
  event.write(name, 4, 127);
  event.write(serial, 196, 63);
  event.writeUInt16LE(descriptor.length, 260);
  event.writeUInt16LE(BUS_USB, 262);
  event.writeUInt32LE(vendor, 264);
  event.writeUInt32LE(product, 268);
  event.set(descriptor, 280);
  return event;
}

export type ReportShape = { readonly number: number; readonly bytes: number; readonly kind: 'input' | 'output' | 'feature' };

/**
 * A report descriptor of byte arrays, one per numbered report, in one application collection.
 * Source: USB HID 1.11, clause 6.2.2 (short items).
 */
export function describeReports(usagePage: number, usage: number, reports: readonly ReportShape[]): Uint8Array {
  const main = { input: 0x81, output: 0x91, feature: 0xb1 };
  return Uint8Array.of(
    0x06, usagePage & 255, usagePage >> 8, 0x09, usage, 0xa1, 0x01, 0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08,
    ...reports.flatMap(({ number, bytes, kind }) => [0x85, number, 0x96, bytes & 255, bytes >> 8, 0x09, 0x01, main[kind], 0x02]),
    0xc0,
  );
}
