import type { PortraitAnalysis, PortraitFindings } from '../../electron/contract/analysis.ts';
import type { Handlers } from '../../electron/contract/call.ts';
import type { DeviceContract, Still, StillView } from '../../electron/contract/device.ts';
import { judge } from '../../electron/core/biometrics/face/criteria/criterion.ts';
import type { Eyes } from '../../electron/core/biometrics/face/portrait-window.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import type { CaptureSpool } from './capture-spool.ts';
import type { PageContext } from './device-handlers.ts';
import type { ImageWorkshop } from './image-workshop.ts';

type Services = { readonly workshop: ImageWorkshop; readonly spool: CaptureSpool };

/** Portraits cut out of stills that wait in the spool: the page says where the face is, the pixels stay here. */
export const portraitCropHandlers = ({ workshop, spool }: Services): Pick<Handlers<DeviceContract, PageContext>, 'still.crop-portrait'> => ({
  'still.crop-portrait': async (findings) => {
    const still = spool.take(findings.sha256);
    if (still.slot !== 'portrait') throw new AppError('capture.bad-slot');
    if (still.mediaType === 'application/json' || !isFaceInside(findings, still)) throw new AppError('capture.bad-image', { why: 'face' });
    const { rightEye, leftEye, chin } = findings;
    const cropped = await workshop.run('crop', { sha256: findings.sha256, bytes: still.bytes, mediaType: still.mediaType, eyes: { rightEye, leftEye, chin } });
    if (!cropped.ok) throw new AppError('capture.bad-image', { why: 'format' });
    const { view, viewMediaType, derived = [], ...file } = cropped.value.encoded;
    const analysis = analysisOf(findings, cropped.value.eyes);
    const { bytes: _raw, derived: _whole, ...facts } = still;
    spool.put({ ...facts, ...file, derived: [...derived], analysis });
    // The whole picture shows more of the person and the room than anybody needs.
    if (file.sha256 !== findings.sha256) spool.release(findings.sha256);
    const { bytes: _kept, ...shown } = file;
    return { ...shown, slot: 'portrait', viewMediaType, view, warnings: [], capturedAt: still.capturedAt, analysis } satisfies StillView;
  },
});

function analysisOf({ template, pose, criteria }: PortraitFindings, eyes: Eyes): PortraitAnalysis {
  const judged = criteria.map(({ criterion, unit, value, min, max }) => judge(criterion, unit, value ?? undefined, { ...(min !== null && { min }), ...(max !== null && { max }) }));
  return { kind: 'portrait', measure: 'page-detector', template, pose, ...eyes, criteria: judged, verdict: judged.every(({ ok }) => ok) ? 'good' : 'look' };
}

/** Eyes and chin inside the picture, in an order a face has: anything else would ask for an endless window. */
function isFaceInside({ rightEye, leftEye, chin }: Eyes, { widthPx, heightPx }: Pick<Still, 'widthPx' | 'heightPx'>): boolean {
  const inside = [rightEye, leftEye, chin].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y) && x >= 0 && y >= 0 && x <= widthPx && y <= heightPx);
  const far = (a: { readonly x: number; readonly y: number }, b: { readonly x: number; readonly y: number }): number => Math.hypot(a.x - b.x, a.y - b.y);
  return inside && far(rightEye, leftEye) >= 8 && far(rightEye, chin) >= 8 && far(leftEye, chin) >= 8;
}
