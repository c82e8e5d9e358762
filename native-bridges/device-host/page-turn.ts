import type { Handlers } from '../../electron/contract/call.ts';
import type { DeviceContract, StillView } from '../../electron/contract/device.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import type { CaptureSpool } from './capture-spool.ts';
import type { PageContext } from './device-handlers.ts';
import type { ImageWorkshop } from './image-workshop.ts';

type Services = { readonly workshop: ImageWorkshop; readonly spool: CaptureSpool };

/** A page that lay sideways or upside down under the camera. It stays the same picture: what was wrong with it stays, too. */
export const pageTurnHandlers = ({ workshop, spool }: Services): Pick<Handlers<DeviceContract, PageContext>, 'still.turn-page'> => ({
  'still.turn-page': async ({ sha256, quarters }) => {
    const still = spool.take(sha256);
    if (still.slot !== 'document' || still.mediaType !== 'image/jpeg') throw new AppError('capture.bad-slot');
    const turned = await workshop.run('turn', { sha256, bytes: still.bytes, ppi: still.ppi, quarters });
    if (!turned.ok) throw new AppError('capture.bad-image', { why: 'format' });
    const { view, viewMediaType, derived: _none, ...file } = turned.value;
    spool.put({ ...still, ...file });
    if (file.sha256 !== sha256) spool.release(sha256);
    const { bytes: _kept, ...shown } = file;
    return { ...shown, slot: 'document', viewMediaType, view, warnings: still.warnings ?? [], capturedAt: still.capturedAt, analysis: null } satisfies StillView;
  },
});
