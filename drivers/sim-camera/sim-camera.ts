import { AppError } from '../../electron/core/errors/app-error.ts';
import { err } from '../../electron/core/result/result.ts';
import type { Result } from '../../electron/core/result/result.ts';
import type { DeviceIdentity, Raster, Still } from '../contract/driver.ts';
import { delivered, simulatedCapture, stopped } from '../contract/simulated-session.ts';
import { showUntilStopped } from '../contract/simulated-test.ts';
import type { SimulatedDriver } from '../contract/simulation.ts';
import { testView } from './test-view.ts';

const FRAME_MS = 50;
/** Nobody took the picture: the camera lets go by itself once a good face has been still this long. A wrong one waits for the officer. */
const STABLE_AFTER_MS = 3_000;
const CALM_AFTER_MS = 700;
const FIRST_BLINK_MS = 520;
const BLINK_MS = 130;

const identity: DeviceIdentity = { id: 'SIM-CAM-0001', maker: 'Trạm Căn Cước', model: 'Máy ảnh mô phỏng', serial: 'SIM-CAM-0001', driver: 'sim-camera', simulated: true };

/** A camera on a stand: the person sways a little, blinks once, and is photographed when still or when the officer says so. */
export const simCamera: SimulatedDriver = {
  kind: 'camera',
  identity,
  slots: ['portrait'],
  open: (environment) => simulatedCapture(identity, environment, async (request, pace) => {
    if (request.slot !== 'portrait') return err(new AppError('device.unsupported', { slot: request.slot }));
    for (let t = 0, wrong = environment.faults.portrait, seen = await environment.scene.portrait(wrong); ; t += FRAME_MS) {
      if (environment.faults.portrait !== wrong) {
        wrong = environment.faults.portrait;
        seen = await environment.scene.portrait(wrong);
        t = 0;
      }
      if (!seen.ok) return seen;
      const { live, still } = seen.value;
      if (request.test === true) return showUntilStopped(request, { pace, frameMs: FRAME_MS, picture: () => testView(live[0]!, environment.faults.fault) });
      if (t >= STABLE_AFTER_MS && wrong === undefined) return taken(await still(), []);
      request.onPreview(frameAt(live, t), hintAt(t));
      const tick = await pace(FRAME_MS);
      if (tick === 'forced') return taken(await still(), ['forced']);
      if (tick !== 'tick') return stopped();
    }
  }),
};

const taken = (still: Result<Raster, AppError>, warnings: readonly string[]): Result<Still, AppError> =>
  still.ok ? delivered({ type: 'raster', raster: still.value, ppi: 0, warnings }) : still;

/** Sways until calm and blinks once. */
function frameAt(live: readonly Raster[], t: number): Raster {
  const blink = t >= FIRST_BLINK_MS && t < FIRST_BLINK_MS + BLINK_MS;
  const calm = Math.max(0, 1 - t / CALM_AFTER_MS);
  return swayed(live[blink ? 1 : 0] ?? live[0]!, Math.round(6 * calm * Math.sin(t / 170)), Math.round(4 * calm * Math.sin(t / 230)));
}

const hintAt = (ms: number): string => (ms < 300 ? 'face-recognized' : ms < 700 ? 'look-straight' : 'stand-still');

/** The frame moved by whole pixels, its edge repeated: rows are copied, so a frame costs next to nothing. */
function swayed(frame: Raster, dx: number, dy: number): Raster {
  const row = frame.widthPx * frame.channels;
  const pixels = new Uint8Array(frame.pixels.length);
  const shift = dx * frame.channels;
  for (let y = 0; y < frame.heightPx; y++) {
    const from = Math.min(frame.heightPx - 1, Math.max(0, y - dy)) * row;
    const source = frame.pixels.subarray(from, from + row);
    pixels.set(source, y * row);
    if (shift > 0) pixels.set(source.subarray(0, row - shift), y * row + shift);
    else if (shift < 0) pixels.set(source.subarray(-shift), y * row);
  }
  return { ...frame, pixels };
}
