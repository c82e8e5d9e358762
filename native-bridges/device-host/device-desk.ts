import { deviceContract, deviceEvents, spoolContract, type DeviceContract, type SpoolContract } from '../../electron/contract/device.ts';
import { spoolEvents } from '../../electron/contract/kept-print.ts';
import type { DeviceInit, PortMeta } from '../../electron/contract/host.ts';
import { deskContract, type DeskContract } from '../../electron/contract/technician.ts';
import type { Port } from '../../electron/contract/port.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, type Result } from '../../electron/core/result/result.ts';
import type { ReaderDevice } from '../../drivers/contract/driver.ts';
import { ShownCodes } from '../../drivers/contract/simulation.ts';
import { serve, type Service } from '../kit/serve.ts';
import type { CaptureJob } from './capture-job.ts';
import { DEFAULT_POLICY, type PolicySettings } from '../../electron/core/biometrics/capture-policy/policy-settings.ts';
import { CaptureEndings } from './capture-endings.ts';
import { CaptureRunner } from './capture-runner.ts';
import { CaptureSpool } from './capture-spool.ts';
import { DeviceSources } from './device-sources.ts';
import { RealDevices } from './discovery/real-devices.ts';
import { TechnicianDesk } from './desk/technician-desk.ts';
import { deviceHandlers, type PageContext } from './device-handlers.ts';
import { ImageWorkshop } from './image-workshop.ts';
import { pageStillHandlers } from './page-still.ts';
import { pageTurnHandlers } from './page-turn.ts';
import { portraitCropHandlers } from './portrait-crop.ts';
import { PrintDesk } from './print-desk.ts';
import { PrintMemory } from './prints/print-memory.ts';
import { PrintReader } from './prints/print-reader.ts';
import { findRecordedFiles } from './recorded-input.ts';
import type { DeviceEntry } from './device-session.ts';
import { DeviceRegistry } from './registry.ts';
import { PersonaScene } from './scene.ts';
import { ScanDesk } from './scan-desk.ts';
import { simulatedEntries } from './simulated-devices.ts';
import { SystemPrinters } from './system-printers.ts';

/** Everything device-host holds, apart from how it was launched: the devices, the spool, and who is served. */
export class DeviceDesk {
  readonly #registry = new DeviceRegistry();
  readonly #workshop = new ImageWorkshop();
  readonly #spool = new CaptureSpool(() => Date.now());
  readonly #endings = new CaptureEndings(() => Date.now());
  readonly #printDesk = new PrintDesk(this.#registry);
  readonly #scans = new ScanDesk();
  readonly #shownCodes = new ShownCodes();
  readonly #systemPrinters = new SystemPrinters(this.#registry);
  readonly #prints = new PrintReader(new PrintMemory(() => Date.now()));
  readonly #technician = new TechnicianDesk(this.#registry, this.#workshop);
  readonly #runner: CaptureRunner;
  readonly #real = new RealDevices({
    registry: this.#registry,
    drawSheet: async ({ slip }, widthDots) => (slip === undefined ? err(new AppError('printer.refused', { why: 'no-slip' })) : this.#workshop.run('slip', { parts: slip, widthDots })),
    drawScreen: (form, screen) => this.#workshop.run('form', { form, screen }),
    pictures: {
      decodeJpeg: async (bytes) => known(await this.#workshop.run('sbi-live', { bytes })),
      decodePicture: async (bytes, compression) => known(await this.#workshop.run('sbi-picture', { bytes, compression })),
    },
    prepare: (entry) => this.#prepared(entry),
  });
  #scene: PersonaScene | undefined;
  #sources: DeviceSources | undefined;

  /** @param rules those that hold until the store tells the station's own */
  constructor(rules: Partial<PolicySettings> = {}) {
    this.#prints.memory.settings = { ...DEFAULT_POLICY, ...rules };
    this.#runner = new CaptureRunner({ workshop: this.#workshop, spool: this.#spool, prints: this.#prints, endings: this.#endings, ears: this.#technician.work });
  }

  /** @throws {AppError} `device.recorded-input-bad` when the input folder can't be read. */
  async start(init: DeviceInit): Promise<{ readonly devices: number; readonly recorded: number }> {
    const files = init.inputDir === null ? new Map() : await findRecordedFiles(init.inputDir);
    if (init.simulated) {
      this.#scene = new PersonaScene(this.#workshop, files, Date.now() % 100_000);
    }
    const simulated = this.#scene === undefined ? [] : simulatedEntries(this.#scene, init.printDir, this.#shownCodes).map((entry) => this.#prepared(entry));
    this.#sources = new DeviceSources({ registry: this.#registry, real: this.#real, practice: init.simulated, simulated });
    this.#sources.begin();
    this.#systemPrinters.start();
    return { devices: this.#registry.list().length, recorded: files.size };
  }

  servePage(port: Port, window: PortMeta['window'] = 'officer'): void {
    const context: PageContext = { jobs: new Set<CaptureJob>() };
    const service: Service<DeviceContract, PageContext> = {
      contract: deviceContract,
      authorise: () => undefined, // every call is open: who may capture is decided where the capture is accepted
      handlers: {
        ...deviceHandlers({
          registry: this.#registry, runner: this.#runner, meet: (...sitting) => this.#scene?.meet(...sitting),
          spoilPrints: (spoilt) => this.#scene?.spoilPrints(spoilt), showCode: (text, symbology) => this.#showCode(text, symbology),
        }),
        ...pageStillHandlers(this.#workshop, this.#spool),
        ...portraitCropHandlers({ workshop: this.#workshop, spool: this.#spool }),
        ...pageTurnHandlers({ workshop: this.#workshop, spool: this.#spool }),
      },
    };
    const served = serve<DeviceContract, PageContext, typeof deviceEvents>(service, port, context);
    const stop = this.#registry.onChange((views) => served.emit('device.changed', [...views]));
    // A citizen's screen has no use for codes that name people.
    const deaf = window === 'officer' ? this.#scans.onScan({ onScan: (scan) => served.emit('scan', scan), onFault: (fault) => served.emit('scan.fault', fault) }) : undefined;
    void served.closed.then(() => {
      stop();
      deaf?.();
      // Nobody is left to see what these would capture.
      for (const job of context.jobs) job.cancel();
    });
  }

  serveStore(port: Port): void {
    const service: Service<SpoolContract & DeskContract, undefined> = {
      contract: { ...spoolContract, ...deskContract },
      authorise: () => undefined, // this port is only ever handed to store-host
      handlers: {
        ...this.#technician.handlers(this.#runner),
        'spool.take': ({ sha256 }) => this.#spool.take(sha256),
        'spool.analysis': ({ sha256 }) => {
          const still = this.#spool.find(sha256);
          return { analysis: still?.analysis ?? null, device: still?.device ?? null, record: still?.record ?? null };
        },
        'spool.endings': ({ subject }) => [...this.#endings.of(subject)],
        'spool.policy': (settings) => {
          this.#prints.memory.settings = settings;
          return {};
        },
        'spool.release': ({ sha256, outcome }) => {
          if (outcome === 'accepted') this.#prints.memory.accept(sha256);
          else this.#prints.memory.forget(sha256);
          this.#spool.release(sha256);
          return {};
        },
        'spool.recall': async ({ subject, prints, whole }) => {
          await this.#prints.remember(subject, prints, whole);
          return {};
        },
        'device.configure': async (settings) => {
          await this.#sources?.configure(settings);
          return {};
        },
        'printer.list': async () => {
          await this.#systemPrinters.refresh();
          return this.#printDesk.list();
        },
        'printer.print': async ({ printerId, title, pdf, slip }) => ({ outcome: await this.#printDesk.print(printerId, { title, pdf, slip }) }),
      },
    };
    const served = serve<SpoolContract & DeskContract, undefined, typeof spoolEvents>(service, port, undefined);
    const ask = (subject: string): boolean => {
      served.emit('spool.prints-wanted', { subject });
      return true;
    };
    const { recall } = this.#prints;
    recall.onWanted = ask;
    void served.closed.then(() => {
      if (recall.onWanted === ask) recall.onWanted = () => false;
    });
  }

  /** Readers are listened to from the moment they are open. */
  #prepared(entry: DeviceEntry): DeviceEntry {
    return isReader(entry) ? this.#scans.listening(entry) : entry;
  }

  #showCode(text: string, symbology: string): void {
    if (this.#scene === undefined) throw new AppError('device.unsupported');
    if (!this.#shownCodes.show({ bytes: new TextEncoder().encode(text), symbology })) throw new AppError('device.not-ready', { kind: 'code-reader' });
  }

  power(event: 'suspend' | 'resume'): void {
    if (event === 'suspend') this.#registry.suspend();
    else this.#registry.resume();
  }

  async stop(): Promise<void> {
    this.#systemPrinters.stop();
    this.#real.close();
    await this.#registry.close();
    await Promise.all([this.#workshop.close(), this.#prints.close()]);
  }
}

/** What the worker could not do is as if there were no picture. */
const known = <T>(answer: Result<T | undefined, AppError>): T | undefined => (answer.ok ? answer.value : undefined);

const isReader = (entry: DeviceEntry): entry is DeviceEntry<ReaderDevice> => entry.kind === 'code-reader';
