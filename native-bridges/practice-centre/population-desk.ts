import { citizensFrom, type Citizen } from '../../drivers/personas/citizens.ts';
import { NgspRequest, type CongDan, type CongDanCollection } from '../../electron/contract/ngsp.ts';
import { citizenNameKey, nameKey, recordNameKey, toCongDan } from './congdan.ts';

/** One more than a screen shows, so that "too many" can be told from "exactly that many". */
const MAX_RECORDS = 21;

/** The population database's counter: synthetic citizens, found by PID, by nine-digit number, or by name with birth date. */
export class PopulationDesk {
  readonly size: number;
  readonly #byPid: ReadonlyMap<string, Citizen>;
  readonly #byOldId: ReadonlyMap<string, Citizen>;
  readonly #byName: ReadonlyMap<string, readonly Citizen[]>;
  /** Records that were adjusted or collected since; they stand in place of the drawn ones. */
  readonly #changed = new Map<string, CongDan>();

  constructor(seed: number, count: number) {
    const citizens = citizensFrom(seed, count);
    this.size = citizens.length;
    this.#byPid = new Map(citizens.map((citizen) => [citizen.pid, citizen]));
    this.#byOldId = new Map(citizens.flatMap((citizen) => (citizen.oldIdNumber === '' ? [] : [[citizen.oldIdNumber, citizen] as const])));
    this.#byName = Map.groupBy(citizens, citizenNameKey);
  }

  /** @returns undefined where the request is not one: a missing field, or nothing to search by */
  answer(body: unknown, now: Date): CongDanCollection | undefined {
    const request = NgspRequest.safeParse(body);
    if (!request.success) return undefined;
    const found = this.#find(request.data);
    if (found === undefined) return undefined;
    return {
      MaYeuCau: request.data.MaYeuCau,
      GhiChu: found.length === 0 ? 'Thông tin công dân không tồn tại trong CSDL' : '',
      ThoiDiemDuLieu: now.toISOString(),
      SoCongDan: found.length,
      CongDan: found.slice(0, MAX_RECORDS),
    };
  }

  /** The record of a number as it is now. */
  record(pid: string): CongDan | undefined {
    const citizen = this.#byPid.get(pid);
    return this.#changed.get(pid) ?? (citizen === undefined ? undefined : toCongDan(citizen));
  }

  /** Who was drawn under a number: whoever was only collected since has no card. */
  citizen(pid: string): Citizen | undefined {
    return this.#byPid.get(pid);
  }

  /** A record that was adjusted or collected. */
  put(record: CongDan): void {
    this.#changed.set(record.SoDinhDanh, record);
  }

  #find(request: NgspRequest): readonly CongDan[] | undefined {
    const one = (record: CongDan | undefined): readonly CongDan[] => (record === undefined ? [] : [record]);
    if (request.SoDinhDanh !== undefined) return one(this.record(request.SoDinhDanh));
    if (request.SoCMND !== undefined) return one(this.record(this.#byOldId.get(request.SoCMND)?.pid ?? ''));
    const { HoVaTen, NgayThangNamSinh } = request;
    if (HoVaTen === undefined || NgayThangNamSinh === undefined) return undefined;
    const drawn = (this.#byName.get(nameKey(HoVaTen)) ?? []).filter(({ pid }) => !this.#changed.has(pid)).map(toCongDan);
    const changed = [...this.#changed.values()].filter((record) => recordNameKey(record) === nameKey(HoVaTen));
    // A year finds everybody born in it; a full date also finds those of whom only that year is known.
    return [...drawn, ...changed].filter((record) => bornOf(record).startsWith(NgayThangNamSinh) || NgayThangNamSinh.startsWith(bornOf(record)));
  }
}

const bornOf = ({ NgayThangNamSinh }: CongDan): string => ('NgayThangNam' in NgayThangNamSinh ? NgayThangNamSinh.NgayThangNam : NgayThangNamSinh.Nam);
