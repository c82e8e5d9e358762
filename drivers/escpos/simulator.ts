import type { Transport } from '../contract/driver.ts';
import { encodeStatus, type StatusKind, type Trouble } from './protocol.ts';

const KIND: Readonly<Record<number, StatusKind>> = { 1: 'printer', 2: 'offline', 3: 'error', 4: 'paper' };
const MAX_HELD_BYTES = 4_096;

/** A printer on the other end of a wire: takes pictures row by row, tells its status, runs out of paper when told to. */
export class EscposSimulator {
  /** Printed dots, packed rows; what a person would hold in the hand. */
  readonly sheet: Uint8Array[] = [];
  widthBytes = 0;
  cuts = 0;
  readonly troubles = new Set<Trouble>();
  /** Answers nothing, as cheap printers do. */
  mute = false;
  /** Runs out of paper after this many rows. */
  paperRows = Number.POSITIVE_INFINITY;
  readonly #transport: Transport;
  #held: number[] = [];
  #rowsLeft = 0;
  #row: number[] = [];

  constructor(transport: Transport) {
    this.#transport = transport;
    transport.onData((bytes) => {
      for (const byte of bytes) this.#take(byte);
    });
  }

  #take(byte: number): void {
    if (this.#rowsLeft > 0) return this.#print(byte);
    this.#held.push(byte);
    const [a, b, c, d] = this.#held;
    if (a !== 0x10 && a !== 0x1b && a !== 0x1d) return this.#drop();
    if (this.#held.length < 3) return;
    const kind = KIND[c!];
    if (a === 0x10 && b === 0x04 && kind !== undefined) return this.#answer(encodeStatus(kind, this.troubles));
    if (a === 0x1b && b === 0x40) return this.#reuse();
    if (a === 0x1b && b === 0x64) return this.#drop();
    if (a === 0x1d && b === 0x72) return this.#answer(this.troubles.has('paper-out') ? 0x0c : 0);
    if (a === 0x1d && b === 0x56) return this.#cut();
    if (a !== 0x1d || b !== 0x76 || c !== 0x30) return this.#drop();
    if (this.#held.length < 8 || d === undefined) return;
    this.widthBytes = this.#held[4]! + this.#held[5]! * 256;
    this.#rowsLeft = this.#held[6]! + this.#held[7]! * 256;
    this.#drop();
  }

  /** ESC @ has two bytes: the third opens the next command. */
  #reuse(): void {
    this.#held = this.#held.slice(2);
  }

  #cut(): void {
    if (this.#held.length < 4) return;
    this.cuts++;
    this.#drop();
  }

  #drop(): void {
    this.#held.length = 0;
  }

  #print(byte: number): void {
    if (this.#row.push(byte) < this.widthBytes) return;
    this.#rowsLeft--;
    if (this.sheet.length >= this.paperRows) this.troubles.add('paper-out');
    else if (this.sheet.length < MAX_HELD_BYTES) this.sheet.push(Uint8Array.from(this.#row));
    this.#row = [];
  }

  #answer(byte: number): void {
    this.#drop();
    if (!this.mute) void this.#transport.write(Uint8Array.of(byte)).catch(() => undefined);
  }
}
