import type { SelfTest } from '../../../electron/contract/technician.ts';
import { framePace } from '../../../electron/core/device/health/frame-pace.ts';
import type { AppError } from '../../../electron/core/errors/app-error.ts';
import type { Result } from '../../../electron/core/result/result.ts';
import type { DeviceEntry } from '../device-session.ts';
import type { DeviceLog } from './device-log.ts';

/** What the capture runner tells while it works. */
export type WorkEars = {
  /** @returns what to call for every live frame, and once at the end */
  began(entry: DeviceEntry, slot: string): { readonly frame: () => void; readonly ended: (result: Result<unknown, AppError>) => void };
};

/** Frames of one capture are enough to say how they come; more only wear memory. */
const MAX_FRAMES = 2_000;
/** Devices whose last work is kept until the store asks. */
const MAX_KEPT = 50;

/** Notes captures in the log and measures in passing how live frames came; nothing of the pictures themselves. */
export class WorkDiary implements WorkEars {
  readonly #log: DeviceLog;
  readonly #now: () => number;
  readonly #measured = new Map<string, SelfTest>();

  constructor(log: DeviceLog, now: () => number) {
    [this.#log, this.#now] = [log, now];
  }

  began(entry: DeviceEntry, slot: string): ReturnType<WorkEars['began']> {
    const startedAt = this.#now();
    const frames: number[] = [];
    return {
      frame: () => void (frames.length < MAX_FRAMES && frames.push(this.#now() - startedAt)),
      ended: (result) => {
        const ms = Math.round(this.#now() - startedAt);
        if (result.ok) this.#log.note(entry, { level: 'info', code: 'capture.done', detail: { slot, ms, frames: frames.length } });
        else if (result.error.code === 'device.cancelled') this.#log.note(entry, { level: 'info', code: 'capture.cancelled', detail: { slot, ms } });
        else this.#log.note(entry, { level: 'stop', code: result.error.code, detail: { slot, ms, ...result.error.detail } });
        this.#keep(entry, frames);
      },
    };
  }

  /** Measured since the last call, the newest of each device. */
  take(): SelfTest[] {
    const taken = [...this.#measured.values()];
    this.#measured.clear();
    return taken;
  }

  #keep({ kind, identity }: DeviceEntry, frames: readonly number[]): void {
    const { readings, histogram } = framePace(frames);
    if (readings.length < 2 || (this.#measured.size >= MAX_KEPT && !this.#measured.has(identity.id))) return;
    this.#measured.set(identity.id, {
      deviceId: identity.id, kind, model: identity.model, simulated: identity.simulated, at: new Date(this.#now()).toISOString(), passed: true, steps: [], readings: [...readings], histogram: [...histogram],
    });
  }
}
