import type { PrintAnalysis } from '../../electron/contract/analysis.ts';
import type { CaptureRecord } from '../../electron/contract/attempt.ts';
import type { StillView } from '../../electron/contract/device.ts';
import type { DeviceStamp } from '../../electron/contract/device-stamp.ts';
import type { StillSlot, Finger } from '../../electron/core/dossier/capture-slots.ts';
import type { PaperSize } from '../../electron/core/documents/paper.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import type { CaptureDevice, SignedForm, Still } from '../../drivers/contract/driver.ts';
import type { CaptureEndings } from './capture-endings.ts';
import { CaptureJob } from './capture-job.ts';
import { limitsOf } from './capture-limits.ts';
import type { CaptureSpool } from './capture-spool.ts';
import { outlined, type EncodedPage } from './document-page.ts';
import type { WorkEars } from './desk/work-diary.ts';
import type { DeviceSession } from './device-session.ts';
import type { ImageWorkshop } from './image-workshop.ts';
import { PlatenGate } from './prints/platen-gate.ts';
import { isPrint, livePpiOf, type PrintReader } from './prints/print-reader.ts';

/** Ended jobs are remembered so that a late question still gets its answer. */
const MAX_JOBS = 40;

export type CaptureOrder = {
  readonly session: DeviceSession<CaptureDevice>;
  readonly slot: StillSlot;
  readonly missing: readonly Finger[];
  readonly attempt: number;
  readonly form?: SignedForm | undefined;
  /** Of a document: its paper's size, where the officer knows it. */
  readonly paper?: PaperSize | undefined;
  /** Whose capture it is: prints of different people are never compared. */
  readonly subject: string;
  /** `false`: a technician's trial, shown and kept nowhere. */
  readonly kept?: boolean;
};

type Parts = { readonly workshop: ImageWorkshop; readonly spool: CaptureSpool; readonly prints: PrintReader; readonly endings: CaptureEndings; readonly ears: WorkEars };

type Began = Pick<CaptureRecord, 'startedAt' | 'limits'>;

const stampOf = ({ entry: { kind, identity: { id, model, serial, driver, simulated } } }: DeviceSession<CaptureDevice>): DeviceStamp => ({ id, kind, model, serial, driver, simulated });
const firmwareOf = ({ entry }: DeviceSession<CaptureDevice>): string => (entry.hardware?.firmware ?? '').slice(0, 80);

/** Runs captures: device → still → encoded off-loop → spool, and tells the job that the page watches. */
export class CaptureRunner {
  readonly #jobs = new Map<string, CaptureJob>();
  readonly #gate = new PlatenGate();
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws {AppError} `device.not-ready` when the device can't take work now. */
  start(order: CaptureOrder): CaptureJob {
    const { kind } = order.session.state;
    if (kind !== 'ready' && kind !== 'busy') throw new AppError('device.not-ready', { state: kind });
    const job = new CaptureJob(order.slot);
    this.#parts.prints.expect(order);
    this.#jobs.set(job.id, job);
    for (const [id, old] of this.#jobs) {
      if (this.#jobs.size <= MAX_JOBS) break;
      if (old.ended) this.#jobs.delete(id);
    }
    const work = this.#parts.ears.began(order.session.entry, order.slot);
    job.onFrame = work.frame;
    const began = { startedAt: new Date().toISOString(), limits: limitsOf(this.#parts.prints.memory.settings) };
    void this.#capture(job, order, began).then((result) => {
      work.ended(result);
      if (!result.ok) this.#noteEnding(job, order, { ...began, error: result.error });
      job.end(result);
    });
    return job;
  }

  /** @throws {AppError} `device.cancelled` for a job that is long over or never was. */
  find(jobId: string): CaptureJob {
    const job = this.#jobs.get(jobId);
    if (job === undefined) throw new AppError('device.cancelled', { why: 'unknown job' });
    return job;
  }

  /** What gave no picture is told to the store when it asks. */
  #noteEnding({ id: jobId, slot, wasForced }: CaptureJob, { session, subject, kept }: CaptureOrder, { startedAt, limits, error }: Began & { readonly error: AppError }): void {
    if (kept === false || slot === 'document') return;
    const { why } = error.detail;
    this.#parts.endings.add(subject, {
      jobId, slot, code: error.code, why: why === undefined ? '' : String(why), at: new Date().toISOString(), device: stampOf(session),
      record: { startedAt, limits, forced: wasForced, ppi: 0, firmware: firmwareOf(session) },
    });
  }

  async #capture(job: CaptureJob, order: CaptureOrder, { startedAt, limits }: Began): Promise<Result<StillView, AppError>> {
    const still = await order.session.run({ id: job.id, cancelled: job.cancelled.signal, begin: (device, signal) => this.#watch(job, order, device, signal) });
    job.endPreview();
    if (!still.ok) return still;
    const capturedAt = new Date().toISOString();
    const { spool, prints } = this.#parts;
    const [encoded, findings] = await Promise.all([this.#encode(still.value, order), prints.read(still.value, order)]);
    if (!encoded.ok) return encoded;
    if (job.cancelled.signal.aborted) return err(new AppError('device.cancelled'));
    const { view, viewMediaType, derived, ...file } = encoded.value.encoded;
    // A driver can't tell who asked for the picture.
    const warnings = [...still.value.warnings.filter((warning) => warning !== 'forced' || job.wasForced), ...encoded.value.warnings];
    const analysis: PrintAnalysis | null = findings?.analysis ?? null;
    if (order.kept !== false && findings !== undefined) prints.memory.remember(file.sha256, { slot: order.slot, templates: findings.templates });
    if (order.kept !== false) spool.put({
      ...file, ...(derived === undefined ? {} : { derived: [...derived] }), slot: order.slot, device: stampOf(order.session), capturedAt, attempt: order.attempt, analysis,
      record: { startedAt, limits, forced: job.wasForced, ppi: file.ppi, firmware: firmwareOf(order.session) },
      ...(order.slot === 'document' ? { warnings } : {}),
    });
    const { bytes: _kept, ...shown } = file;
    return ok({ ...shown, slot: order.slot, viewMediaType, view, warnings, capturedAt, analysis });
  }

  /** A picture of a desk becomes the page on it; everything else is kept as it is. */
  async #encode(still: Still, { slot, paper }: CaptureOrder): Promise<Result<EncodedPage, AppError>> {
    if (slot === 'document' && still.type === 'raster') return this.#parts.workshop.run('page', { raster: still.raster, paper });
    const encoded = await this.#parts.workshop.run('encode', { still, slot });
    return encoded.ok ? ok({ encoded: encoded.value, warnings: [] }) : encoded;
  }

  /** Ends a capture that takes too long or shows nothing: a hanging device is `device.timeout`, never a hanging screen. */
  async #watch(job: CaptureJob, order: CaptureOrder, device: CaptureDevice, signal: AbortSignal): Promise<Result<Still, AppError>> {
    const over = new AbortController();
    const late = Promise.withResolvers<Result<Still, AppError>>();
    const giveUp = (why: string): void => {
      late.resolve(err(new AppError('device.timeout', { why })));
      over.abort();
    };
    const { captureTimeoutMs, silenceMs, autoDelayMs, clearMs } = this.#parts.prints.memory.settings;
    const whole = setTimeout(giveUp, captureTimeoutMs, 'too long');
    let silence = setTimeout(giveUp, silenceMs, 'no picture');
    const lives = (): void => {
      clearTimeout(silence);
      if (!over.signal.aborted && !signal.aborted) silence = setTimeout(giveUp, silenceMs, 'no picture');
    };
    const gate = this.#gate.enter(isPrint(order.slot) ? device.identity.id : '', clearMs);
    const fingers = this.#parts.prints.settling(order, autoDelayMs);
    const live = this.#parts.prints.follow(order, (seen) => {
      // What lies there before the glass was empty is the capture before.
      if (gate.open) fingers.seen(seen);
      gate.seen(seen);
    });
    const capturing = device.capture({
      slot: order.slot, missing: new Set(order.missing), attempt: order.attempt, paper: order.paper, holdMs: autoDelayMs, armed: gate.armed, settled: fingers.settled, forced: job.forced, ...(order.form === undefined ? {} : { form: order.form }),
      onAlive: lives,
      onPreview: (frame, hint, ppi) => {
        lives();
        if (order.slot !== 'document') {
          live.offer(frame, ppi ?? livePpiOf(order.slot, frame.widthPx));
          return job.show(frame, gate.open ? live.hintBeside(hint) : 'remove-fingers', live.boxes);
        }
        const seen = outlined(frame);
        job.show(seen.frame, seen.hint);
      },
    }, AbortSignal.any([signal, over.signal]));
    const still = await Promise.race([capturing, late.promise]);
    clearTimeout(whole);
    clearTimeout(silence);
    live.end();
    gate.leave(still.ok);
    return still;
  }
}
