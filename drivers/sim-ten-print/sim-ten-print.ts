import { FINGERPRINT_SLOTS, expectedFingers, type FingerprintSlot } from '../../electron/core/dossier/capture-slots.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { err } from '../../electron/core/result/result.ts';
import type { DeviceIdentity, Raster } from '../contract/driver.ts';
import { delivered, simulatedCapture, stopped } from '../contract/simulated-session.ts';
import { showUntilStopped } from '../contract/simulated-test.ts';
import type { SimulatedDriver } from '../contract/simulation.ts';
import { emptyPlatenView } from './empty-platen.ts';
import { LIVE_PHASES, platenView } from './platen-view.ts';

const FRAME_MS = 66;
/** Resolution of the sensor. */
const PPI = 500;

const identity: DeviceIdentity = { id: 'SIM-TP-0001', maker: 'Trạm Căn Cước', model: 'Máy lấy vân tay mô phỏng', serial: 'SIM-TP-0001', driver: 'sim-ten-print', simulated: true };

const isPrint = (slot: string): slot is FingerprintSlot => (FINGERPRINT_SLOTS as readonly string[]).includes(slot);

/** A four-finger scanner that sees the scene: an empty platen, fingers coming down, recognised, held still, captured by itself. */
export const simTenPrint: SimulatedDriver = {
  kind: 'fingerprint-scanner',
  identity,
  slots: FINGERPRINT_SLOTS,
  open: (environment) => simulatedCapture(identity, environment, async (request, pace) => {
    if (request.test === true) return showUntilStopped(request, { pace, frameMs: FRAME_MS, picture: (seq) => emptyPlatenView(seq, environment.faults.fault) });
    if (!isPrint(request.slot)) return err(new AppError('device.unsupported', { slot: request.slot }));
    if (expectedFingers(request.slot, request.missing).length === 0) return err(new AppError('device.unsupported', { slot: request.slot, why: 'every finger is missing' }));
    const scene = environment.scene.fingerprints(request.slot, request.missing, request.attempt);
    // The platen is empty until the picture is there; a frame goes out at once so that the screen is never blank.
    request.onPreview(emptyPlaten, 'starting');
    const seen = await scene;
    if (!seen.ok) return seen;
    const { still, live } = seen.value;
    for (const { hint, untilMs, fromMs } of LIVE_PHASES) {
      for (let t = fromMs; t < untilMs; t += FRAME_MS) {
        request.onPreview(platenView(live, t), hint, (PPI * live.widthPx) / still.widthPx);
        const tick = await pace(FRAME_MS);
        if (tick === 'forced') return delivered({ type: 'raster', raster: still, ppi: PPI, warnings: ['forced'] });
        if (tick !== 'tick') return stopped();
      }
    }
    return delivered({ type: 'raster', raster: still, ppi: PPI, warnings: [] });
  }),
};

const emptyPlaten: Raster = { widthPx: 640, heightPx: 600, channels: 1, pixels: new Uint8Array(640 * 600).fill(250) };
