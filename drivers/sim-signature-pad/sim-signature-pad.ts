import { blankSheet, inkSamples } from '../../electron/core/biometrics/signature/ink.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, type Result } from '../../electron/core/result/result.ts';
import type { CaptureRequest, DeviceIdentity, Raster, Still } from '../contract/driver.ts';
import { delivered, simulatedCapture, stopped, type Pace } from '../contract/simulated-session.ts';
import type { SignedScene, SimulatedDriver } from '../contract/simulation.ts';
import { PAD } from '../personas/signature.ts';
import { ruledLines } from './ruled-lines.ts';

const FRAME_MS = 66;
/** The person signs faster than real pens do, so that nobody waits for a simulation. */
const SPEED_UP = 1.8;
const LIVE_WIDTH_PX = 600;
/** The pad takes the signature once the pen has rested this long. */
const RESTED_MS = 400;

const identity: DeviceIdentity = { id: 'SIM-SIG-0001', maker: 'Trạm Căn Cước', model: 'Bảng ký mô phỏng', serial: 'SIM-SIG-0001', driver: 'sim-signature-pad', simulated: true };

/** A pen pad: strokes grow as the person signs; pen lifted for a while = finished. */
export const simSignaturePad: SimulatedDriver = {
  kind: 'signature-pad',
  identity,
  slots: ['signature'],
  open: (environment) => simulatedCapture(identity, environment, async (request, pace) => {
    if (request.slot !== 'signature') return err(new AppError('device.unsupported', { slot: request.slot }));
    if (request.test === true) return sign({ type: 'strokes', ...PAD, samples: ruledLines(PAD, environment.faults.fault) }, request, pace);
    const scene = await environment.scene.signature(request.attempt);
    if (!scene.ok) return scene;
    return scene.value.type === 'strokes' ? sign(scene.value, request, pace) : show(scene.value, request, pace);
  }),
};

async function sign(scene: SignedScene & { type: 'strokes' }, request: CaptureRequest, pace: Pace): Promise<Result<Still, AppError>> {
  const { samples, widthPx, heightPx, ppi } = scene;
  const live: Raster = { ...blankSheet(LIVE_WIDTH_PX, Math.round((LIVE_WIDTH_PX * heightPx) / widthPx)), channels: 1 };
  const lastMs = samples.at(-1)?.tMs ?? 0;
  let drawn = 0;
  for (let t = 0; t < lastMs / SPEED_UP + RESTED_MS; t += FRAME_MS) {
    const upTo = samples.findIndex((sample) => sample.tMs > t * SPEED_UP);
    const now = upTo < 0 ? samples.length : upTo;
    inkSamples(live, samples, { from: drawn, to: now }, { widthPx, ppi });
    drawn = now;
    request.onPreview(copied(live), drawn === 0 ? 'waiting-for-pen' : drawn < samples.length ? 'signing' : 'capturing');
    const tick = await pace(FRAME_MS);
    if (tick === 'forced') break;
    if (tick !== 'tick') return stopped();
  }
  // What a forced capture has not seen was never written: only the samples up to now belong to it.
  return delivered({ type: 'strokes', samples: samples.slice(0, drawn), widthPx, heightPx, ppi, warnings: drawn < samples.length ? ['forced'] : [] });
}

async function show(scene: SignedScene & { type: 'raster' }, request: CaptureRequest, pace: Pace): Promise<Result<Still, AppError>> {
  request.onPreview(copied(scene.live), 'capturing');
  const tick = await pace(RESTED_MS);
  if (tick !== 'tick' && tick !== 'forced') return stopped();
  return delivered({ type: 'raster', raster: scene.still, ppi: scene.ppi, warnings: [] });
}

const copied = (raster: Raster): Raster => ({ ...raster, pixels: raster.pixels.slice() });
