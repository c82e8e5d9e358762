import { AppError } from '../../electron/core/errors/app-error.ts';
import { err } from '../../electron/core/result/result.ts';
import type { DeviceIdentity } from '../contract/driver.ts';
import { delivered, simulatedCapture, stopped } from '../contract/simulated-session.ts';
import type { SimulatedDriver } from '../contract/simulation.ts';

const FRAME_MS = 50;
/** The camera lets go by itself once the page has lain still this long. */
const STABLE_AFTER_MS = 1_000;

const identity: DeviceIdentity = { id: 'SIM-DOC-0001', maker: 'Trạm Căn Cước', model: 'Máy chụp giấy tờ mô phỏng', serial: 'SIM-DOC-0001', driver: 'sim-document-camera', simulated: true };

/** A camera on an arm above the desk, on which a page lies a little askew. */
export const simDocumentCamera: SimulatedDriver = {
  kind: 'document-camera',
  identity,
  slots: ['document'],
  open: (environment) => simulatedCapture(identity, environment, async (request, pace) => {
    if (request.slot !== 'document') return err(new AppError('device.unsupported', { slot: request.slot }));
    const seen = await environment.scene.document(request.paper ?? 'a4', request.attempt);
    if (!seen.ok) return seen;
    const { still, live } = seen.value;
    for (let t = 0; t < STABLE_AFTER_MS; t += FRAME_MS) {
      request.onPreview({ ...live, pixels: live.pixels.slice() }, 'searching-page');
      const tick = await pace(FRAME_MS);
      if (tick === 'forced') return delivered({ type: 'raster', raster: still, ppi: 0, warnings: ['forced'] });
      if (tick !== 'tick') return stopped();
    }
    return delivered({ type: 'raster', raster: still, ppi: 0, warnings: [] });
  }),
};
