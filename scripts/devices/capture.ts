import { writeFileSync } from 'node:fs';
import type { CaptureSlot } from '../../electron/core/dossier/capture-slots.ts';
import { openDesk, type DeskOptions, type DeskSession } from './desk-session.ts';

export const CAPTURE_KINDS = { fingerprint: ['fingerprint-scanner', 'right-four'], portrait: ['camera', 'portrait'], signature: ['signature-pad', 'signature'] } as const;
export type CaptureKindName = keyof typeof CAPTURE_KINDS;
export type CaptureOptions = DeskOptions & { readonly kind: CaptureKindName; readonly slot: CaptureSlot; readonly deviceId: string | undefined; readonly json: boolean; readonly outFile: string | undefined };

const APPEAR_MS = 5_000;

/** Takes one picture and keeps it nowhere but in `--out`. @returns the exit code: 0 captured, 1 not */
export async function captureOnce(options: CaptureOptions): Promise<number> {
  const desk = await openDesk(options);
  const report = await capture(desk, options);
  await desk.close();
  const words = report.ok ? `${report.device} · ${report.slot} · ${report.widthPx} × ${report.heightPx} px · ${report.tookMs} ms` : `${report.code} ${JSON.stringify(report.detail)}`;
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : `${words}\n`);
  return report.ok ? 0 : 1;
}

type Report =
  | { readonly ok: true; readonly device: string; readonly driver: string; readonly slot: CaptureSlot; readonly widthPx: number; readonly heightPx: number; readonly ppi: number; readonly sha256: string; readonly warnings: readonly string[]; readonly frames: number; readonly firstFrameMs: number | null; readonly tookMs: number }
  | { readonly ok: false; readonly code: string; readonly detail: Readonly<Record<string, string | number | boolean>> };

async function capture({ page, find }: DeskSession, { kind, slot, deviceId, outFile }: CaptureOptions): Promise<Report> {
  const [deviceKind] = CAPTURE_KINDS[kind];
  const device = await find((view) => view.kind === deviceKind && view.state.kind === 'ready' && (deviceId === undefined || view.id === deviceId), APPEAR_MS);
  if (device === undefined) return { ok: false, code: 'device.not-found', detail: { kind: deviceKind } };
  const startedAt = performance.now();
  const job = await page['job.start']({ deviceId: device.id, slot, missing: [], attempt: 1 });
  if (!job.ok) return { ok: false, ...job.error };
  const { jobId } = job.value;
  let frames = 0;
  let firstFrameMs: number | null = null;
  for (let after = 0; ;) {
    const reply = await page['job.preview']({ jobId, after });
    if (!reply.ok || reply.value.frame === null) break;
    after = reply.value.frame.seq;
    frames++;
    firstFrameMs ??= Math.round(performance.now() - startedAt);
  }
  const still = await page['job.result']({ jobId });
  if (!still.ok) return { ok: false, ...still.error };
  const { widthPx, heightPx, ppi, sha256, warnings, view } = still.value;
  if (outFile !== undefined) writeFileSync(outFile, view);
  return { ok: true, device: device.id, driver: device.driver, slot, widthPx, heightPx, ppi, sha256, warnings, frames, firstFrameMs, tookMs: Math.round(performance.now() - startedAt) };
}
