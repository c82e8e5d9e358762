import { HEARTBEAT_MS, SILENCE_MS, START_LIMIT_MS } from './supervision.ts';

export type HeartbeatSetup = { readonly ping: (n: number) => void; readonly onSilent: () => void };

/** Asks a host every two seconds whether it lives. Until it has started it may be silent for as long as a start may take. */
export class Heartbeat {
  readonly #setup: HeartbeatSetup;
  readonly #timer: NodeJS.Timeout;
  #limitMs = START_LIMIT_MS;
  #lastHeardMs = performance.now();
  #lastTickMs = performance.now();
  #n = 0;

  constructor(setup: HeartbeatSetup) {
    this.#setup = setup;
    this.#timer = setInterval(() => this.#tick(), HEARTBEAT_MS);
  }

  started(): void {
    this.#limitMs = SILENCE_MS;
    this.forgive();
  }

  heard(n: number): void {
    if (n <= this.#n) this.forgive();
  }

  forgive(): void {
    this.#lastHeardMs = performance.now();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    const nowMs = performance.now();
    // Main itself was held up or the machine slept: the host had no chance to answer.
    if (nowMs - this.#lastTickMs > 2 * HEARTBEAT_MS) this.forgive();
    this.#lastTickMs = nowMs;
    if (nowMs - this.#lastHeardMs >= this.#limitMs) return this.#setup.onSilent();
    this.#setup.ping(++this.#n);
  }
}
