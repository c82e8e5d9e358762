import type { SelfTest, TestStep } from '../../../electron/contract/technician.ts';
import { framePace, type FramePace } from '../../../electron/core/device/health/frame-pace.ts';
import { isHealthy, type Reading } from '../../../electron/core/device/health/measures.ts';
import { penHealth } from '../../../electron/core/device/health/pen-health.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { ok, type Result } from '../../../electron/core/result/result.ts';
import type { StillSlot } from '../../../electron/core/dossier/capture-slots.ts';
import type { CaptureDevice, PrinterDevice, Raster, Still } from '../../../drivers/contract/driver.ts';
import type { DeviceSession } from '../device-session.ts';
import type { ImageWorkshop } from '../image-workshop.ts';

const FRAMES = 16;
const PICTURES = 4;
const LIVE_MS = 6_000;
/** Somebody has to draw the lines. */
const PEN_MS = 30_000;
const STATUS_MS = 3_000;
const TEST_SLOT: Readonly<Record<string, StillSlot>> = { 'fingerprint-scanner': 'right-four', camera: 'portrait', 'document-camera': 'document', 'signature-pad': 'signature' };

type Seen = { readonly pictures: readonly Raster[]; readonly atMs: readonly number[]; readonly still: Result<Still, AppError> | undefined };

export type TestMeans = { readonly workshop: ImageWorkshop; /** The platen's level when it was first measured. */ readonly referenceLevel: number | undefined };

/** Looks at one device with nobody before it: is it there, does it show anything, and what is measured of that. Never throws. */
export async function selfTest(session: DeviceSession, { workshop, referenceLevel }: TestMeans): Promise<SelfTest> {
  const { kind, identity } = session.entry;
  const about = { deviceId: identity.id, kind, model: identity.model, simulated: identity.simulated, at: new Date().toISOString() };
  const { state } = session;
  const ready: TestStep = step('ready', state.kind === 'ready' || state.kind === 'busy', { code: state.kind === 'blocked' ? `blocked.${state.reason}` : state.kind, advice: `state.${state.kind}` });
  const looked = !ready.passed ? NOTHING : kind === 'printer' ? await lookAtPrinter(session as unknown as DeviceSession<PrinterDevice>) : kind === 'code-reader' ? NOTHING : await lookAtPictures(session as unknown as DeviceSession<CaptureDevice>, { workshop, referenceLevel });
  const steps = [ready, ...looked.steps];
  return { ...about, steps, readings: [...looked.readings], histogram: [...looked.histogram], passed: steps.every(({ passed }) => passed) };
}

type Looked = { readonly steps: readonly TestStep[]; readonly readings: readonly Reading[]; readonly histogram: readonly number[] };
const NOTHING: Looked = { steps: [], readings: [], histogram: [] };

async function lookAtPrinter(session: DeviceSession<PrinterDevice>): Promise<Looked> {
  const status = await session.device?.status(AbortSignal.timeout(STATUS_MS));
  const state = status?.ok ? status.value : { state: 'offline', detail: '' };
  const passed = state.state === 'idle' || state.state === 'printing';
  return { ...NOTHING, steps: [step('status', passed, { code: state.detail === '' ? state.state : state.detail, advice: `printer.${state.state}` })] };
}

async function lookAtPictures(session: DeviceSession<CaptureDevice>, means: TestMeans): Promise<Looked> {
  const { kind } = session.entry;
  const seen = await watch(session);
  const failure = seen.still !== undefined && !seen.still.ok && seen.still.error.code !== 'device.cancelled' ? seen.still.error.code : '';
  const live = step('live', seen.pictures.length > 0 && failure === '', { code: failure, advice: 'live' });
  if (!live.passed) return { ...NOTHING, steps: [live] };
  const pace = framePace(seen.atMs);
  const readings = [...(await healthOf(kind, seen, means)), ...paceOf(kind, pace)];
  const steps = readings.map((reading): TestStep => ({ ...step('measure', isHealthy(reading), { code: '', advice: reading.measure }), measure: reading.measure, value: reading.value }));
  // A pad nobody drew on has shown that it lives, and nothing more.
  const drawn = kind !== 'signature-pad' || readings.some(({ measure }) => measure === 'pad-linearity') ? [] : [step('measure', false, { code: 'nothing-drawn', advice: 'pad-lines' })];
  return { steps: [live, ...steps, ...drawn], readings, histogram: pace.histogram };
}

async function healthOf(kind: string, { pictures, still }: Seen, { workshop, referenceLevel }: TestMeans): Promise<readonly Reading[]> {
  if (kind === 'fingerprint-scanner' || kind === 'camera') {
    const measured = await workshop.run('health', { kind, pictures, referenceLevel });
    return measured.ok ? measured.value : [];
  }
  return still?.ok && still.value.type === 'strokes' ? penHealth(still.value.samples, still.value.ppi) : [];
}

/** A pad shows a new frame where there is new ink: the gaps between frames are the hand's, not the device's. */
const paceOf = (kind: string, { readings }: FramePace): readonly Reading[] => (kind === 'signature-pad' ? readings.filter(({ measure }) => measure === 'first-frame') : readings);

/** Watches live pictures until there are enough; a pad is watched until the lines are drawn. */
async function watch(session: DeviceSession<CaptureDevice>): Promise<Seen> {
  const pictures: Raster[] = [];
  const atMs: number[] = [];
  const enough = new AbortController();
  const isPad = session.entry.kind === 'signature-pad';
  const late = AbortSignal.any([enough.signal, AbortSignal.timeout(isPad ? PEN_MS : LIVE_MS)]);
  const startedAt = performance.now();
  const still = await session.run({
    id: 'self-test', cancelled: new AbortController().signal,
    begin: async (device, signal) => ok(await device.capture({
      slot: TEST_SLOT[session.entry.kind]!, missing: new Set(), attempt: 1, test: true, forced: new Promise(() => undefined),
      onPreview: (picture) => {
        atMs.push(performance.now() - startedAt);
        // The first pictures may still show a sensor that wakes up.
        if (pictures.push(picture) > PICTURES) pictures.shift();
        if (!isPad && atMs.length >= FRAMES) enough.abort();
      },
    }, AbortSignal.any([signal, late]))),
  });
  return { pictures, atMs, still: still.ok ? still.value : still };
}

function step(name: TestStep['step'], passed: boolean, { code, advice }: { readonly code: string; readonly advice: string }): TestStep {
  return { step: name, measure: null, value: null, code, passed, advice: passed ? '' : advice };
}
