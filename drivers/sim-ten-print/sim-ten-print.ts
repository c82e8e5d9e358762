import { FINGERPRINT_SLOTS, expectedFingers, type FingerprintSlot } from '../../electron/core/dossier/capture-slots.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, type Result } from '../../electron/core/result/result.ts';
import type { CaptureDevice, CaptureRequest, DeviceIdentity, Raster, Still } from '../contract/driver.ts';
import { delivered, simulatedCapture, stopped, type Pace, type Tick } from '../contract/simulated-session.ts';
import { showUntilStopped } from '../contract/simulated-test.ts';
import type { SimulatedDriver, SimulationEnvironment } from '../contract/simulation.ts';
import { emptyPlatenView } from './empty-platen.ts';
import { LIFT_MS, livePhases, platenView } from './platen-view.ts';

const FRAME_MS = 50;
/** Resolution of the sensor. */
const PPI = 500;

const identity: DeviceIdentity = { id: 'SIM-TP-0001', maker: 'Trạm Căn Cước', model: 'Máy lấy vân tay mô phỏng', serial: 'SIM-TP-0001', driver: 'sim-ten-print', simulated: true };

const isPrint = (slot: string): slot is FingerprintSlot => (FINGERPRINT_SLOTS as readonly string[]).includes(slot);

/** A four-finger scanner that sees the scene: an empty platen, fingers coming down, recognised, held still, captured by itself, lifted before the next. */
export const simTenPrint: SimulatedDriver = { kind: 'fingerprint-scanner', identity, slots: FINGERPRINT_SLOTS, open };

/** What lies on the glass since the last picture. */
type Lying = { readonly live: Raster; readonly ppi: number; readonly sinceMs: number };
/** Nobody leaves the fingers there longer than this by themselves. */
const LEFT_ALONE_MS = 1_500;
const EMPTY_PPI = 200;

function open(environment: SimulationEnvironment): CaptureDevice {
  /** Fingers of the picture before, as long as they lie on the glass. */
  let lying: Lying | undefined;
  return simulatedCapture(identity, environment, async (request, pace) => {
    if (request.test === true) return showUntilStopped(request, { pace, frameMs: FRAME_MS, picture: (seq) => emptyPlatenView(seq, environment.faults.fault) });
    if (!isPrint(request.slot)) return err(new AppError('device.unsupported', { slot: request.slot }));
    if (expectedFingers(request.slot, request.missing).length === 0) return err(new AppError('device.unsupported', { slot: request.slot, why: 'every finger is missing' }));
    const scene = environment.scene.fingerprints(request.slot, request.missing, request.attempt);
    // A frame goes out at once so that the screen is never blank; the platen is empty until the picture is there.
    const before = lying !== undefined && environment.clock.now() - lying.sinceMs < LEFT_ALONE_MS ? lying : undefined;
    lying = undefined;
    request.onPreview(before?.live ?? emptyPlaten, 'starting', before?.ppi ?? EMPTY_PPI);
    const lifted = await liftBefore(request, pace, before);
    const seen = await scene;
    if (!seen.ok) return seen;
    const { still, live } = seen.value;
    const answer = await layDown(request, pace, { still, live, lifted });
    if (answer.ok) lying = { live, ppi: (PPI * live.widthPx) / still.widthPx, sinceMs: environment.clock.now() };
    return answer;
  });
}

/** The fingers of the picture before go up, and the glass stays empty until the host has seen that it is. */
async function liftBefore({ onPreview, armed }: CaptureRequest, pace: Pace, lying: Lying | undefined): Promise<Tick> {
  for (let t = LIFT_MS; lying !== undefined && t > 0; t -= FRAME_MS) {
    onPreview(platenView(lying.live, t), 'remove-fingers', lying.ppi);
    const tick = await pace(FRAME_MS);
    if (tick !== 'tick') return tick;
  }
  let clear = armed === undefined;
  void armed?.then(() => {
    clear = true;
  });
  await Promise.resolve();
  while (!clear) {
    onPreview(emptyPlaten, 'searching-fingers', EMPTY_PPI);
    const tick = await pace(FRAME_MS);
    if (tick !== 'tick') return tick;
  }
  return 'tick';
}

type Fingers = { readonly still: Raster; readonly live: Raster; /** How the wait before ended. */ readonly lifted: Tick };

/** Fingers come down and lie still; the picture is taken by itself after `holdMs`, or when the officer says so. */
async function layDown({ onPreview, holdMs }: CaptureRequest, pace: Pace, { still, live, lifted }: Fingers): Promise<Result<Still, AppError>> {
  const taken = (warnings: readonly string[]): Result<Still, AppError> => delivered({ type: 'raster', raster: still, ppi: PPI, warnings });
  if (lifted !== 'tick') return lifted === 'forced' ? taken(['forced']) : stopped();
  for (const { hint, untilMs, fromMs } of livePhases(holdMs)) {
    for (let t = fromMs; t < untilMs; t += FRAME_MS) {
      onPreview(platenView(live, t), hint, (PPI * live.widthPx) / still.widthPx);
      const tick = await pace(FRAME_MS);
      if (tick !== 'tick') return tick === 'forced' ? taken(['forced']) : stopped();
    }
  }
  return taken([]);
}

const emptyPlaten: Raster = { widthPx: 640, heightPx: 600, channels: 1, pixels: new Uint8Array(640 * 600).fill(250) };
