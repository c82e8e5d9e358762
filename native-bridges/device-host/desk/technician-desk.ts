import type { Handlers } from '../../../electron/contract/call.ts';
import type { DeskContract } from '../../../electron/contract/technician.ts';
import type { CaptureRunner } from '../capture-runner.ts';
import type { ImageWorkshop } from '../image-workshop.ts';
import type { DeviceRegistry } from '../registry.ts';
import { DeviceLog } from './device-log.ts';
import { inventory } from './inventory.ts';
import { RegistryDiary } from './registry-diary.ts';
import { selfTest } from './self-test.ts';
import { WorkDiary } from './work-diary.ts';

/** The technician's side of device-host: the log of the devices, what is measured in passing, inventory and self-tests. */
export class TechnicianDesk {
  readonly log = new DeviceLog(() => Date.now());
  readonly work = new WorkDiary(this.log, () => Date.now());
  readonly #registry: DeviceRegistry;
  readonly #workshop: ImageWorkshop;

  constructor(registry: DeviceRegistry, workshop: ImageWorkshop) {
    [this.#registry, this.#workshop] = [registry, workshop];
    registry.onChange(new RegistryDiary(this.log).hear);
  }

  handlers(runner: CaptureRunner): Handlers<DeskContract, undefined> {
    return {
      'desk.inventory': () => inventory(this.#registry.sessions(), this.log),
      'desk.log': ({ after, waitMs }) => this.log.after(after, waitMs),
      'desk.self-test': async ({ deviceId, referenceLevel }) => {
        const session = this.#registry.session(deviceId);
        const test = await selfTest(session, { workshop: this.#workshop, referenceLevel: referenceLevel ?? undefined });
        this.log.note(session.entry, { level: test.passed ? 'info' : 'look', code: test.passed ? 'self-test.passed' : 'self-test.failed', detail: { failed: test.steps.filter(({ passed }) => !passed).length } });
        return test;
      },
      'desk.try-capture': ({ deviceId, slot }) => {
        const job = runner.start({ session: this.#registry.captureSession(deviceId), slot, missing: [], attempt: 1, subject: '', kept: false });
        return { jobId: job.id };
      },
      'desk.readings': () => this.work.take(),
    };
  }
}
