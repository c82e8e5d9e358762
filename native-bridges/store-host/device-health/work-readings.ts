import type { Client } from '../../../electron/contract/call.ts';
import { SelfTest, type DeskContract } from '../../../electron/contract/technician.ts';
import type { HealthRepository } from './health-repository.ts';

const EVERY_MS = 15 * 60_000;

/** Fetches what device-host measured in passing, now and then and when a technician looks. Nobody notices when it fails. */
export class WorkReadings {
  readonly #health: HealthRepository;
  readonly #devices: () => Client<DeskContract> | undefined;
  readonly #timer: NodeJS.Timeout;

  constructor(health: HealthRepository, devices: () => Client<DeskContract> | undefined) {
    [this.#health, this.#devices] = [health, devices];
    this.#timer = setInterval(() => void this.fetch(), EVERY_MS).unref();
  }

  async fetch(): Promise<void> {
    const reply = await this.#devices()?.['desk.readings']({});
    if (reply?.ok !== true) return;
    const measured = SelfTest.array().safeParse(reply.value);
    if (measured.success) for (const one of measured.data) this.#health.keep(one, 'work');
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
