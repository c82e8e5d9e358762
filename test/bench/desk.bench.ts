import { cameraHealth } from '../../electron/core/device/health/camera-health.ts';
import { platenHealth } from '../../electron/core/device/health/platen-health.ts';
import { bundleFiles, zipBundle } from '../../native-bridges/kit/diagnostic-bundle/diagnostic-bundle.ts';
import { emptyPlatenView } from '../../drivers/sim-ten-print/empty-platen.ts';
import { rowOf, timed, type Row } from './row.ts';

const ROUNDS = 15;
const LOG_LINES = 2_000;

/** The technician's desk: what measuring costs the image worker, and a bundle with a full log. */
export async function* deskRows(): AsyncIterable<Row> {
  const platen = [0, 1, 2, 3].map((seq) => emptyPlatenView(seq, 'residue'));
  yield rowOf('platen health, 4 pictures of 640 x 600', 'ms', await rounds(() => platenHealth(platen, 248)), 150);
  const camera = { widthPx: 480, heightPx: 617, channels: 4 as const, pixels: new Uint8Array(480 * 617 * 4).map((_, n) => (n * 31) % 251) };
  yield rowOf('camera health, one picture of 480 x 617', 'ms', await rounds(() => cameraHealth([camera])), 40);
  const line = { seq: 1, at: '2026-03-02T02:00:00.000Z', level: 'info', deviceId: 'SIM-TP-0001', kind: 'fingerprint-scanner', code: 'capture.done', detail: { slot: 'right-four', ms: 1_302, frames: 20 } };
  const parts = { versions: {}, inventory: [], deviceLog: Array.from({ length: LOG_LINES }, () => line), missing: {} };
  yield rowOf('diagnostic bundle, 2,000 log lines', 'ms', await rounds(() => zipBundle(bundleFiles(parts))), 200);
}

async function rounds(work: () => unknown): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round++) samples.push(await timed(work));
  return samples;
}
