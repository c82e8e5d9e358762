/**
 * Packets of Topaz SigLite and SignatureGem pads on a serial line: five bytes, the first with bit 7 set, streamed while
 * the pen is near; nothing is sent to the pad. Sources: l1n/topaz-dext (MIT), WaxBee's topaz reader (same format).
 */
export type TopazModel = {
  readonly name: string;
  readonly baudRate: number;
  readonly dataBits: 7 | 8;
  /** 0: twelve-bit coordinates; 1: the seven-bit LCD pads. */
  readonly format: 0 | 1;
  /** Raw coordinates of the signing field. */
  readonly field: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
};
/** Parity is odd on all of them; most published settings say none and deliver garbage. 410 lines an inch. */
export const LINES_PER_INCH = 410;
export const TOPAZ_MODELS = {
  'siglite-1x5': { name: 'SigLite 1x5', baudRate: 19_200, dataBits: 8, format: 0, field: { left: 500, top: 700, right: 2650, bottom: 2100 } },
  'signaturegem-1x5': { name: 'SignatureGem 1x5', baudRate: 19_200, dataBits: 8, format: 0, field: { left: 400, top: 350, right: 2400, bottom: 950 } },
  'signaturegem-lcd-1x5': { name: 'SignatureGem LCD 1x5', baudRate: 19_200, dataBits: 7, format: 1, field: { left: 400, top: 350, right: 2400, bottom: 1050 } },
  'siglite-lcd-4x5': { name: 'SigLite LCD 4x5', baudRate: 38_400, dataBits: 8, format: 0, field: { left: 500, top: 500, right: 2600, bottom: 2100 } },
} as const satisfies Record<string, TopazModel>;

export type TopazPacket =
  | { readonly type: 'position'; readonly x: number; readonly y: number; readonly near: boolean; readonly down: boolean }
  | { readonly type: 'pressure'; readonly value: number }
  | { readonly type: 'info'; readonly model: number; readonly serial: number };

const LENGTH = 5;
const NOWHERE = 0x0fff;

/** Finds packets in a byte stream cut anywhere; whatever does not fit is counted and skipped. Holds one packet. */
export class TopazReader {
  readonly #format: 0 | 1;
  readonly #held = new Uint8Array(LENGTH);
  #length = 0;
  #skippedBytes = 0;

  constructor(format: 0 | 1) {
    this.#format = format;
  }

  /** Bytes that belonged to no packet. */
  get skippedBytes(): number {
    return this.#skippedBytes;
  }

  push(bytes: Uint8Array): TopazPacket[] {
    const packets: TopazPacket[] = [];
    for (const byte of bytes) {
      if (this.#starts(byte)) {
        this.#skippedBytes += this.#length;
        this.#length = 0;
      } else if (this.#length === 0) {
        this.#skippedBytes++;
        continue;
      }
      this.#held[this.#length++] = byte;
      if (this.#length < LENGTH) continue;
      this.#length = 0;
      const packet = this.#format === 0 ? read8(this.#held) : read7(this.#held);
      if (packet === undefined) this.#skippedBytes += LENGTH;
      else packets.push(packet);
    }
    return packets;
  }

  /** Eight-bit pads mark the first byte with bit 7. Seven-bit pads mark it with bit 6 and carry six bits in the others. */
  #starts(byte: number): boolean {
    return this.#format === 0 ? (byte & 0x80) !== 0 : (byte & 0x40) !== 0;
  }
}

function read8(b: Uint8Array): TopazPacket | undefined {
  const type = (b[0]! >> 2) & 7;
  if (type === 7) return { type: 'pressure', value: ((b[4]! & 7) << 7) | (b[3]! & 127) };
  if (type === 2) {
    const data = (b[1]! & 127) | ((b[2]! & 127) << 7);
    return { type: 'info', model: (data & 0xfc) >> 2, serial: ((data & 3) << 16) | (b[3]! & 127) | ((b[4]! & 127) << 7) };
  }
  if (type !== 0 && type !== 1 && type !== 4) return undefined;
  const x = ((b[2]! & 31) << 7) | (b[1]! & 127);
  const y = ((b[4]! & 31) << 7) | (b[3]! & 127);
  return x === NOWHERE && y === NOWHERE ? undefined : { type: 'position', x, y, near: (b[0]! & 0x40) !== 0, down: (b[0]! & 1) !== 0 };
}

function read7(b: Uint8Array): TopazPacket | undefined {
  const x = ((b[2]! & 63) << 6) | (b[1]! & 63);
  const y = ((b[4]! & 63) << 6) | (b[3]! & 63);
  return x === NOWHERE && y === NOWHERE ? undefined : { type: 'position', x, y, near: (b[0]! & 4) !== 0, down: (b[0]! & 1) !== 0 };
}

type Pen = { readonly x: number; readonly y: number; readonly down: boolean };

/** One position as a pad sends it. */
export function encodePosition({ x, y, down }: Pen, format: 0 | 1): Uint8Array {
  if (format === 0) return Uint8Array.of(0xc0 | (down ? 1 : 0), x & 127, (x >> 7) & 31, y & 127, (y >> 7) & 31);
  return Uint8Array.of(0x44 | (down ? 1 : 0), x & 63, (x >> 6) & 63, y & 63, (y >> 6) & 63);
}

export const encodePressure = (value: number): Uint8Array => Uint8Array.of(0xc0 | (7 << 2), 0, 0, value & 127, (value >> 7) & 7);
