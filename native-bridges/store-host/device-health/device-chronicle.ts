import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '../../../electron/contract/call.ts';
import { LogLine, type DeskContract } from '../../../electron/contract/technician.ts';
import { LineRing } from '../../kit/line-ring.ts';

/** As many as the devices' process itself remembers. */
const KEPT = 2_000;
const WAIT_MS = 10_000;
/** Between questions that brought nothing, should one be answered sooner than it asked for. */
const PAUSE_MS = 250;

/**
 * The device log over every life of device-host: a driver that takes its process along takes that process's memory too, and
 * just then a technician wants to read what was before. Holds codes only, and ends with this process.
 */
export class DeviceChronicle extends LineRing<LogLine> {
  readonly #now: () => number;

  constructor(now: () => number) {
    super(KEPT);
    this.#now = now;
  }

  /** Copies what one life of device-host logs, until `gone`. */
  async follow(devices: Client<DeskContract>, gone: Promise<void>): Promise<void> {
    let over = false;
    void gone.then(() => {
      over = true;
    });
    for (let last = 0; !over;) {
      const reply = await devices['desk.log']({ after: last, waitMs: last === 0 ? 0 : WAIT_MS });
      const fresh = LogLine.array().safeParse(reply.ok ? reply.value.lines.filter(({ seq }) => seq > last) : []).data ?? [];
      for (const { seq, ...line } of fresh) {
        last = seq;
        this.push(line);
      }
      if (fresh.length === 0 && !over) await pause(PAUSE_MS, undefined, { ref: false });
    }
    this.push({ at: new Date(this.#now()).toISOString(), level: 'stop', deviceId: 'device-host', kind: 'device-host', code: 'process.stopped', detail: {} });
  }
}
