import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import type { CaptureRequest, DriverEnvironment, PenSample, Raster, Still } from './driver.ts';
import { InkSheet } from './ink-sheet.ts';

/** What a pen pad delivers while somebody signs; times are the pad's own or the arrival's. */
export type PenSource = {
  readonly driver: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pad units an inch. */
  readonly ppi: number;
  readonly closed: Promise<'unplugged' | 'closed'>;
  /** Hears every sample, position inside the pad; `decided` hears a button on the pad's screen. */
  listen(onSample: (sample: PenSample) => void, decided: (how: 'accept' | 'clear' | 'cancel') => void): () => void;
  /** True when so much of what came was unreadable that the strokes can't be trusted. */
  readonly garbled: () => boolean;
};

const FRAME_MS = 66;
/** Nothing new is shown again this often, so that a resting pen is no silent device. */
const REFRESH_FRAMES = 15;
/** The pad takes the signature by itself once the pen has rested this long. */
const RESTED_MS = 1_500;
/** Forced with nothing written yet: this long for the first stroke. */
const FIRST_STROKE_MS = 3_000;
/** About ten minutes of writing; a pad that sends more is not being signed on. */
const MAX_SAMPLES = 120_000;

type Timing = { readonly restedMs?: number };

/** One signature from a pad, as strokes: ends by the pad's button, by a resting pen, or by the officer. */
export async function capturePen(source: PenSource, request: CaptureRequest, { clock, signal, restedMs = RESTED_MS }: { readonly clock: DriverEnvironment['clock']; readonly signal: AbortSignal } & Timing): Promise<Result<Still, AppError>> {
  if (request.slot !== 'signature') return err(new AppError('device.unsupported', { slot: request.slot }));
  const run = new PenRun(source, request);
  const stop = new AbortController();
  const onAbort = (): void => stop.abort();
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  void source.closed.then((how) => run.finish(how === 'closed' ? 'closed' : 'unplugged'));
  void request.forced.then(async () => {
    run.force();
    await clock.sleep(FIRST_STROKE_MS, stop.signal);
    run.finish(run.started ? 'forced' : 'nothing');
  });
  const deaf = source.listen((sample) => run.hear(sample, clock.now()), (how) => run.decide(how));
  for (let frame = 0; run.end === undefined && !stop.signal.aborted; frame++) {
    run.show(frame % REFRESH_FRAMES === 0);
    await Promise.race([clock.sleep(FRAME_MS, stop.signal), run.ended]);
    run.look(clock.now(), restedMs);
  }
  deaf();
  stop.abort();
  const cancelled = signal.aborted && run.end === undefined;
  signal.removeEventListener('abort', onAbort);
  return cancelled ? err(new AppError('device.cancelled', { driver: source.driver })) : run.result();
}

type End = 'accepted' | 'rested' | 'forced' | 'nothing' | 'refused' | 'unplugged' | 'closed' | 'too-long' | 'garbled';

class PenRun {
  readonly #source: PenSource;
  readonly #request: CaptureRequest;
  readonly #sheet: InkSheet;
  readonly #ended = Promise.withResolvers<void>();
  #samples: PenSample[] = [];
  #lastHeardMs = 0;
  #down = false;
  #forced = false;
  #end: End | undefined;

  constructor(source: PenSource, request: CaptureRequest) {
    [this.#source, this.#request] = [source, request];
    this.#sheet = new InkSheet(source);
  }

  get end(): End | undefined {
    return this.#end;
  }

  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  get started(): boolean {
    return this.#samples.length > 0;
  }

  finish(end: End): void {
    this.#end ??= end;
    this.#ended.resolve();
  }

  force(): void {
    this.#forced = true;
    if (this.started) this.finish('forced');
  }

  /** Hovering is not writing: a lifted pen counts once, where a stroke ends. */
  hear(sample: PenSample, nowMs: number): void {
    const down = sample.pressure > 0;
    if (!down && !this.#down) return;
    this.#down = down;
    this.#lastHeardMs = nowMs;
    if (this.#samples.push(sample) > MAX_SAMPLES) return this.finish('too-long');
    this.#sheet.draw(sample);
    if (this.#forced && !down) this.finish('forced');
  }

  decide(how: 'accept' | 'clear' | 'cancel'): void {
    if (how === 'cancel') return this.finish('refused');
    if (how === 'accept') return this.started ? this.finish('accepted') : undefined;
    this.#samples = [];
    this.#sheet.clear();
  }

  look(nowMs: number, restedMs: number): void {
    if (this.#source.garbled()) this.finish('garbled');
    if (this.started && nowMs - this.#lastHeardMs >= restedMs) this.finish('rested');
  }

  show(anyway: boolean): void {
    const frame: Raster | undefined = this.#sheet.takeFrame(anyway);
    if (frame !== undefined) this.#request.onPreview(frame, this.started ? 'signing' : 'waiting-for-pen');
  }

  result(): Result<Still, AppError> {
    const { driver, widthPx, heightPx, ppi } = this.#source;
    const fail = (code: 'device.unplugged' | 'device.bad-frame' | 'device.timeout' | 'device.cancelled', why: string): Result<Still, AppError> => err(new AppError(code, { driver, why }));
    if (this.#end === 'unplugged' || this.#end === 'closed') return fail('device.unplugged', this.#end);
    if (this.#source.garbled() || this.#end === 'too-long') return fail('device.bad-frame', this.#end ?? 'unreadable');
    if (this.#end === 'nothing') return fail('device.timeout', 'nothing-written');
    if (this.#end === 'refused') return fail('device.cancelled', 'refused-on-the-pad');
    const startMs = this.#samples[0]?.tMs ?? 0;
    const samples = this.#samples.map((sample) => ({ ...sample, tMs: Math.max(0, Math.round(sample.tMs - startMs)) }));
    return ok({ type: 'strokes', samples, widthPx, heightPx, ppi, warnings: this.#end === 'forced' ? ['forced'] : [] });
  }
}
