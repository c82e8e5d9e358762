import type { Result } from '../../electron/core/result/result.ts';
import type { AppError } from '../../electron/core/errors/app-error.ts';
import type { CaptureRequest, Raster, Still } from './driver.ts';
import { stopped, type Pace } from './simulated-session.ts';

/** A self-test at a simulated sensor: pictures of nobody, one after the other, until whoever asked has seen enough. */
export async function showUntilStopped(request: CaptureRequest, { pace, frameMs, picture }: { readonly pace: Pace; readonly frameMs: number; readonly picture: (seq: number) => Raster }): Promise<Result<Still, AppError>> {
  for (let seq = 0; ; seq++) {
    request.onPreview(picture(seq), 'testing');
    if ((await pace(frameMs)) !== 'tick') return stopped();
  }
}
