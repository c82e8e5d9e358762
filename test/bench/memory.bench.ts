import { CITIZEN_PID, OFFICER } from '../e2e/counter/people.ts';
import { CounterPlayer } from '../e2e/counter/player.ts';
import { launchStation, type Station } from '../e2e/station.ts';
import { familyOf, memoryOf } from './processes.ts';
import { rowOf, type Row } from './row.ts';

const BUDGET_MB = 600;
const SAMPLES = 8;

/** All processes of the program together, on the idle desk and while the scanner's live image runs. */
export async function* memoryRows(): AsyncIterable<Row> {
  const station = await launchStation();
  try {
    const player = new CounterPlayer(station.page);
    await player.signIn(OFFICER);
    yield row('memory: idle desk', await sample(station));
    await player.openDossier(CITIZEN_PID);
    await player.goOn('fingerprints');
    await player.live();
    yield row('memory: during capture', await sample(station));
  } finally {
    await station.close();
  }
}

type Sample = { readonly mb: number; readonly rssMb: number; readonly processes: number };

const row = (name: string, samples: readonly Sample[]): Row =>
  rowOf(name, 'MB', samples.map((s) => s.mb), BUDGET_MB, `${samples[0]!.processes} processes, PSS where readable; sum of RSS ${Math.round(samples[0]!.rssMb)} MB`);

async function sample(station: Station): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (let i = 0; i < SAMPLES; i++) {
    const memory = familyOf(station.app.process().pid!).map(({ pid }) => memoryOf(pid));
    samples.push({ mb: sum(memory.map((m) => m.pssMb ?? m.rssMb)), rssMb: sum(memory.map((m) => m.rssMb)), processes: memory.length });
    await station.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  return samples;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
