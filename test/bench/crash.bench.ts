import type { HostName } from '../../electron/contract/host.ts';
import { connect, hostPid, launchRaw, post, untilBoot } from '../e2e/security/raw-page.ts';
import type { Station } from '../e2e/station.ts';
import { rowOf, timed, type Row } from './row.ts';

const BUDGET_MS = 1_000;
const HUNG_BUDGET_MS = 3_000;
const ROUNDS = 3;
/** A first call that only a host that is up again can answer; the practice centre has no port to the page and says so itself. */
const FIRST_CALL = { 'store-host': 'session.view', 'device-host': 'device.list', 'practice-centre': undefined } as const;

/** kill -9 of each host, and one that stands still, with the window alive, until it has answered a call. A fresh program each round: restart delays grow. */
export async function* crashRows(): AsyncIterable<Row> {
  const samples = new Map<HostName, number[]>();
  const hung: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const station = await launchRaw();
    for (const host of Object.keys(FIRST_CALL) as HostName[]) {
      samples.set(host, [...(samples.get(host) ?? []), await killToServing(station, host)]);
    }
    hung.push(await hangToSaid(station));
    await station.close();
  }
  for (const [host, times] of samples) yield rowOf(`crash to serving: ${host}`, 'ms', times, BUDGET_MS);
  yield rowOf('device-host hangs: said', 'ms', hung, HUNG_BUDGET_MS);
}

/** A host that stands still as a whole, as one whose driver blocks: until main says that it does not answer. It goes on afterwards, and nothing was lost. */
async function hangToSaid(station: Station): Promise<number> {
  await untilBoot(station.page, { host: 'device-host', state: 'ready' });
  const pid = await hostPid(station, 'device-host');
  const tookMs = await timed(async () => {
    process.kill(pid, 'SIGSTOP');
    await untilBoot(station.page, { host: 'device-host', state: 'unresponsive' });
  });
  process.kill(pid, 'SIGCONT');
  await untilBoot(station.page, { host: 'device-host', state: 'ready' });
  return tookMs;
}

async function killToServing(station: Station, host: HostName): Promise<number> {
  await untilBoot(station.page, { host, state: 'ready' });
  const pid = await hostPid(station, host);
  const call = FIRST_CALL[host];
  return timed(async () => {
    const noticed = untilBoot(station.page, { host, state: 'restarting' });
    process.kill(pid, 'SIGKILL');
    await noticed;
    await untilBoot(station.page, { host, state: 'ready' });
    if (call === undefined || host === 'practice-centre') return;
    await post(station.page, await connect(station.page, host), { id: 1, call, input: {} });
  });
}
