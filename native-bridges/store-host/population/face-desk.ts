import { createHash, randomUUID } from 'node:crypto';
import type { LastFace } from '../../../electron/contract/population.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { jpegSize } from '../../kit/images/jpeg-head.ts';
import type { Actor, FaceClient, FaceSearch } from '../seams.ts';
import type { Station } from '../station/station.ts';
import type { KeptFace } from './face-repository.ts';

/** A face seen this recently is not asked for again. */
const FRESH_MS = 60 * 60_000;
/** The client has its own time-out; this one only ends a client that forgot. */
const GIVE_UP_MS = 20_000;
const NONE = { sha256: null, widthPx: 0, heightPx: 0, issuedOn: '' } as const;

type Parts = { readonly station: Station; readonly centreUrl: () => Promise<string | undefined>; readonly client: FaceClient };
type Whose = { readonly pid: string; readonly purpose: FaceSearch['purpose']; readonly officer: Actor };

/** The faces of citizens as on their last cards: asked for, kept encrypted for the days without a line, shown to whoever may see them. */
export class FaceDesk {
  readonly #parts: Parts;
  /** One question at a time about one citizen: the look-up's screen and the dossier's ask in the same breath. */
  readonly #asking = new Map<string, Promise<KeptFace>>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @returns undefined where there is nobody to ask about. @throws {AppError} population.* where the line is down and none was seen before */
  async of(whose: Whose): Promise<KeptFace | undefined> {
    const { station } = this.#parts;
    if (whose.pid === '') return undefined;
    const known = station.faces.find(whose.pid);
    if (known !== undefined && station.now() - Date.parse(known.seenAt) < FRESH_MS) return known;
    const asking = this.#asking.get(whose.pid) ?? this.#ask(whose).finally(() => this.#asking.delete(whose.pid));
    this.#asking.set(whose.pid, asking);
    return asking.catch((error: unknown) => {
      if (known === undefined) throw error;
      return known;
    });
  }

  /** @throws {AppError} capture.image-damaged */
  async show(face: KeptFace | undefined): Promise<LastFace> {
    if (face === undefined || face.sha256 === null) return { face: null };
    const { sha256, ...rest } = face;
    return { face: { ...rest, mediaType: 'image/jpeg', bytes: await this.#parts.station.vault.read(sha256) } };
  }

  /** Asked, answered, on disk and in the audit log. */
  async #ask({ pid, purpose, officer }: Whose): Promise<KeptFace> {
    const { station, centreUrl, client } = this.#parts;
    const url = await centreUrl();
    if (url === undefined) throw new AppError('population.offline');
    const search: FaceSearch = { pid, purpose, officerLogin: officer.login, requestId: randomUUID() };
    const given = await client.lastFace(url, search, AbortSignal.timeout(GIVE_UP_MS));
    const size = given === undefined ? undefined : jpegSize(given.bytes);
    if (given !== undefined && size === undefined) throw new AppError('population.bad-reply', { why: 'face' });
    const sha256 = given === undefined ? null : createHash('sha256').update(given.bytes).digest('hex');
    if (given !== undefined && sha256 !== null) await station.vault.write(sha256, given.bytes);
    const face: KeptFace = { ...NONE, sha256, ...size, issuedOn: given?.issuedOn ?? '', seenAt: new Date(station.now()).toISOString() };
    station.sql.write(() => {
      station.faces.remember(pid, face);
      station.audit.note({ who: officer.login, action: 'population.last-face', subject: search.requestId, detail: `${purpose}; ${sha256 === null ? 'none' : 'found'}; ${pid}` });
    });
    return face;
  }
}
