import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { loadRuntime } from '../../scripts/lib/runtime.mjs';
import { OFFICER } from '../e2e/counter/people.ts';
import { CounterPlayer } from '../e2e/counter/player.ts';
import { words } from '../e2e/counter/words.ts';
import { launchStation, stationEnvironment } from '../e2e/station.ts';
import { quantile, rowOf, timed, type Row } from './row.ts';

const ROUNDS = 7;

/** From the command to a window that takes typing, beside a blank Electron window, turn about so that both see the same noise. */
export async function* startRows(): AsyncIterable<Row> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-start-'));
  const ours: number[] = [];
  const atDesk: number[] = [];
  const blank: number[] = [];
  try {
    await startStation(dataDir); // makes the database and the centre's keys, as the first start of a station does once
    for (let round = 0; round < ROUNDS; round++) {
      blank.push(await startBlank());
      const { formMs, deskMs } = await startStation(dataDir);
      ours.push(formMs);
      atDesk.push(deskMs);
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
  yield rowOf('start: blank Electron window', 'ms', blank, Number.POSITIVE_INFINITY, 'baseline');
  yield rowOf('start: sign-in takes typing', 'ms', ours, 2_500);
  yield rowOf('start: to the desk, signing in at once', 'ms', atDesk, 4_000);
  yield rowOf('start: ours / blank', 'x', [quantile(ours, 0.5) / quantile(blank, 0.5)], 1.5, `medians of ${ROUNDS}`);
}

/** Until the form takes typing, and until the desk of somebody who types at once: what is sent waits for the store. */
async function startStation(dataDir: string): Promise<{ readonly formMs: number; readonly deskMs: number }> {
  const start = performance.now();
  const station = await launchStation({ dataDir });
  await station.page.getByLabel(words('signin', 'login'), { exact: true }).waitFor();
  const formMs = performance.now() - start;
  await new CounterPlayer(station.page).signIn(OFFICER);
  const deskMs = performance.now() - start;
  await station.close();
  return { formMs, deskMs };
}

async function startBlank(): Promise<number> {
  let close = (): Promise<void> => Promise.resolve();
  const ms = await timed(async () => {
    const app = await _electron.launch({ executablePath: loadRuntime().executable, args: [join(import.meta.dirname, 'blank')], chromiumSandbox: true, env: stationEnvironment() });
    close = () => app.close();
    await (await app.firstWindow()).getByLabel('Login').waitFor();
  });
  await close();
  return ms;
}
