import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CongDan } from '../../electron/contract/ngsp.ts';
import { PopulationRequest, type PopulationRequestStatus } from '../../electron/contract/population-request.ts';
import { localDay } from '../../electron/core/time/format.ts';
import { amendRecord, recordOf } from './amend-record.ts';
import { faultOfRepresentative } from './check-representative.ts';
import type { PopulationDesk } from './population-desk.ts';

type Kept = { readonly request: PopulationRequest; status: PopulationRequestStatus };
type File = { readonly kept: readonly Kept[]; readonly records: readonly CongDan[] };

/**
 * How the practice population database answers requests, the same way every time so that it can be played: a new one is
 * received; whoever asks again finds it decided. Declined: a date of birth that lies in the future, a representative whom the
 * database knows otherwise. Everything else is done.
 */
export class PopulationRequests {
  readonly #file: string;
  readonly #desk: PopulationDesk;
  readonly #kept = new Map<string, Kept>();
  readonly #records = new Map<string, CongDan>();

  constructor(file: string, desk: PopulationDesk) {
    this.#file = file;
    this.#desk = desk;
    if (!existsSync(file)) return;
    const { kept, records } = JSON.parse(readFileSync(file, 'utf8')) as File;
    for (const one of kept) this.#kept.set(one.request.id, one);
    for (const record of records) this.#put(record);
  }

  /** @returns undefined where the body is no request */
  put(body: unknown, now: Date): PopulationRequestStatus | undefined {
    const parsed = PopulationRequest.safeParse(body);
    if (!parsed.success) return undefined;
    const request = parsed.data;
    const known = this.#kept.get(request.id);
    if (known !== undefined) return known.status;
    const status: PopulationRequestStatus = { state: 'received', reference: `DC-${localDay(now.toISOString()).replaceAll('-', '')}-${request.id.slice(0, 8)}` };
    this.#kept.set(request.id, { request, status });
    this.#save();
    return status;
  }

  /** @returns undefined where nothing is known of it */
  get(id: string, now: Date): PopulationRequestStatus | undefined {
    const kept = this.#kept.get(id);
    if (kept === undefined || kept.status.state !== 'received') return kept?.status;
    kept.status = this.#decide(kept.request, kept.status.reference, now);
    this.#save();
    return kept.status;
  }

  #decide(request: PopulationRequest, reference: string, now: Date): PopulationRequestStatus {
    const birthDate = request.corrections.find(({ field }) => field === 'birthDate')?.value ?? request.person.birthDate;
    if (birthDate > localDay(now.toISOString())) return { state: 'declined', reference, reason: 'Ngày sinh nằm sau ngày đề nghị; không có giấy tờ hộ tịch nào ghi như vậy.' };
    const before = request.pid === '' ? undefined : this.#desk.record(request.pid);
    if (request.kind === 'adjust' && before === undefined) return { state: 'declined', reference, reason: 'Không có số định danh này trong CSDL.' };
    const fault = faultOfRepresentative(request, (pid) => this.#desk.record(pid));
    if (fault !== undefined) return { state: 'declined', reference, reason: fault };
    const record = before === undefined ? recordOf(this.#newPid(request), request.person) : amendRecord(before, request.corrections);
    this.#put(record);
    return { state: 'done', reference, pid: record.SoDinhDanh };
  }

  /** A number with the structure of NĐ 137/2015, Article 13, of the range that no drawn citizen has. */
  #newPid({ person }: PopulationRequest): string {
    const year = Number(person.birthDate.slice(0, 4));
    const century = (year >= 2000 ? 2 : 0) + (person.sex === '2' ? 1 : 0);
    for (let n = 1; ; n++) {
      const pid = `001${century}${String(year % 100).padStart(2, '0')}${String(n).padStart(6, '0')}`;
      if (this.#desk.record(pid) === undefined) return pid;
    }
  }

  #put(record: CongDan): void {
    this.#records.set(record.SoDinhDanh, record);
    this.#desk.put(record);
  }

  #save(): void {
    mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
    const file: File = { kept: [...this.#kept.values()], records: [...this.#records.values()] };
    writeFileSync(`${this.#file}.new`, JSON.stringify(file), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }
}
