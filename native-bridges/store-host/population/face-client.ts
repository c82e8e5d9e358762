import { CENTRE_PATHS } from '../../../electron/contract/centre.ts';
import { FaceReply } from '../../../electron/contract/ngsp.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { FaceClient } from '../seams.ts';
import { headOf } from './gateway-head.ts';
import { askGateway } from './gateway-http.ts';

/** Asks the population gateway for the face on a citizen's last card. */
export const faceClient: FaceClient = {
  async lastFace(centreUrl, asked, signal) {
    const reply = await askGateway(new URL(CENTRE_PATHS.face, centreUrl), { body: { ...headOf(asked), SoDinhDanh: asked.pid }, reply: FaceReply, signal });
    if (reply.SoDinhDanh !== asked.pid) throw new AppError('population.bad-reply', { why: 'somebody else' });
    const { AnhChanDung: face } = reply;
    return face === undefined ? undefined : { bytes: new Uint8Array(Buffer.from(face.DuLieu, 'base64')), issuedOn: face.NgayCap };
  },
};
