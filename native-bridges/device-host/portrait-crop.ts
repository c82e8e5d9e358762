import type { PortraitAnalysis, PortraitFindings } from '../../electron/contract/analysis.ts';
import type { Handlers } from '../../electron/contract/call.ts';
import type { DeviceContract, Still, StillView } from '../../electron/contract/device.ts';
import { judge } from '../../electron/core/biometrics/face/criteria/criterion.ts';
import type { PortraitAdjust } from '../../electron/core/biometrics/face/portrait-adjust.ts';
import type { Eyes } from '../../electron/core/biometrics/face/portrait-window.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import type { CaptureSpool } from './capture-spool.ts';
import type { PageContext } from './device-handlers.ts';
import type { ImageWorkshop } from './image-workshop.ts';

type Services = { readonly workshop: ImageWorkshop; readonly spool: CaptureSpool };

/** Portraits cut out of stills that wait in the spool: the page says where the face is, the pixels stay here. */
export const portraitCropHandlers = (services: Services): Pick<Handlers<DeviceContract, PageContext>, 'still.crop-portrait' | 'still.adjust-portrait'> => ({
  'still.crop-portrait': (findings) => cut(services, services.spool.take(findings.sha256), findings),
  'still.adjust-portrait': ({ adjust, ...findings }) => cut(services, services.spool.sourceOf(findings.sha256), findings, adjust),
});

/** The portrait takes the place of what `findings` names; the whole picture stays with it until it is decided on, for the next cut. */
async function cut({ workshop, spool }: Services, whole: Still, findings: PortraitFindings, adjust?: PortraitAdjust): Promise<StillView> {
  if (whole.slot !== 'portrait') throw new AppError('capture.bad-slot');
  if (whole.mediaType === 'application/json' || !isFaceInside(findings, whole)) throw new AppError('capture.bad-image', { why: 'face' });
  const { rightEye, leftEye, chin } = findings;
  const cropped = await workshop.run('crop', { sha256: whole.sha256, bytes: whole.bytes, mediaType: whole.mediaType, eyes: { rightEye, leftEye, chin }, adjust });
  if (!cropped.ok) throw new AppError('capture.bad-image', { why: 'format' });
  const { view, viewMediaType, derived = [], ...file } = cropped.value.encoded;
  const analysis = { ...analysisOf(findings, cropped.value.eyes), ...(adjust === undefined ? {} : { adjust }) };
  const { bytes: _raw, derived: _whole, ...facts } = whole;
  spool.put({ ...facts, ...file, derived: [...derived], analysis }, whole);
  if (file.sha256 !== findings.sha256) spool.release(findings.sha256);
  const { bytes: _kept, ...shown } = file;
  return { ...shown, slot: 'portrait', viewMediaType, view, warnings: [], capturedAt: whole.capturedAt, analysis };
}

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
