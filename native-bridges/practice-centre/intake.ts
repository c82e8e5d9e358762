import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CENTRE_PATHS, type IntakeStatus } from '../../electron/contract/centre.ts';
import type { SealedTrust } from '../kit/sealed-dossier/check-sealed.ts';
import { sha256Hex } from '../kit/sealed-dossier/seal-files.ts';
import type { IntakeLedger, LedgerEntry } from './intake-ledger.ts';
import { judgeDossier, type CentreKnowledge } from './judge-dossier.ts';

export type IntakeOptions = { readonly incoming: string; readonly ledger: IntakeLedger; readonly trust: SealedTrust; readonly now: () => Date; readonly faceOnLastCard: CentreKnowledge['faceOnLastCard'] };

/**
 * Dossiers as they come in. An upload is named by its seal hash, so the same file can't be here twice; its judgement is
 * made once, when the last byte is there or, after a crash in between, when somebody asks.
 */
export class Intake {
  readonly #options: IntakeOptions;
  #rejectNextFor: string | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  /** Practice: the next judgement is a rejection for this reason. */
  rejectNext(reason: string): void {
    this.#rejectNextFor = reason;
  }

  /** @returns undefined where nothing of it is here */
  async status(sealSha256: string): Promise<IntakeStatus | undefined> {
    const answered = this.#options.ledger.find(sealSha256);
    if (answered !== undefined) return toStatus(answered);
    const upload = this.#findUpload(sealSha256);
    if (upload === undefined) return undefined;
    if (upload.here < upload.size) return { state: 'receiving', uploadPath: `${CENTRE_PATHS.files}/${sealSha256}` };
    return this.judge(sealSha256);
  }

  /** Whether an upload of this name exists, finished or not. */
  isKnown(sealSha256: string): boolean {
    return this.#options.ledger.find(sealSha256) !== undefined || this.#findUpload(sealSha256) !== undefined;
  }

  /** One after the other: two files of one dossier, or two questions about one file, never get two answers. */
  judge(sealSha256: string): Promise<IntakeStatus | undefined> {
    const judged = this.#turn.then(() => this.#judgeNow(sealSha256));
    this.#turn = judged.catch(() => undefined);
    return judged;
  }

  /** Judges a complete upload. One whose bytes are not those of its name was damaged on the way: it is dropped, so that it can be sent again. */
  async #judgeNow(sealSha256: string): Promise<IntakeStatus | undefined> {
    const answered = this.#options.ledger.find(sealSha256);
    if (answered !== undefined) return toStatus(answered);
    const bytes = readFileSync(this.#path(sealSha256));
    if (sha256Hex(bytes) !== sealSha256) {
      rmSync(this.#path(sealSha256));
      rmSync(`${this.#path(sealSha256)}.json`);
      return undefined;
    }
    const { ledger, trust, now, faceOnLastCard } = this.#options;
    const judged = await judgeDossier(bytes, trust, { isAccepted: (id) => ledger.isAccepted(id), faceOnLastCard });
    const reason = this.#rejectNextFor ?? judged.reason;
    this.#rejectNextFor = undefined;
    const receivedAt = now().toISOString();
    const entry: LedgerEntry = {
      sealSha256, dossierId: judged.dossierId, state: reason === '' ? 'accepted' : 'rejected', reason,
      reference: `TH-${receivedAt.slice(0, 10).replaceAll('-', '')}-${sealSha256.slice(0, 8)}`, receivedAt,
    };
    ledger.record(entry);
    return toStatus(entry);
  }

  #path(sealSha256: string): string {
    return join(this.#options.incoming, sealSha256);
  }

  /** Bytes here and bytes announced; the announcement lies beside the upload in the file that @tus/file-store keeps. */
  #findUpload(sealSha256: string): { readonly here: number; readonly size: number } | undefined {
    try {
      const { size } = JSON.parse(readFileSync(`${this.#path(sealSha256)}.json`, 'utf8')) as { size?: unknown };
      return { here: statSync(this.#path(sealSha256)).size, size: typeof size === 'number' ? size : Infinity };
    } catch {
      return undefined; // not here, or the centre was killed while it was being announced: then it is announced again
    }
  }
}

const toStatus = ({ state, reason, reference, receivedAt }: LedgerEntry): IntakeStatus =>
  state === 'accepted' ? { state, reason: '', reference, receivedAt } : { state, reason, reference, receivedAt };
