import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { citizensFrom } from '../../drivers/personas/citizens.ts';
import { upperName } from '../../drivers/personas/names.ts';
import { EMPTY_PERSON } from '../../electron/core/person/person.ts';
import { openStation, type Station } from '../../native-bridges/store-host/station/station.ts';
import { countHands, handsOf } from '../e2e/counter/hands.ts';
import { OFFICER } from '../e2e/counter/people.ts';
import { CounterPlayer } from '../e2e/counter/player.ts';
import { CARD_QR, scanCard } from '../e2e/counter/scan-card.ts';
import type { Watcher } from '../e2e/counter/watcher.ts';
import { untilBoot } from '../e2e/security/raw-page.ts';
import { launchStation } from '../e2e/station.ts';
import { quantile, rowOf, timed, type Row } from './row.ts';

const CITIZENS = 5;
const CACHED = 100_000;
const PER_TRANSACTION = 5_000;
/** What a practised person needs to look and decide before the next key: operator M of the keystroke-level model (Card, Moran, Newell 1983). */
const LOOK_MS = 1_350;
const SCREEN_MS = 100;

/** An adult's renewal with the card's QR, by keyboard alone, on the real program; and the look-up among 100,000 cached citizens. */
export async function* counterRows(): AsyncIterable<Row> {
  yield* renewalRows();
  yield* cachedRows();
}

async function* renewalRows(): AsyncIterable<Row> {
  const station = await launchStation({ args: ['--citizens=200'] });
  const waits: number[] = [];
  let waitMs = 0;
  const watch: Watcher = {
    screen: () => Promise.resolve(),
    look: () => setTimeout(LOOK_MS),
    machine: async (work) => {
      const start = performance.now();
      const value = await work();
      waitMs += performance.now() - start;
      return value;
    },
  };
  const player = new CounterPlayer(station.page, watch);
  await player.signIn(OFFICER);
  await untilBoot(station.page, 'every-host-ready');
  await countHands(station.page);
  for (let citizen = 0; citizen < CITIZENS; citizen++) {
    waitMs = 0;
    await scanCard(station.page, CARD_QR);
    await watch.machine(() => player.button('enrolment', 'find.open').waitFor());
    await player.goOn('check');
    await player.captureAndSubmit();
    waits.push(waitMs);
    await watch.look();
    await station.page.keyboard.press('Escape');
    await player.listed('submitted');
  }
  const { keys, clicks, typed, changes } = await handsOf(station.page);
  await station.close();
  yield rowOf('counter: machine wait per renewal', 'ms', waits, 2_000, `find, steps, commits, submit and receipt; the officer looks ${LOOK_MS} ms before each key`);
  yield rowOf('counter: keys per renewal', 'n', [keys / CITIZENS], Number.POSITIVE_INFINITY, 'all of them F12 and Esc');
  yield rowOf('counter: typed fields per renewal', 'n', [typed / CITIZENS], 2);
  yield rowOf('counter: clicks per renewal', 'n', [clicks / CITIZENS], 0);
  yield rowOf('counter: key to the next screen drawn', 'ms', changes.map(({ ms }) => ms), SCREEN_MS, slowest(changes));
}

/** How many were late, the slowest of all, and which screens took longest, each by its median: where to look first. */
function slowest(changes: readonly { readonly to: string; readonly ms: number }[]): string {
  const byScreen = Map.groupBy(changes, ({ to }) => to);
  const medians = [...byScreen].map(([to, of]) => ({ to, ms: quantile(of.map(({ ms }) => ms), 0.5) }));
  const late = changes.filter(({ ms }) => ms > SCREEN_MS).length;
  const named = (of: readonly { readonly to: string; readonly ms: number }[]): string => of.toSorted((a, b) => b.ms - a.ms).slice(0, 3).map(({ to, ms }) => `${to} ${Math.round(ms)} ms`).join(', ');
  return `${late} of ${changes.length} late; slowest: ${named(changes)}; by their medians: ${named(medians)}`;
}

async function* cachedRows(): AsyncIterable<Row> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-cached-'));
  const station = openStation(
    { host: 'store-host', dataDir, key: randomBytes(32), practice: true, centreUrl: null, appVersion: 'bench', electronVersion: '', runtime: '', policyFile: null },
    { now: Date.now, spool: () => undefined, onChanged: () => undefined, onApproved: () => undefined },
  );
  try {
    const samples: number[] = [];
    const people = remember(station);
    for (let at = 0; at < people.length; at += Math.floor(people.length / 40)) {
      const { pid, fullName, birthDate } = people[at]!;
      samples.push(await timed(() => station.knownCitizens.find({ by: 'pid', pid })));
      samples.push(await timed(() => station.knownCitizens.find({ by: 'name', fullName, birthDate: birthDate.slice(0, 4), residence: '' })));
    }
    const slowest = Math.max(...samples);
    yield rowOf('counter: search in 100,000 cached citizens', 'ms', samples, 50, `slowest ${slowest.toFixed(1)} ms`);
  } finally {
    station.sessions.close();
    station.sql.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function remember(station: Station) {
  const people = citizensFrom(1, CACHED).map((citizen) => ({
    ...EMPTY_PERSON, pid: citizen.pid, oldIdNumber: citizen.oldIdNumber, fullName: upperName(citizen.name), birthDate: citizen.birthDate, residence: citizen.residence.text,
  }));
  for (let at = 0; at < people.length; at += PER_TRANSACTION) {
    station.sql.write(() => {
      station.knownCitizens.remember(people.slice(at, at + PER_TRANSACTION), new Date().toISOString());
      station.audit.note({ who: 'system', action: 'bench.fill', subject: String(at) });
    });
  }
  return people;
}
