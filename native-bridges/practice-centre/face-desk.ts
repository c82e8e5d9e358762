import type { FaceReply, FaceRequest } from '../../electron/contract/ngsp.ts';
import { sha256Hex } from '../kit/sealed-dossier/seal-files.ts';
import type { Citizen } from '../../drivers/personas/citizens.ts';
import { faceOnCard, lastCardOf } from '../../drivers/personas/last-card.ts';

/** What a register keeps a face at. */
const JPEG_QUALITY = 85;
/** Faces at hand: the officer looks at one several times. */
const KEPT = 50;

/** The register of faces: drawn when first asked for. */
export class FaceDesk {
  readonly #citizen: (pid: string) => Citizen | undefined;
  readonly #drawn = new Map<string, FaceReply['AnhChanDung']>();

  constructor(citizen: (pid: string) => Citizen | undefined) {
    this.#citizen = citizen;
  }

  async answer({ MaYeuCau, SoDinhDanh }: FaceRequest): Promise<FaceReply> {
    const face = await this.#faceOf(SoDinhDanh);
    return { MaYeuCau, SoDinhDanh, ...(face === undefined ? {} : { AnhChanDung: face }) };
  }

  /** SHA-256 of the picture, hex; undefined where no card was ever issued. */
  async hashOf(pid: string): Promise<string | undefined> {
    const face = await this.#faceOf(pid);
    return face === undefined ? undefined : sha256Hex(Buffer.from(face.DuLieu, 'base64'));
  }

  async #faceOf(pid: string): Promise<FaceReply['AnhChanDung']> {
    if (!this.#drawn.has(pid)) {
      const [oldest] = this.#drawn.keys();
      if (oldest !== undefined && this.#drawn.size >= KEPT) this.#drawn.delete(oldest);
      this.#drawn.set(pid, await this.#draw(pid));
    }
    return this.#drawn.get(pid);
  }

  async #draw(pid: string): Promise<FaceReply['AnhChanDung']> {
    const citizen = this.#citizen(pid);
    const card = citizen === undefined ? undefined : lastCardOf(citizen);
    if (citizen === undefined || card === undefined) return undefined;
    const { encode } = await import('jpeg-js');
    const { widthPx: width, heightPx: height, pixels: data } = faceOnCard(citizen, card);
    return { DinhDang: 'image/jpeg', NgayCap: card.issuedOn, DuLieu: encode({ width, height, data }, JPEG_QUALITY).data.toString('base64') };
  }
}
