import { FINGERS } from '../../electron/core/dossier/capture-slots.ts';
import { impression } from '../../drivers/personas/impression.ts';
import { masterFinger } from '../../drivers/personas/master-finger.ts';
import { slap } from '../../drivers/personas/slap.ts';
import { rowOf, type Row } from './row.ts';

const ROUNDS = 12;

/** Processor time of one call, ms: what others do on the machine counts for less than by the clock. */
function cpuMs(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** A synthetic finger grown and laid down, and a slap of four grown fingers. The issue asks for 400 ms a finger. */
export async function* personaRows(): AsyncIterable<Row> {
  const grow = (round: number): unknown => impression(masterFinger(round, FINGERS[round % FINGERS.length]!), { seed: 1, kind: 'plain' });
  for (let round = 0; round < 3; round++) grow(round);
  yield rowOf('synthetic finger, grown and printed', 'ms', Array.from({ length: ROUNDS }, (_, n) => cpuMs(() => grow(100 + n))), 400, 'CPU');
  const grown = new Map(FINGERS.map((finger) => [finger, masterFinger(7, finger)] as const));
  const lay = (round: number): unknown => slap(7, 'right-four', { impressionSeed: round }, (finger) => grown.get(finger)!);
  lay(0);
  yield rowOf('synthetic slap of grown fingers', 'ms', Array.from({ length: ROUNDS }, (_, n) => cpuMs(() => lay(n))), 400, 'CPU');
}
