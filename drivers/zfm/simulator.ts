import type { Transport } from '../contract/driver.ts';
import { ACK, COMMAND, IMAGE_BYTES, KIND, ZfmReader, encodeFrame } from './protocol.ts';

export type ZfmFault = 'none' | 'checksum-once' | 'silent' | 'image-cut-once';
/** `packed` is the 4-bit picture of the finger on the glass; `absentPolls` how often the module says "no finger" first. */
export type ZfmScene = { readonly packed: Uint8Array; readonly absentPolls: number };

const PACKET_BYTES = 128;

/** A module on the other end of a serial line. */
export class ZfmSimulator {
  fault: ZfmFault = 'none';
  readonly #transport: Transport;
  readonly #scene: ZfmScene;
  readonly #reader = new ZfmReader();
  #polls = 0;

  constructor(transport: Transport, scene: ZfmScene) {
    [this.#transport, this.#scene] = [transport, scene];
    transport.onData((bytes) => {
      for (const piece of this.#reader.push(bytes)) if (piece.type === 'frame' && piece.frame.kind === KIND.command) void this.#answer(piece.frame.payload);
    });
  }

  async #answer(command: Uint8Array): Promise<void> {
    if (this.fault === 'silent') return;
    switch (command[0]) {
      case COMMAND.verifyPassword: {
        this.#polls = 0;
        return this.#ack(command.length === 5 && command.subarray(1).every((byte) => byte === 0) ? ACK.ok : ACK.wrongPassword);
      }
      case COMMAND.takeImage: return this.#ack(this.#polls++ < this.#scene.absentPolls ? ACK.noFinger : ACK.ok);
      case COMMAND.sendImage: return this.#sendImage();
      default: return this.#ack(ACK.receiveError);
    }
  }

  async #ack(code: number): Promise<void> {
    const frame = encodeFrame(KIND.ack, Uint8Array.of(code));
    if (this.fault === 'checksum-once') {
      this.fault = 'none';
      frame[frame.length - 1]! ^= 1;
    }
    await this.#write(frame);
  }

  async #sendImage(): Promise<void> {
    await this.#ack(ACK.ok);
    const end = this.fault === 'image-cut-once' ? IMAGE_BYTES / 2 : IMAGE_BYTES;
    if (this.fault === 'image-cut-once') this.fault = 'none';
    for (let at = 0; at < end; at += PACKET_BYTES) {
      const last = at + PACKET_BYTES >= end;
      await this.#write(encodeFrame(last ? KIND.end : KIND.data, this.#scene.packed.subarray(at, at + PACKET_BYTES)));
    }
  }

  async #write(bytes: Uint8Array): Promise<void> {
    await this.#transport.write(bytes).catch(() => undefined);
  }
}
