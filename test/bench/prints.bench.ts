import { FINGERS, type Finger } from '../../electron/core/dossier/capture-slots.ts';
import { matchPrints } from '../../electron/core/biometrics/matching/match-prints.ts';
import { extractTemplate, type PrintTemplate } from '../../electron/core/biometrics/minutiae/print-template.ts';
import { assessPrint } from '../../electron/core/biometrics/quality/print-quality.ts';
import { segmentSlap } from '../../electron/core/biometrics/segmentation/segment-slap.ts';
import { forgetSkins, printOf, slapOf } from '../integration/persona-prints.ts';
import { rowOf, type Row } from './row.ts';

const ROUNDS = 40;
/**
 * Fingers laid down five times each, every finger once against all others. `full` is what the figures are stated for: 200
 * fingers, 2,000 genuine and 20,000 impostor pairs; 125 people with both hands and four touches each, 1,000 slaps. It takes
 * 25 minutes; a fifth of the people shows a change for the worse in five.
 */
const EXTENT = { full: { people: 20, moreImpostors: 100, hands: 125 }, sample: { people: 6, moreImpostors: 0, hands: 25 } } as const;
type Extent = { readonly people: number; readonly moreImpostors: number; readonly hands: number };
const TOUCHES = 5;
const SLAPS_A_HAND = 4;

/** Processor time, not the clock: other programs on the machine don't count. */
function processorMs(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const repeat = (work: () => unknown): readonly number[] => Array.from({ length: ROUNDS }, () => processorMs(work)).slice(15);

/** Time and accuracy of print analysis on synthetic people. */
export async function* printRows({ full }: { readonly full: boolean }): AsyncIterable<Row> {
  const extent = full ? EXTENT.full : EXTENT.sample;
  const hand = slapOf(1, 'right-four', { impressionSeed: 1 }).image;
  yield rowOf('slap segmentation 1600×1500, CPU', 'ms', repeat(() => segmentSlap(hand, { slot: 'right-four', missing: new Set() })), 130);
  const plain = printOf(1, 'right-index', { seed: 1, kind: 'plain' });
  const rolled = printOf(1, 'right-index', { seed: 2, kind: 'rolled' });
  yield rowOf('print quality, rolled 800×750, CPU', 'ms', repeat(() => assessPrint(rolled)), 50);
  yield rowOf('minutiae, plain 500×600, CPU', 'ms', repeat(() => extractTemplate(plain)), 60);
  yield rowOf('minutiae, rolled 800×750, CPU', 'ms', repeat(() => extractTemplate(rolled)), 60);
  const [a, b] = [extractTemplate(plain), extractTemplate(rolled)];
  yield rowOf('one match, plain against rolled, CPU', 'ms', repeat(() => matchPrints(a, b)), 3);
  yield* handRows(extent);
  yield* matchRows(extent);
}

function* handRows({ hands }: Extent): Iterable<Row> {
  let wrongHand = 0, wrongCount = 0, slaps = 0;
  for (let seed = 0; seed < hands; seed++) {
    for (const slot of ['right-four', 'left-four'] as const) {
      for (let touch = 0; touch < SLAPS_A_HAND; touch++, slaps++) {
        // Every other touch at a set turn, spread over ±15°; the others as people lay their hands.
        const handAngleDeg = touch % 2 === 0 ? undefined : ((seed * 7 + touch * 13) % 31) - 15;
        const { image } = slapOf(9000 + seed, slot, { impressionSeed: touch + 1, handAngleDeg });
        const { count, hand } = segmentSlap(image, { slot, missing: new Set() });
        wrongCount += count === 'as-expected' ? 0 : 1;
        wrongHand += hand.verdict === (slot === 'right-four' ? 'right' : 'left') ? 0 : 1;
      }
    }
    forgetSkins();
  }
  yield rowOf('hand not decided rightly, share of slaps', '%', [(100 * wrongHand) / slaps], 1, `${slaps} slaps`);
  yield rowOf('four fingers not found, share of slaps', '%', [(100 * wrongCount) / slaps], 1, `${slaps} slaps`);
}

function templatesOf(seed: number, finger: Finger): readonly PrintTemplate[] {
  return Array.from({ length: TOUCHES }, (_, touch) => extractTemplate(printOf(seed, finger, { seed: touch + 1, kind: 'plain' })));
}

function* matchRows({ people, moreImpostors }: Extent): Iterable<Row> {
  const prints: (readonly PrintTemplate[])[] = [];
  for (let person = 0; person < people; person++) {
    for (const finger of FINGERS) prints.push(templatesOf(5000 + person, finger));
    forgetSkins();
  }
  const genuine = prints.flatMap((touches) => touches.flatMap((one, n) => touches.slice(n + 1).map((other) => matchPrints(one, other).score)));
  const impostor = prints.flatMap((touches, n) => prints.slice(n + 1).map((others) => matchPrints(touches[0]!, others[0]!).score));
  for (let n = 0; n < moreImpostors; n++) impostor.push(matchPrints(prints[n]![1]!, prints[n + 1]![1]!).score);
  impostor.sort((one, other) => other - one);
  for (const [name, share] of [['0.1', 0.001], ['0.01', 0.0001]] as const) {
    const level = impostor[Math.floor(share * impostor.length)]!;
    const missed = genuine.filter((score) => score <= level).length;
    yield rowOf(`FNMR at FMR ${name} %`, '%', [(100 * missed) / genuine.length], 2, `score ${level.toFixed(1)}; ${genuine.length} genuine, ${impostor.length} impostor`);
  }
}
