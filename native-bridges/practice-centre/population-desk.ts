import { citizensFrom, type Citizen } from '../../drivers/personas/citizens.ts';
import { NgspRequest, type CongDanCollection } from '../../electron/contract/ngsp.ts';
import { citizenNameKey, nameKey, toCongDan } from './congdan.ts';

/** One more than a screen shows, so that "too many" can be told from "exactly that many". */
const MAX_RECORDS = 21;

/** The population database's counter: synthetic citizens, found by PID, by nine-digit number, or by name with birth date. */
export class PopulationDesk {
  readonly size: number;
  readonly #byPid: ReadonlyMap<string, Citizen>;
  readonly #byOldId: ReadonlyMap<string, Citizen>;
  readonly #byName: ReadonlyMap<string, readonly Citizen[]>;

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
      CongDan: found.slice(0, MAX_RECORDS).map(toCongDan),
    };
  }

  #find(request: NgspRequest): readonly Citizen[] | undefined {
    const one = (citizen: Citizen | undefined): readonly Citizen[] => (citizen === undefined ? [] : [citizen]);
    if (request.SoDinhDanh !== undefined) return one(this.#byPid.get(request.SoDinhDanh));
    if (request.SoCMND !== undefined) return one(this.#byOldId.get(request.SoCMND));
    const { HoVaTen, NgayThangNamSinh } = request;
    if (HoVaTen === undefined || NgayThangNamSinh === undefined) return undefined;
    // A year finds everybody born in it; a full date also finds those of whom only that year is known.
    return (this.#byName.get(nameKey(HoVaTen)) ?? []).filter(({ birthDate }) => birthDate.startsWith(NgayThangNamSinh) || NgayThangNamSinh.startsWith(birthDate));
  }
}
