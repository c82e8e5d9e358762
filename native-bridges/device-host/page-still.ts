import { createHash } from 'node:crypto';
import type { Handlers } from '../../electron/contract/call.ts';
import type { DeviceContract, StillView } from '../../electron/contract/device.ts';
import { PAGE_CAMERA_DRIVER } from '../../electron/core/device/page-camera.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import type { CaptureSpool } from './capture-spool.ts';
import type { PageContext } from './device-handlers.ts';
import type { ImageWorkshop } from './image-workshop.ts';

/** A 4000 px JPEG of the best quality is about half of it. */
const MAX_BYTES = 16 * 1024 * 1024;

type PageStill = Parameters<Handlers<DeviceContract, PageContext>['still.put']>[0];

/** Portraits that the page took itself: decoded away from the loop before they are believed to be images. */
export const pageStillHandlers = (workshop: ImageWorkshop, spool: CaptureSpool): Pick<Handlers<DeviceContract, PageContext>, 'still.put'> => ({
  'still.put': async (put) => {
    await check(workshop, put);
    const { camera, bytes: given, attempt, ...facts } = put;
    const bytes = Uint8Array.from(given);
    const kept = { ...facts, sha256: createHash('sha256').update(bytes).digest('hex'), ppi: 0, capturedAt: new Date().toISOString(), analysis: null };
    const device = { id: `${PAGE_CAMERA_DRIVER}:${camera}`.slice(0, 200), kind: 'camera', model: camera, serial: '', driver: PAGE_CAMERA_DRIVER, simulated: false };
    spool.put({ ...kept, bytes, device, attempt, record: null });
    return { ...kept, viewMediaType: put.mediaType, view: bytes, warnings: [] } satisfies StillView;
  },
});

/** @throws {AppError} capture.bad-image for what is too large, no image, or of another size than it claims */
async function check(workshop: ImageWorkshop, { bytes, mediaType, widthPx, heightPx }: PageStill): Promise<void> {
  const refuse = (why: string): never => {
    throw new AppError('capture.bad-image', { why });
  };
  if (bytes.byteLength === 0 || bytes.byteLength > MAX_BYTES) refuse('size');
  const measured = await workshop.run('measure', { bytes, mediaType });
  if (!measured.ok) return refuse('format');
  if (measured.value.widthPx !== widthPx || measured.value.heightPx !== heightPx) refuse('dimensions');
}
