import { matchPrints } from '../../electron/core/biometrics/matching/match-prints.ts';
import { extractTemplate } from '../../electron/core/biometrics/minutiae/print-template.ts';
import { assessPrint, assessSegment } from '../../electron/core/biometrics/quality/print-quality.ts';
import { segmentSlap } from '../../electron/core/biometrics/segmentation/segment-slap.ts';
import { printOf, slapOf } from '../integration/persona-prints.ts';
import { rowOf, type Row } from './row.ts';

const WARM_UP_ROUNDS = 15;
const ROUNDS = 40;
/** A whole still of four fingers: segmented, each measured and its minutiae taken. TR-03121 gives a fingerprint 300 ms. */
const WHOLE_SLAP_MS = 4 * 300;

/** Processor time, not the clock: other programs on the machine count for less. */
function processorMs(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const repeat = (work: () => unknown, rounds = ROUNDS): readonly number[] => Array.from({ length: WARM_UP_ROUNDS + rounds }, () => processorMs(work)).slice(WARM_UP_ROUNDS);

/** Time of print analysis; how right it is, is the subject `accuracy`. */
export async function* printRows(): AsyncIterable<Row> {
  const hand = slapOf(1, 'right-four', { impressionSeed: 1 }).image;
  const segment = () => segmentSlap(hand, { slot: 'right-four', missing: new Set() });
  yield rowOf('slap segmentation 1600×1500, CPU', 'ms', repeat(segment), 130);
  const plain = printOf(1, 'right-index', { seed: 1, kind: 'plain' });
  const rolled = printOf(1, 'right-index', { seed: 2, kind: 'rolled' });
  yield rowOf('print quality, plain 500×600, CPU', 'ms', repeat(() => assessPrint(plain)), 50);
  yield rowOf('print quality, rolled 800×750, CPU', 'ms', repeat(() => assessPrint(rolled)), 50);
  yield rowOf('minutiae, plain 500×600, CPU', 'ms', repeat(() => extractTemplate(plain)), 60);
  yield rowOf('minutiae, rolled 800×750, CPU', 'ms', repeat(() => extractTemplate(rolled)), 60);
  const [a, b] = [extractTemplate(plain), extractTemplate(rolled)];
  yield rowOf('one match, plain against rolled, CPU', 'ms', repeat(() => matchPrints(a, b), 200), 3);
  yield rowOf('four fingers segmented and measured, CPU', 'ms', repeat(() => segment().fingers.map(({ box }) => assessSegment(hand, box))), WHOLE_SLAP_MS);
}
