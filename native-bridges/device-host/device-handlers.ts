import type { Handlers } from '../../electron/contract/call.ts';
import type { DeviceContract } from '../../electron/contract/device.ts';
import type { Sitter } from '../../electron/core/device/sitter.ts';
import type { StillSlot } from '../../electron/core/dossier/capture-slots.ts';
import type { CaptureJob } from './capture-job.ts';
import type { CaptureRunner } from './capture-runner.ts';
import type { DeviceRegistry } from './registry.ts';
import type { Spoilt } from './spoilt-prints.ts';

/** What one page has running; cancelled when the page goes. */
export type PageContext = { readonly jobs: Set<CaptureJob> };

export type DeviceServices = {
  readonly registry: DeviceRegistry;
  readonly runner: CaptureRunner;
  /** Somebody sits down before the simulated sensors. */
  readonly meet: (slot: StillSlot, attempt: number, subject: string, sitter: Sitter | undefined) => void;
  /** Spoils the fingers that the simulated scanner sees next. */
  readonly spoilPrints: (spoilt: Spoilt) => void;
  /** Holds a code before the simulated reader. @throws {AppError} device.unsupported, device.not-ready */
  readonly showCode: (text: string, symbology: string) => void;
};

/** What a page may ask of the devices. */
export function deviceHandlers({ registry, runner, meet, spoilPrints, showCode }: DeviceServices): Omit<Handlers<DeviceContract, PageContext>, 'still.put' | 'still.crop-portrait' | 'still.adjust-portrait' | 'still.turn-page'> {
  return {
    'device.list': () => registry.list(),
    'device.retry': ({ deviceId }) => {
      registry.retry(deviceId);
      return {};
    },
    'device.reset': ({ deviceId }) => {
      registry.reset(deviceId);
      return {};
    },
    'job.start': ({ deviceId, slot, missing, attempt, subject, form, paper, sitter }, { jobs }) => {
      const session = registry.captureSession(deviceId);
      meet(slot, attempt, subject ?? '', sitter);
      const job = runner.start({ session, slot, missing, attempt, subject: subject ?? '', form, paper });
      jobs.add(job);
      void job.result.then(() => jobs.delete(job));
      return { jobId: job.id };
    },
    'job.preview': async ({ jobId, after }) => ({ frame: await runner.find(jobId).frameAfter(after) }),
    'job.result': async ({ jobId }) => {
      const result = await runner.find(jobId).result;
      if (!result.ok) throw result.error;
      return result.value;
    },
    'job.force': ({ jobId, automatic = false }) => {
      runner.find(jobId).force(automatic);
      return {};
    },
    'job.cancel': ({ jobId }) => {
      runner.find(jobId).cancel();
      return {};
    },
    'simulate.prints': ({ deviceId, ...spoilt }) => {
      registry.requireSimulated(deviceId);
      spoilPrints(spoilt);
      return {};
    },
    'simulate.fault': ({ deviceId, fault }) => {
      registry.simulate(deviceId, fault);
      return {};
    },
    'simulate.scan': ({ text, symbology }) => {
      showCode(text, symbology);
      return {};
    },
  };
}
