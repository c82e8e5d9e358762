import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assessDossier, type DossierFacts } from '../../electron/core/procedure/assess-dossier.ts';
import { EMPTY_PERSON, type Person } from '../../electron/core/person/person.ts';
import { openStation, type Station } from '../../native-bridges/store-host/station/station.ts';
import { rowOf, timed, type Row } from './row.ts';

const CITIZENS = 100_000;
const ROUNDS = 40;
const FAMILIES = ['NGUYỄN', 'TRẦN', 'LÊ', 'PHẠM', 'HOÀNG', 'VŨ', 'ĐẶNG', 'BÙI'];
const GIVEN = ['AN', 'BÌNH', 'CHI', 'DUNG', 'HẠNH', 'KHÁNH', 'LAN', 'MINH', 'NGỌC', 'PHÚC'];
const MIDDLE = ['VĂN', 'THỊ', 'MINH', 'THU', 'QUỐC'];

const FACTS: DossierFacts = {
  receivedOn: '2026-11-20', kind: 'exchange', ground: 'milestone-age', person: EMPTY_PERSON, databasePerson: EMPTY_PERSON, identification: 'database', sequence: 'four-four-two',
  representation: 'none', limitedCapacity: false, hold: 'none', hadCard: null, lastBiometrics: null, adjustmentOpen: false, exemption: null,
};

/** Finding a citizen without the line, and what the rules cost each time a dossier is read. */
export async function* procedureRows(): AsyncIterable<Row> {
  const dir = mkdtempSync(join(tmpdir(), 'tram-bench-'));
  const station = open(dir);
  try {
    fill(station);
    yield await searched(station, 'by number', (n) => ({ by: 'pid', pid: pidOf(n) }));
    yield await searched(station, 'by name and year', (n) => ({ by: 'name', fullName: nameOf(n), birthDate: yearOf(n), residence: '' }));
  } finally {
    station.sessions.close();
    station.sql.close();
    rmSync(dir, { recursive: true, force: true });
  }
  yield await assessed();
}

async function searched(station: Station, how: string, query: (n: number) => Parameters<Station['knownCitizens']['find']>[0]): Promise<Row> {
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round++) samples.push(await timed(() => station.knownCitizens.find(query((round * 7_919) % CITIZENS))));
  return rowOf(`citizen among ${CITIZENS.toLocaleString('en')} known, ${how}`, 'ms', samples, 50);
}

async function assessed(): Promise<Row> {
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round++) samples.push(await timed(() => assessDossier({ ...FACTS, person: personOf(round), databasePerson: personOf(round) })));
  return rowOf('rules of one dossier', 'ms', samples, 5);
}

function fill(station: Station): void {
  station.sql.write(() => {
    for (let n = 0; n < CITIZENS; n++) station.knownCitizens.remember([personOf(n)], '2026-11-20T02:00:00.000Z');
  });
}

const pidOf = (n: number): string => `0010${String(60 + (n % 40))}${String(n).padStart(6, '0')}`;
const yearOf = (n: number): string => String(1960 + (n % 40));
const nameOf = (n: number): string => `${FAMILIES[n % FAMILIES.length]} ${MIDDLE[n % MIDDLE.length]} ${GIVEN[(n >> 3) % GIVEN.length]}`;
const personOf = (n: number): Person => ({ ...EMPTY_PERSON, pid: pidOf(n), fullName: nameOf(n), birthDate: `${yearOf(n)}-05-17`, residence: 'phường Giảng Võ, thành phố Hà Nội' });

const open = (dataDir: string): Station => openStation(
  { host: 'store-host', dataDir, key: randomBytes(32), practice: true, centreUrl: null, appVersion: 'bench', electronVersion: '', runtime: '', policyFile: null },
  { now: Date.now, spool: () => undefined, onChanged: () => undefined, onApproved: () => undefined },
);
