import { HEARTBEAT_MS, QUIET_MS, SILENCE_MS, START_LIMIT_MS } from './supervision.ts';

export type HeartbeatSetup = { readonly ping: (n: number) => void; readonly onQuiet: () => void; readonly onSilent: () => void };

/** Asks a host every second whether it lives. Until it has started it may be silent for as long as a start may take. */
export class Heartbeat {
  readonly #setup: HeartbeatSetup;
  readonly #timer: NodeJS.Timeout;
  #started = false;
  #lastHeardMs = performance.now();
  #lastTickMs = performance.now();
  #n = 0;

  constructor(setup: HeartbeatSetup) {
    this.#setup = setup;
    this.#timer = setInterval(() => this.#tick(), HEARTBEAT_MS);
  }

  started(): void {
    this.#started = true;
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
    const silentMs = nowMs - this.#lastHeardMs;
    if (silentMs >= (this.#started ? SILENCE_MS : START_LIMIT_MS)) return this.#setup.onSilent();
    if (this.#started && silentMs >= QUIET_MS) this.#setup.onQuiet();
    this.#setup.ping(++this.#n);
  }
}
