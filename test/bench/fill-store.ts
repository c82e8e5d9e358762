import { randomUUID } from 'node:crypto';
import { EMPTY_PERSON, type Person } from '../../electron/core/person/person.ts';
import { DOSSIER_STATES } from '../../electron/core/dossier/lifecycle.ts';
import type { Station } from '../../native-bridges/store-host/station/station.ts';
import { randomFrom } from '../fixtures/random.ts';

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương'];
const MIDDLES = ['Văn', 'Thị', 'Minh', 'Thanh', 'Quốc', 'Ngọc', 'Đức', 'Thu', 'Hữu', 'Kim'];
const GIVEN = ['An', 'Bình', 'Cường', 'Dũng', 'Hà', 'Hạnh', 'Hoa', 'Hùng', 'Khánh', 'Lan', 'Linh', 'Long', 'Mai', 'Nam', 'Nga', 'Phúc', 'Quân', 'Sơn', 'Trang', 'Tuấn', 'Vy', 'Yến'];
const PER_TRANSACTION = 2_000;
const DAY_MS = 86_400_000;

/**
 * Puts `count` dossiers of invented people into an open station, quickly: through the repository, without the counter's
 * calls around it. Most are done, as after a year at a counter; a few wait in every other state.
 */
export function fillStore(station: Station, count: number, seed = 1): void {
  const random = randomFrom(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  const officerId = station.users.list().find(({ role }) => role === 'officer')!.id;
  const setState = station.sql.statement<[string, string]>('bench.state', 'UPDATE dossier SET state = ? WHERE id = ?');
  const lookupId = randomUUID();
  const startMs = Date.parse('2025-01-01T00:00:00Z');
  station.lookups.insert({ id: lookupId, at: new Date(startMs).toISOString(), officerId, purpose: 'exchange', query: {}, outcome: 'found', people: [] });

  const first = station.sql.statement<[], { readonly n: number }>('bench.count', 'SELECT count(*) AS n FROM dossier').get()!.n;
  const end = first + count;

  for (let done = first; done < end; done += PER_TRANSACTION) {
    station.sql.write(() => {
      for (let i = done; i < Math.min(done + PER_TRANSACTION, end); i++) {
        const at = new Date(startMs + Math.floor(i / 300) * DAY_MS).toISOString();
        const person: Person = {
          ...EMPTY_PERSON, fullName: `${pick(SURNAMES)} ${pick(MIDDLES)} ${pick(GIVEN)}`.toUpperCase(), pid: String(1e11 + Math.floor(random() * 8e11)),
          birthDate: `19${10 + Math.floor(random() * 89)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`, sex: random() < 0.5 ? '1' : '2',
        };
        const id = randomUUID();
        const number = `${at.slice(2, 4)}-${at.slice(5, 7)}${at.slice(8, 10)}-${String(i).padStart(6, '0')}`;
        station.dossiers.insert({ id, number, kind: 'exchange', regime: '2025', lookupId, lookupPurpose: 'exchange', supersedes: null, at, officerId, person, databasePerson: person });
        setState.run(random() < 0.97 ? 'accepted' : pick(DOSSIER_STATES), id);
      }
      station.audit.note({ who: 'system', action: 'bench.fill', subject: String(done) });
    });
  }
}
