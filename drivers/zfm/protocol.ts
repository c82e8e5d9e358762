/**
 * Frames of ZFM-20, R30x, AS608, FPM10A modules. Sources: ZhianTec ZFM user manuals; Adafruit fingerprint library (BSD).
 * EF 01 | address 4 | kind 1 | length 2 = payload + 2 | payload | checksum 2 = sum of kind, length bytes and payload. Big-endian.
 */
export const KIND = { command: 0x01, data: 0x02, ack: 0x07, end: 0x08 } as const;
export const COMMAND = { takeImage: 0x01, sendImage: 0x0a, readParameters: 0x0f, verifyPassword: 0x13 } as const;
export const ACK = { ok: 0x00, receiveError: 0x01, noFinger: 0x02, messy: 0x06, uploadFailed: 0x0f, wrongPassword: 0x13 } as const;

export type ZfmFrame = { readonly kind: number; readonly payload: Uint8Array };
export type ZfmPiece = { readonly type: 'frame'; readonly frame: ZfmFrame } | { readonly type: 'fault'; readonly why: 'checksum' | 'length' | 'noise' };

export const BROADCAST_ADDRESS = 0xffffffff;
/** The largest packet size a module can be set to. */
export const MAX_PAYLOAD_BYTES = 256;
const HEAD_BYTES = 9;
const SUM_BYTES = 2;

export function encodeFrame(kind: number, payload: Uint8Array, address = BROADCAST_ADDRESS): Uint8Array {
  const length = payload.length + SUM_BYTES;
  const bytes = new Uint8Array(HEAD_BYTES + length);
  bytes.set([0xef, 0x01, address >>> 24, (address >>> 16) & 0xff, (address >>> 8) & 0xff, address & 0xff, kind, length >> 8, length & 0xff]);
  bytes.set(payload, HEAD_BYTES);
  const sum = sumOf(bytes, HEAD_BYTES + payload.length);
  bytes.set([sum >> 8, sum & 0xff], HEAD_BYTES + payload.length);
  return bytes;
}

function sumOf(bytes: Uint8Array, end: number): number {
  let sum = 0;
  for (let at = 6; at < end; at++) sum += bytes[at]!;
  return sum & 0xffff;
}

/** Finds frames in a byte stream that may be cut, merged or noisy. After a fault it looks for the next start. Holds at most one frame. */
export class ZfmReader {
  readonly #held = new Uint8Array(HEAD_BYTES + MAX_PAYLOAD_BYTES + SUM_BYTES);
  #length = 0;
  #noisy = false;

  push(bytes: Uint8Array): ZfmPiece[] {
    const pieces: ZfmPiece[] = [];
    for (const byte of bytes) this.#take(byte, pieces);
    return pieces;
  }

  #take(byte: number, pieces: ZfmPiece[]): void {
    const held = this.#held;
    held[this.#length++] = byte;
    if (this.#length === 1 && byte !== 0xef) return this.#noise(pieces);
    if (this.#length === 2 && byte !== 0x01) {
      this.#length = byte === 0xef ? 1 : 0;
      return this.#reportNoise(pieces);
    }
    if (this.#length < HEAD_BYTES) return;
    const length = (held[7]! << 8) | held[8]!;
    if (length < SUM_BYTES || length > MAX_PAYLOAD_BYTES + SUM_BYTES) return this.#drop('length', pieces);
    if (this.#length < HEAD_BYTES + length) return;
    const end = HEAD_BYTES + length - SUM_BYTES;
    if (((held[end]! << 8) | held[end + 1]!) !== sumOf(held, end)) return this.#drop('checksum', pieces);
    this.#noisy = false;
    this.#length = 0;
    pieces.push({ type: 'frame', frame: { kind: held[6]!, payload: held.slice(HEAD_BYTES, end) } });
  }

  #drop(why: 'checksum' | 'length', pieces: ZfmPiece[]): void {
    this.#length = 0;
    pieces.push({ type: 'fault', why });
  }

  #noise(pieces: ZfmPiece[]): void {
    this.#length = 0;
    this.#reportNoise(pieces);
  }

  /** A run of noise is one fault, however long. */
  #reportNoise(pieces: ZfmPiece[]): void {
    if (!this.#noisy) pieces.push({ type: 'fault', why: 'noise' });
    this.#noisy = true;
  }
}

/** Image of the module's sensor: 256 × 288 px, nominal 500 ppi. */
export const IMAGE = { widthPx: 256, heightPx: 288, ppi: 500 } as const;
export const IMAGE_BYTES = (IMAGE.widthPx * IMAGE.heightPx) / 2;

/** 4-bit greys, two pixels a byte, high nibble first, as 8-bit. */
export function unpackImage(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const pixels = new Uint8Array(packed.length * 2);
  for (let n = 0; n < packed.length; n++) {
    pixels[n * 2] = (packed[n]! >> 4) * 17;
    pixels[n * 2 + 1] = (packed[n]! & 15) * 17;
  }
  return pixels;
}

export function packImage(pixels: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: pixels.length >> 1 }, (_, n) => (Math.round(pixels[n * 2]! / 17) << 4) | Math.round(pixels[n * 2 + 1]! / 17));
}
