import type { CentreAnswer, OutboxEntry, OutboxStore } from '../../native-bridges/store-host/seams.ts';

type Row = { -readonly [K in keyof OutboxEntry]: OutboxEntry[K] } & { state: 'queued' | 'uploading' | 'parked' | 'done'; nextAtMs: number; sentBytes: number; answer?: CentreAnswer };

/** The outbox as the uploader sees it, without a database; says by promise when an entry comes to rest. */
export class MemoryOutbox implements OutboxStore {
  readonly rows: Row[] = [];
  /** What the uploader did, in order. */
  readonly events: string[] = [];
  #settled = Promise.withResolvers<void>();

  add(sealSha256: string, bytes: number): Row {
    const row: Row = { dossierId: `dossier-${this.rows.length + 1}`, sealSha256, bytes, tries: 0, uploadUrl: undefined, delivered: false, state: 'queued', nextAtMs: 0, sentBytes: 0 };
    this.rows.push(row);
    return row;
  }

  /** Settles when no entry is queued or on its way. */
  async atRest(): Promise<void> {
    while (this.rows.some(({ state }) => state === 'queued' || state === 'uploading')) await this.#settled.promise;
  }

  due(nowMs: number): OutboxEntry | undefined {
    const row = this.rows.find(({ state, nextAtMs }) => state === 'queued' && nextAtMs <= nowMs);
    return row === undefined ? undefined : { ...row };
  }

  nextDueMs(): number | undefined {
    const waiting = this.rows.filter(({ state }) => state === 'queued').map(({ nextAtMs }) => nextAtMs);
    return waiting.length === 0 ? undefined : Math.min(...waiting);
  }

  markUploading(dossierId: string): void {
    this.#set(dossierId, 'uploading', { state: 'uploading' });
  }

  saveUploadUrl(dossierId: string, url: string | undefined): void {
    this.#set(dossierId, `url ${url === undefined ? 'none' : 'saved'}`, { uploadUrl: url });
  }

  progress(dossierId: string, sentBytes: number): void {
    this.#set(dossierId, `kept ${sentBytes}`, { sentBytes });
  }

  delivered(dossierId: string): void {
    this.#set(dossierId, 'delivered', { delivered: true });
  }

  interrupted(dossierId: string, errorCode: string, nextAtMs: number): void {
    this.#set(dossierId, `interrupted ${errorCode}`, { state: 'queued', nextAtMs, tries: this.#row(dossierId).tries + 1 });
  }

  answered(dossierId: string, answer: CentreAnswer): void {
    this.#set(dossierId, answer.outcome, { state: 'done', answer });
  }

  park(dossierId: string, errorCode: string): void {
    this.#set(dossierId, `parked ${errorCode}`, { state: 'parked' });
  }

  #row(dossierId: string): Row {
    return this.rows.find((row) => row.dossierId === dossierId)!;
  }

  #set(dossierId: string, event: string, change: Partial<Row>): void {
    Object.assign(this.#row(dossierId), change);
    this.events.push(event);
    this.#settled.resolve();
    this.#settled = Promise.withResolvers<void>();
  }
}
