import type { DriverEnvironment, PenSample, Transport } from '../contract/driver.ts';
import { encodePosition, encodePressure, type TopazModel } from './protocol.ts';

/** `noise` lasts for 400 bytes. */
export type TopazFault = 'none' | 'silent' | 'noise';
type Setup = { readonly model: TopazModel; readonly samples: readonly PenSample[]; readonly clock: DriverEnvironment['clock']; readonly pauseMs: number };

const CHUNK = 8;
const CHUNK_MS = 8;
const LOOK_MS = 20;

/** A pad that is signed on again and again with a pause between, as the pad's field allows. `samples` in field units. */
export class TopazSimulator {
  fault: TopazFault = 'none';
  readonly #transport: Transport;
  readonly #setup: Setup;
  #noiseBytes = 400;
  readonly #gone = new AbortController();

  constructor(transport: Transport, setup: Setup) {
    [this.#transport, this.#setup] = [transport, setup];
    void transport.closed.then(() => this.#gone.abort());
    void this.#play();
  }

  async #play(): Promise<void> {
    const { clock, samples, pauseMs } = this.#setup;
    while (!this.#gone.signal.aborted) {
      for (let at = 0; at < samples.length && !this.#gone.signal.aborted; at += CHUNK) {
        while (this.fault === 'silent' && !this.#gone.signal.aborted) await clock.sleep(LOOK_MS, this.#gone.signal);
        await this.#send(samples.slice(at, at + CHUNK));
        await clock.sleep(CHUNK_MS, this.#gone.signal);
      }
      await clock.sleep(pauseMs, this.#gone.signal);
    }
  }

  async #send(samples: readonly PenSample[]): Promise<void> {
    const { format, field } = this.#setup.model;
    const bytes = samples.flatMap(({ x, y, pressure }) => [
      // Seven-bit pads tell no pressure.
      ...(pressure > 0 && format === 0 ? encodePressure(Math.min(1023, pressure)) : []),
      ...encodePosition({ x: Math.round(x) + field.left, y: Math.round(y) + field.top, down: pressure > 0 }, format),
    ]);
    // What a wrong parity setting makes of the stream: first bytes lost, the rest shifted.
    const noisy = this.fault === 'noise';
    if (noisy && (this.#noiseBytes -= bytes.length) <= 0) this.fault = 'none';
    const sent = noisy ? bytes.map((byte, n) => (n % 5 === 0 ? byte & 0x7f : byte)) : bytes;
    await this.#transport.write(Uint8Array.from(sent)).catch(() => this.#gone.abort());
  }
}
