import { AppError } from '../../electron/core/errors/app-error.ts';
import { err } from '../../electron/core/result/result.ts';
import type { DeviceIdentity, Raster } from '../contract/driver.ts';
import { delivered, simulatedCapture, stopped } from '../contract/simulated-session.ts';
import { showUntilStopped } from '../contract/simulated-test.ts';
import type { SimulatedDriver } from '../contract/simulation.ts';
import { testView } from './test-view.ts';

const FRAME_MS = 66;
/** The camera lets go by itself once the face has been still this long. */
const STABLE_AFTER_MS = 1_200;
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
    const seen = await environment.scene.portrait(request.attempt);
    if (!seen.ok) return seen;
    const { still, live } = seen.value;
    if (request.test === true) return showUntilStopped(request, { pace, frameMs: FRAME_MS, picture: () => testView(live[0]!, environment.faults.fault) });
    for (let t = 0; t < STABLE_AFTER_MS; t += FRAME_MS) {
      const blink = t >= FIRST_BLINK_MS && t < FIRST_BLINK_MS + BLINK_MS;
      const calm = 1 - t / STABLE_AFTER_MS;
      request.onPreview(swayed(live[blink ? 1 : 0] ?? live[0]!, Math.round(6 * calm * Math.sin(t / 170)), Math.round(4 * calm * Math.sin(t / 230))), hintAt(t));
      const tick = await pace(FRAME_MS);
      if (tick === 'forced') return delivered({ type: 'raster', raster: still, ppi: 0, warnings: ['forced'] });
      if (tick !== 'tick') return stopped();
    }
    return delivered({ type: 'raster', raster: still, ppi: 0, warnings: [] });
  }),
};

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
